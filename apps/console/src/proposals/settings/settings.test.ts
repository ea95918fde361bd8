import { DEFAULT_PROPOSAL_SETTINGS, type ProposalSettings } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { contrastWithWhite } from './contrast.ts';
import { fieldsOf, mistakesOf, settingsOf, withMainLocale } from './settings-fields.ts';

const SETTINGS: ProposalSettings = { ...DEFAULT_PROPOSAL_SETTINGS, locales: ['de-DE', 'en-GB', 'ru-RU'] };

test('settings read back as what they were, and the first language stays the first', () => {
  expect(settingsOf(fieldsOf(SETTINGS))).toEqual(SETTINGS);
  expect(settingsOf({ ...fieldsOf(SETTINGS), moreLocales: ['de-DE', 'fr-FR'] }).locales).toEqual(['de-DE', 'fr-FR']);
});

test('a language that stops being the default stays on the list, once', () => {
  const fields = fieldsOf(SETTINGS);
  expect(withMainLocale(fields, 'ru-RU')).toEqual({ mainLocale: 'ru-RU', moreLocales: ['en-GB', 'de-DE'] });
  expect(withMainLocale(fields, 'es-ES')).toEqual({
    mainLocale: 'es-ES',
    moreLocales: ['en-GB', 'ru-RU', 'de-DE'],
  });
  expect(withMainLocale(fields, 'de-DE').moreLocales).toEqual(['en-GB', 'ru-RU']);
});

test.each([
  ['#1f4e79', '', []],
  ['#1F4E79', '25000.00', []],
  ['#1f4', '25 000', ['accent', 'approvalAbove']],
  ['red', '1,000.50', ['accent', 'approvalAbove']],
  ['#1f4e79', '-1', ['approvalAbove']],
] as const)('%s and %s are told wrong as the server would', (accent, approvalAbove, mistakes) => {
  expect(mistakesOf({ ...fieldsOf(SETTINGS), accent, approvalAbove })).toEqual(mistakes);
});

test('contrast as WCAG counts it', () => {
  expect(contrastWithWhite('#000000')).toBeCloseTo(21, 5);
  expect(contrastWithWhite('#ffffff')).toBeCloseTo(1, 5);
  expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2);
});
