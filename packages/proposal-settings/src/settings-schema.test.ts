import { DEFAULT_PROPOSAL_SETTINGS } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { parseProposalSettings } from './settings-schema.ts';

test('what an admin types is tidied and kept', () => {
  const typed = {
    ...DEFAULT_PROPOSAL_SETTINGS,
    ...{ company: '  Acme   GmbH ', locales: ['de-de', 'DE-DE', 'ru'], approvalAbove: ' 25000.00 ' },
    ...{ houseRules: ['Never promise a date', '', 'Never promise a date'], stages: ['qualified', 'qualified'] },
  };
  expect(parseProposalSettings(typed)).toMatchObject({
    ...{ company: 'Acme GmbH', locales: ['de-DE', 'ru'], approvalAbove: '25000.00' },
    ...{ houseRules: ['Never promise a date'], stages: ['qualified'] },
  });
  expect(parseProposalSettings(DEFAULT_PROPOSAL_SETTINGS)).toEqual(DEFAULT_PROPOSAL_SETTINGS);
});

test.each([
  ['approvalAbove', '25,000', /approvalAbove: expected an amount/],
  ['approvalAbove', '-5', /approvalAbove/],
  ['accent', 'blue', /accent: expected a colour/],
  ['locales', [], /locales: expected at least one/],
  ['locales', ['not a language'], /locales.0: expected a language/],
  ['validDays', 0.5, /validDays: expected a whole number/],
  ['tone', 'pirate', /tone: expected neutral/],
  ['quotes', 'yes', /quotes: expected true or false/],
  ['footer', 'x'.repeat(301), /footer: expected at most 300/],
])('%s: %j is refused in plain words', (key, value, message) => {
  expect(() => parseProposalSettings({ ...DEFAULT_PROPOSAL_SETTINGS, [key]: value })).toThrow(message);
});
