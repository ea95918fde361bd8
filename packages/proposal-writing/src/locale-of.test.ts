import { expect, it } from 'vitest';
import { localeOf } from './locale-of.ts';

const contacts = (locale?: string) => ({
  contacts: [{ id: '1', decides: true, ...(locale === undefined ? {} : { locale }) }],
});
const settings = { locales: ['en-US', 'de-DE', 'de-CH'] };

it.each([
  ['ru-RU', 'de-CH', null, 'ru-RU'],
  [undefined, 'en', 'de-DE', 'de-DE'],
  [undefined, 'de_CH', null, 'de-CH'],
  [undefined, 'de', null, 'de-DE'],
  [undefined, 'ja', null, 'en-US'],
  [undefined, undefined, null, 'en-US'],
])('chosen %s, contact %s, template %s: %s', (chosen, theirs, template, locale) => {
  const choices = chosen === undefined ? {} : { locale: chosen };
  expect(localeOf({ deal: contacts(theirs), choices, settings, template: { locale: template } })).toBe(locale);
});
