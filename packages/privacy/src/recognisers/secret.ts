import type { Entity, Recogniser } from '../entity.ts';

/** Keys that show by their own form what they are. */
const KEYS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[\s\S]{0,6000}?-----END [A-Z ]{0,20}PRIVATE KEY-----/g,
  /(?<![\w-])(?:sk|pk|rk)[-_](?:live|test|proj|ant|svcacct|or)?[-_]?[\w-]{16,200}/g, // OpenAI, Anthropic, Stripe
  /(?<!\w)(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,64})/g,
  /(?<!\w)xox[abeprs]-[\w-]{10,250}/g,
  /(?<!\w)(?:AKIA|ASIA)[0-9A-Z]{16}(?!\w)/g,
  /(?<!\w)AIza[\w-]{35}(?![\w-])/g,
  /(?<!\w)SG\.[\w-]{16,32}\.[\w-]{16,64}/g,
  /(?<!\w)pat-(?:na|eu)\d-[\da-f-]{36}/g,
  /(?<!\w)npm_\w{36}/g,
  /(?<![\w.])eyJ[\w-]{8,2000}\.[\w-]{8,4000}(?:\.[\w-]{0,1000})?/g,
];

/** A word that announces a secret, then the secret. */
const BEARER = /\b(?:bearer|basic)\s+(?=[\w.~+/-]*[\d=])([\w.~+/=-]{12,2000})/gi; // not "basic troubleshooting"
const NAMED =
  /(?<![\p{L}\p{N}])(?:password|passwd|pwd|passcode|pass phrase|passphrase|passwort|kennwort|contraseña|clave|mot de passe|senha|palavra-passe|пароль|api[ _-]?key|api[ _-]?token|access[ _-]?token|auth[ _-]?token|secret|client[ _-]?secret|token|cvv|cvc|pin|pin-code|пин-код)(?:\s+(?:is|was|ist|lautet|war|es|era|est|é|это|такой))?\s*(?:["'“„«]?\s*[:=]\s*|\s+(?=\S))["'“„«]?([^\s"'”“»,;]{3,200})/giu;
/** Parts of those words, one of which any text holds that announces a secret; `ſ` is an `s` to a regular expression. */
const HINTS = [
  'pass',
  'pwd',
  'kennwort',
  'contraseña',
  'clave',
  'mot de',
  'senha',
  'palavra',
  'парол',
  'api',
  'token',
  'secret',
  'cvv',
  'cvc',
  'pin',
  'пин',
  'ſ',
];
const SEPARATED = /[:=]\s*["'“„«]?$/;

/** API keys, tokens, private keys, and what somebody wrote after "password:". */
export const findSecrets: Recogniser = (text) => {
  const found: Entity[] = [];
  for (const pattern of KEYS)
    for (const match of text.matchAll(pattern))
      found.push({ type: 'SECRET', start: match.index, end: match.index + match[0].length });
  for (const match of text.matchAll(BEARER)) add(found, match, match[1] ?? '');
  const lower = text.toLowerCase();
  if (!HINTS.some((hint) => lower.includes(hint))) return found;
  for (const match of text.matchAll(NAMED)) {
    const value = (match[1] ?? '').replace(/[.?)\]]+$/, '');
    const lead = match[0].slice(0, match[0].length - (match[1] ?? '').length);
    const restOfLine = text.slice(match.index + match[0].length).split('\n', 1)[0] ?? '';
    if (isSecret(value, SEPARATED.test(lead), restOfLine.trim() === '')) add(found, match, value);
  }
  return found;
};

function add(found: Entity[], match: RegExpExecArray, value: string): void {
  const start = match.index + match[0].lastIndexOf(value);
  found.push({ type: 'SECRET', start, end: start + value.length });
}

/** "Password reset", "password: it says wrong" and "my password is gone" hold no secret. */
function isSecret(value: string, separated: boolean, endsLine: boolean): boolean {
  const mixed = /\d/.test(value) || /\p{L}[^\p{L}\p{N}.-]|[^\p{L}\p{N}.(-]\p{L}/u.test(value);
  if (!separated) return value.length >= 5 && mixed && /\p{L}/u.test(value);
  return value.length >= 3 && (mixed || endsLine);
}
