import { error, type Finding, isObject, type Json, type JsonObject } from './app-package.ts';
import { locationFindings } from './locations.ts';
import { parameterFindings, parametersOf } from './parameters.ts';

const FRAMEWORK_VERSION = '2.0';
export const LOCALE = /^[a-z]{2,3}(-\w{2,3})?$/;
const BOOLEANS = ['requirementsOnly', 'marketingOnly', 'singleInstall', 'signedUrls', 'private'];
const STRINGS = ['defaultLocale', 'version', 'frameworkVersion', 'remoteInstallationURL', 'termsConditionsURL', 'gaID'];
const OAUTH_FIELDS = ['client_id', 'client_secret', 'authorize_uri', 'access_token_uri'];
/** The only ones that Zendesk's marketplace lets through. */
const EXPERIMENTS = new Set(['hashParams', 'newCssCompiler']);

/** What Zendesk says of a manifest, given which files the package has. */
export function manifestFindings(manifest: JsonObject, has: (path: string) => boolean): Finding[] {
  const bare = manifest.requirementsOnly === true || manifest.marketingOnly === true;
  return [
    ...missing(manifest),
    ...types(manifest),
    ...oauth(manifest),
    ...defaultLocale(manifest.defaultLocale, has),
    ...addresses(manifest),
    ...parameterFindings(manifest),
    ...experiments(manifest.experiments),
    ...(bare ? withoutPages(manifest) : [...locationFindings(manifest.location, has), ...framework(manifest)]),
  ];
}

function missing(manifest: JsonObject): Finding[] {
  return ['author', 'defaultLocale']
    .filter((field) => (manifest[field] ?? null) === null)
    .map((field) => error('missing-field', `manifest.json: ${field} is missing`));
}

function types(manifest: JsonObject): Finding[] {
  const { author, domainWhitelist, parameters } = manifest;
  const authored = isObject(author) ? author : {};
  const wrong = (field: string, wanted: string) => error('wrong-type', `manifest.json: ${field} must be ${wanted}`);
  const notString = (value: Json | undefined) => (value ?? null) !== null && typeof value !== 'string';
  return [
    ...BOOLEANS.filter((field) => manifest[field] !== undefined && typeof manifest[field] !== 'boolean').map((field) =>
      wrong(field, 'true or false'),
    ),
    ...STRINGS.filter((field) => notString(manifest[field])).map((field) => wrong(field, 'a text')),
    ...['name', 'email', 'url']
      .filter((field) => notString(authored[field]))
      .map((field) => wrong(`author.${field}`, 'a text')),
    ...((domainWhitelist ?? null) === null || isTexts(domainWhitelist)
      ? []
      : [wrong('domainWhitelist', 'a list of texts')]),
    ...((parameters ?? null) === null || Array.isArray(parameters) ? [] : [wrong('parameters', 'a list')]),
  ];
}

function isTexts(value: Json | undefined): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function oauth(manifest: JsonObject): Finding[] {
  const given = manifest.oauth;
  if (!isObject(given)) return [];
  const absent = OAUTH_FIELDS.filter((field) => typeof given[field] !== 'string' || given[field] === '');
  return [
    ...(absent.length > 0 ? [error('oauth-fields', `manifest.json: oauth needs ${absent.join(', ')}`)] : []),
    ...(parametersOf(manifest).some(({ type }) => type === 'oauth')
      ? []
      : [error('oauth-parameter', 'manifest.json: oauth needs a parameter of type oauth')]),
  ];
}

function defaultLocale(locale: Json | undefined, has: (path: string) => boolean): Finding[] {
  if (typeof locale !== 'string') return [];
  if (!LOCALE.test(locale))
    return [error('default-locale', `manifest.json: ${locale} is no locale such as en or pt-br`)];
  const file = `translations/${locale}.json`;
  return has(file) ? [] : [error('missing-translation', `${file} is missing, the manifest's default locale`)];
}

function addresses({ termsConditionsURL, author }: JsonObject): Finding[] {
  const given = { termsConditionsURL, 'author.url': isObject(author) ? author.url : undefined };
  return Object.entries(given)
    .filter(([, value]) => typeof value === 'string' && !isWebAddress(value))
    .map(([field]) => error('invalid-url', `manifest.json: ${field} must be a web address`));
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).hostname !== '';
}

function experiments(given: Json | undefined): Finding[] {
  if ((given ?? null) === null) return [];
  if (!isObject(given)) return [error('wrong-type', 'manifest.json: experiments must be an object')];
  return Object.keys(given)
    .filter((name) => given[name] && !EXPERIMENTS.has(name))
    .map((name) => error('experiment', `manifest.json: the experiment ${name} is not allowed`));
}

function framework({ frameworkVersion, noTemplate }: JsonObject): Finding[] {
  return [
    ...((frameworkVersion ?? null) === null
      ? [error('missing-field', 'manifest.json: frameworkVersion is missing')]
      : []),
    ...(frameworkVersion === FRAMEWORK_VERSION
      ? []
      : [error('framework-version', `manifest.json: frameworkVersion must be "${FRAMEWORK_VERSION}"`)]),
    ...(noTemplate ? [error('no-template', 'manifest.json: noTemplate went with version 1 of the framework')] : []),
  ];
}

/** Apps that only advertise or only bring requirements have no page to show. */
function withoutPages(manifest: JsonObject): Finding[] {
  const { marketingOnly, location, frameworkVersion } = manifest;
  const isPrivate = manifest.private ?? true;
  return [
    ...(location === undefined ? [] : [error('no-location', 'manifest.json: this kind of app has no location')]),
    ...((frameworkVersion ?? null) === null
      ? []
      : [error('no-framework-version', 'manifest.json: this kind of app has no frameworkVersion')]),
    ...(marketingOnly && isPrivate
      ? [error('private-marketing', 'manifest.json: a marketing app cannot be private')]
      : []),
    ...(marketingOnly && parametersOf(manifest).length > 0
      ? [error('no-parameters', 'manifest.json: a marketing app has no parameters')]
      : []),
  ];
}
