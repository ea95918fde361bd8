import {
  error,
  type Finding,
  isObject,
  type Json,
  type JsonObject,
  type PackageFile,
  parseJson,
  textOf,
} from './app-package.ts';
import { PRODUCTS, productsOf } from './locations.ts';
import { LOCALE } from './manifest.ts';

const FILE = /^translations\/(.*)\.json$/;
const PUBLIC_KEYS = ['name', 'short_description', 'long_description', 'installation_instructions'];

/** Words of the app in Zendesk's own pages: names, descriptions, labels of settings. */
export function translationFindings(files: readonly PackageFile[], manifest: JsonObject): Finding[] {
  return files.flatMap((file) => {
    const locale = FILE.exec(file.path)?.[1];
    if (locale === undefined) return [];
    const json = parseJson(textOf(file));
    if (json === undefined) return [error('translation-json', `${file.path} is no JSON`)];
    if (!isObject(json)) return [error('translation-object', `${file.path} must hold an object`)];
    const findings = [
      ...(LOCALE.test(locale) ? [] : [error('translation-locale', `${file.path}: ${locale} is no locale`)]),
      ...format(file.path, json),
      ...labels(file.path, json),
    ];
    // As Zendesk does: what a store would show is looked at only in a file that is sound otherwise.
    return findings.length > 0 || file.path !== 'translations/en.json'
      ? findings
      : storeWords(file.path, json, manifest);
  });
}

/** Files that name their package have a title for the translator beside each text. */
function format(path: string, json: JsonObject): Finding[] {
  if (!isObject(json.app) || !json.app.package) return [];
  const { package: _, ...app } = json.app;
  const wrong = untitled({ ...json, app });
  return wrong === null ? [] : [error('translation-format', `${path}: ${wrong} needs a title and a value`)];
}

function untitled(node: JsonObject): string | null {
  for (const [key, value] of Object.entries(node)) {
    if (!isObject(value)) return key;
    const isLeaf = Object.keys(value).sort().join() === 'title,value';
    if (isLeaf && typeof value.title === 'string' && typeof value.value === 'string') continue;
    const deeper = untitled(value);
    if (deeper !== null) return deeper;
  }
  return null;
}

function labels(path: string, { app }: JsonObject): Finding[] {
  const parameters = isObject(app) ? app.parameters : undefined;
  if (!isObject(parameters)) return [];
  return Object.entries(parameters)
    .filter(([, words]) => !isObject(words) || !('label' in words))
    .map(([name]) => error('translation-label', `${path}: app.parameters.${name} needs a label`));
}

function storeWords(path: string, { app }: JsonObject, manifest: JsonObject): Finding[] {
  const words = isObject(app) ? app : {};
  const wanted = (manifest.private ?? true) ? ['name'] : PUBLIC_KEYS;
  const products = Object.keys(words).filter((key) => PRODUCTS.includes(key));
  if (products.length === 0) return lacking(words, wanted).map((key) => wordMissing(path, `app.${key}`));
  const appearsIn = productsOf(manifest.location);
  return [
    ...products
      .filter((product) => !appearsIn.includes(product))
      .map((product) => error('translation-product', `${path}: the app does not appear in ${product}`)),
    ...products.flatMap((product) =>
      lacking(words[product], wanted).map((key) => wordMissing(path, `app.${product}.${key}`)),
    ),
  ];
}

function lacking(words: Json | undefined, wanted: readonly string[]): string[] {
  const keys = isObject(words) ? Object.keys(words) : [];
  // The older name of the same thing.
  const given = keys.map((key) => (key === 'description' ? 'short_description' : key));
  return wanted.filter((key) => !given.includes(key));
}

function wordMissing(path: string, key: string): Finding {
  return error('translation-missing', `${path}: ${key} is missing`);
}
