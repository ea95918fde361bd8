import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, PackageFile } from './app-package.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { validatePackage } from './validate.ts';

/** Zendesk's own cases; recorded data that is not in this repository. */
const CASES = join(import.meta.dirname, '../../../../../../shared/fixtures/zendesk/apps-support-fixtures/spec');

const file = (path: string, content: string | object = ''): PackageFile => ({
  path,
  bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
});
const MANIFEST = {
  name: 'Drafts',
  author: { name: 'Example', email: 'apps@example.com', url: 'https://example.com' },
  defaultLocale: 'en',
  location: { support: { ticket_sidebar: { url: 'assets/iframe.html', flexible: true } } },
  frameworkVersion: '2.0',
};
const EN = file('translations/en.json', { app: { name: 'Drafts' } });
const PAGE = file('assets/iframe.html', '<!doctype html>');
const packageOf = (manifest: object, ...more: PackageFile[]) => [file('manifest.json', manifest), EN, PAGE, ...more];
const rules = (files: readonly PackageFile[]) => validatePackage(files).map(({ rule }) => rule);

describe.skipIf(!existsSync(CASES))("Zendesk's own cases", () => {
  const read = (...path: string[]) => readFileSync(join(CASES, ...path), 'utf8');
  /** A case's folder as a package; pages are not among the recorded files. */
  const folder = (name: string, ...pages: string[]): PackageFile[] => [
    ...readdirSync(join(CASES, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => file(path.slice(join(CASES, name).length + 1), readFileSync(path, 'utf8'))),
    ...pages.map((path) => file(path)),
  ];
  const translated = (name: string, content: string, manifest: object = {}) =>
    rules([
      file('manifest.json', { ...MANIFEST, defaultLocale: name, ...manifest }),
      PAGE,
      file(`translations/${name}.json`, content),
    ]);
  const TWO_PRODUCTS = {
    location: {
      support: { top_bar: 'https://example.com' },
      chat: { chat_sidebar: 'https://example.com' },
    },
  };

  test('sound packages pass', () => {
    expect(rules(folder('fixtures/iframe_only_app'))).toEqual([]);
    const pages = ['assets/support/index.html', 'assets/chat/index.html'];
    expect(rules(folder('fixtures/multi_product_iframe_only_app', ...pages))).toEqual([]);
    expect(rules(folder('fixtures/marketing_only_app'))).toEqual([]);
    const chat = file('manifest.json', read('fixtures/chat_only_manifest.json'));
    const words = file('translations/en.json', read('validations/fixture/valid_en_public.json'));
    expect(rules([chat, words, file('assets/index.html')])).toEqual([]);
  });

  test('a page that is not in the package is missed', () => {
    expect(rules(folder('fixtures/multi_product_iframe_only_app'))).toEqual(['page', 'page', 'page']);
  });

  test('apps of the first framework are refused', () => {
    expect(rules(folder('app'))).toEqual(['location-page', 'framework-version']);
    expect(rules(folder('invalid_app'))).toEqual(['location-page', 'framework-version']);
  });

  test('a key that is there twice, no manifest, and a manifest that is a link', () => {
    expect(rules(folder('bookmarks_app'))).toEqual(['duplicate-key']);
    expect(rules(folder('app_nomanifest'))).toEqual(['missing-manifest']);
    const link = { ...file('manifest.json', read('fixtures/symlinks/manifest.json')), symlink: true };
    expect(rules([link])).toEqual(['symlink']);
  });

  test('a manifest that is full of errors has them all named', () => {
    const found = rules([file('manifest.json', read('fixtures/invalid_location_manifest.json'))]);
    for (const rule of ['unknown-location', 'parameter-type', 'framework-version', 'missing-translation'])
      expect(found).toContain(rule);
  });

  test.each([
    ['en', 'valid_en', []],
    ['en', 'name_only_en', []],
    ['en', 'invalid_en', ['translation-missing']],
    ['en-US', 'valid_en-US', []],
    ['en-US', 'invalid_en-US', ['translation-format']],
    ['pt-br', 'valid_pt-br', []],
    ['pt-br', 'invalid_pt-br', ['translation-label']],
  ])('translations %s of %s', (locale, name, wanted) => {
    expect(translated(locale, read(`validations/fixture/${name}.json`))).toEqual(wanted);
  });

  test.each(['zh-cn', 'zh-cn_keyval'])('the words of %s are sound', (name) => {
    expect(translated('zh-cn', read(`translations/${name}.json`))).toEqual([]);
  });

  test('a public app needs all that a store shows', () => {
    const open = { private: false };
    expect(translated('en', read('validations/fixture/valid_en_public.json'), open)).toEqual([]);
    expect(new Set(translated('en', read('validations/fixture/name_only_en.json'), open))).toEqual(
      new Set(['translation-missing']),
    );
  });

  test('words for two products belong to both and are complete in each', () => {
    const open = { private: false, ...TWO_PRODUCTS };
    expect(translated('en', read('validations/fixture/valid_en_multi_product.json'), open)).toEqual([]);
    expect(translated('en', read('validations/fixture/invalid_en_multi_product_mixed.json'), open)).toContain(
      'translation-missing',
    );
    const one = { private: false };
    expect(translated('en', read('validations/fixture/valid_en_multi_product.json'), one)).toEqual([
      'translation-product',
    ]);
  });

  test('requirements', () => {
    for (const path of ['bookmarks_app/requirements.json', 'validations/fixture/requirements.json'])
      expect(rules(packageOf(MANIFEST, file('requirements.json', read(path))))).toEqual([]);
  });
});

test('a sound package passes', () => {
  expect(validatePackage(packageOf(MANIFEST))).toEqual([]);
});

test.each<[string, JsonObject]>([
  ['missing-field', { author: null }],
  ['missing-field', { location: {} }],
  ['framework-version', { frameworkVersion: '2' }],
  ['default-locale', { defaultLocale: 'English' }],
  ['missing-translation', { defaultLocale: 'de' }],
  ['unknown-product', { location: { phone: { top_bar: 'https://example.com' } } }],
  ['unknown-location', { location: { support: { cellar: 'https://example.com' } } }],
  ['missing-page', { location: { support: { ticket_sidebar: { flexible: true } } } }],
  ['page', { location: { support: { ticket_sidebar: 'http://example.com' } } }],
  ['page', { location: { support: { ticket_sidebar: 'assets/other.html' } } }],
  ['flexible', { location: { support: { ticket_sidebar: { url: 'assets/iframe.html', flexible: 'yes' } } } }],
  ['wrong-type', { domainWhitelist: 'example.com' }],
  ['wrong-type', { private: 'yes' }],
  ['wrong-type', { version: 1 }],
  ['invalid-url', { author: { name: 'Example', url: 'example' } }],
  ['parameter-type', { parameters: [{ name: 'password', type: 'password' }] }],
  ['duplicate-parameter', { parameters: [{ name: 'a' }, { name: 'a' }] }],
  ['parameter-called-name', { parameters: [{ name: 'name' }] }],
  ['hidden-required', { parameters: [{ name: 'a', type: 'hidden', required: true }] }],
  ['oauth-twice', { parameters: ['a', 'b'].map((name) => ({ name, type: 'oauth' })) }],
  ['oauth-secure', { parameters: [{ name: 'a', type: 'oauth', secure: true, scopes: ['header'] }] }],
  ['scopes-not-secure', { parameters: [{ name: 'a', scopes: ['header'] }] }],
  ['scopes-empty', { parameters: [{ name: 'a', secure: true, scopes: [] }] }],
  ['scopes-unknown', { parameters: [{ name: 'a', secure: true, scopes: ['cookie'] }] }],
  ['scopes-missing', { parameters: [{ name: 'a', secure: true }] }],
  ['insecure-parameter', { parameters: [{ name: 'api_token' }] }],
  ['oauth-parameter', { oauth: { client_id: 'a', client_secret: 'b', authorize_uri: 'c', access_token_uri: 'd' } }],
  ['oauth-fields', { oauth: { client_id: 'a' }, parameters: [{ name: 'a', type: 'oauth' }] }],
  ['experiment', { experiments: { magic: true } }],
])('%s is found', (rule, change) => {
  expect(rules(packageOf({ ...MANIFEST, ...change }))).toContain(rule);
});

test('pages elsewhere and in a setting are allowed', () => {
  for (const url of [
    'https://example.com/app',
    'http://localhost:3000',
    '{{setting.url}}/app',
    'assets/iframe.html?a=1',
  ])
    expect(rules(packageOf({ ...MANIFEST, location: { support: { ticket_sidebar: url } } }))).toEqual([]);
});

test.each([
  ['file-type', file('assets/manual.pdf')],
  ['picture', file('assets/logo.png', 'no picture')],
  ['insecure-request', file('assets/app.js', 'fetch("http://example.com/a")')],
  ['drawing', file('assets/icon_nav_bar.svg', '<svg><image href="a.png"/></svg>')],
  ['secret', file('assets/app.js', '-----BEGIN RSA PRIVATE KEY-----')],
  ['requirements-type', file('requirements.json', { wishes: {} })],
  ['requirements-field', file('requirements.json', { webhooks: { one: { name: 'One' } } })],
  ['translation-json', file('translations/ru.json', '{')],
  ['translation-object', file('translations/ru.json', '"words"')],
  ['translation-locale', file('translations/Russian.json', {})],
])('%s is found among the files', (rule, bad) => {
  expect(new Set(rules(packageOf(MANIFEST, bad)))).toEqual(new Set([rule]));
});

test('a package within a folder is named as such', () => {
  expect(validatePackage([file('app/manifest.json', MANIFEST)])[0]?.message).toContain('app/manifest.json');
});

test('keys are counted within their own object, whatever strings hold', () => {
  expect(duplicateKeys('{"a":{"a":1},"b":["a","a",{"a":"\\"a\\": {,"}],"c":"a"}')).toEqual([]);
  expect(duplicateKeys('{"a":1,"b":{"c":1,"c":2},"a":3}')).toEqual(['c', 'a']);
  // What a serialiser writes never has a key twice.
  fc.assert(fc.property(fc.json(), (json) => duplicateKeys(json).length === 0));
});

test('any manifest gives findings and no failure', () => {
  const keys = Object.keys({ ...MANIFEST, parameters: 0, oauth: 0, experiments: 0, domainWhitelist: 0, private: 0 });
  const anything = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue());
  fc.assert(
    fc.property(anything, (manifest) => {
      for (const { message } of validatePackage([file('manifest.json', manifest)])) expect(message).not.toBe('');
    }),
  );
});
