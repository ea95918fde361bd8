import { error, type Finding, isObject, type JsonObject, warning } from './app-package.ts';

const TYPES = ['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth', 'mtls'];
const SCOPES = ['header', 'body', 'url', 'jwt_secret_key', 'jwt_claim', 'basic_auth_username', 'basic_auth_password'];
const SOUNDS_SECRET = /token|key|pwd|password/i;

export function parametersOf({ parameters }: JsonObject): JsonObject[] {
  return Array.isArray(parameters) ? parameters.filter(isObject) : [];
}

/** Settings that an admin fills in when installing. */
export function parameterFindings(manifest: JsonObject): Finding[] {
  const all = parametersOf(manifest);
  const names = all.map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [
    ...[...twice].map((name) => error('duplicate-parameter', `manifest.json: the parameter ${name} is there twice`)),
    ...(all.filter(({ type }) => type === 'oauth').length > 1
      ? [error('oauth-twice', 'manifest.json: only one parameter may be of type oauth')]
      : []),
    ...all.flatMap(oneFindings),
  ];
}

function oneFindings(parameter: JsonObject): Finding[] {
  const { name, type = 'text', required = false, secure = false } = parameter;
  const say = (rule: string, what: string) => error(rule, `manifest.json: the parameter ${name} ${what}`);
  const findings: Finding[] = [];
  if (name === 'name') findings.push(say('parameter-called-name', 'needs another name; Zendesk uses this one'));
  if (typeof type !== 'string' || !TYPES.includes(type)) {
    findings.push(say('parameter-type', `has the type ${type}; there are ${TYPES.join(', ')}`));
  }
  if (typeof required !== 'boolean') findings.push(say('wrong-type', 'must be required or not: true or false'));
  if (typeof secure !== 'boolean') findings.push(say('wrong-type', 'must be secure or not: true or false'));
  if (type === 'hidden' && required === true) findings.push(say('hidden-required', 'is hidden and cannot be required'));
  if (type === 'oauth' && secure === true) findings.push(say('oauth-secure', 'is of type oauth and cannot be secure'));
  return [...findings, ...scopeFindings(parameter), ...remarks(parameter)];
}

function scopeFindings({ name, secure, scopes }: JsonObject): Finding[] {
  if ((scopes ?? null) === null) return [];
  const say = (rule: string, what: string) => error(rule, `manifest.json: scopes of the parameter ${name} ${what}`);
  const findings = secure === true ? [] : [say('scopes-not-secure', 'need "secure": true')];
  if (!Array.isArray(scopes)) return [...findings, say('wrong-type', 'must be a list')];
  if (scopes.length === 0) findings.push(say('scopes-empty', 'must not be empty'));
  const wrong = scopes.filter((scope) => typeof scope !== 'string' || !SCOPES.includes(scope));
  if (wrong.length > 0)
    findings.push(say('scopes-unknown', `hold ${wrong.join(', ')}; there are ${SCOPES.join(', ')}`));
  return findings;
}

function remarks({ name, type = 'text', secure, scopes, default: preset }: JsonObject): Finding[] {
  const say = (rule: string, what: string) => warning(rule, `manifest.json: the parameter ${name} ${what}`);
  return [
    ...(type === 'text' && secure !== true && SOUNDS_SECRET.test(String(name))
      ? [say('insecure-parameter', 'sounds secret and is not secure')]
      : []),
    ...(secure === true && !(Array.isArray(scopes) && scopes.length > 0)
      ? [say('scopes-missing', 'is secure without scopes: it may go anywhere')]
      : []),
    ...(preset !== undefined && (secure === true || type === 'hidden')
      ? [say('secret-preset', 'has a default that everybody who has the package can read')]
      : []),
  ];
}
