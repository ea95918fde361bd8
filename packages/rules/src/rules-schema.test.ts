import { DEFAULT_RULES, type DraftingRules } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { parseRules } from './rules-schema.ts';
import { voiceOf } from './voice.ts';

const changed = (change: object): unknown => ({ ...DEFAULT_RULES, ...change });
const voice = (change: object) => changed({ voice: { ...DEFAULT_RULES.voice, ...change } });

test('the defaults are rules', () => {
  expect(parseRules(DEFAULT_RULES)).toEqual(DEFAULT_RULES);
});

test('lists are trimmed and hold nothing twice; signatures and house rules are tidied', () => {
  const only = { ...DEFAULT_RULES.only, tags: [' vip ', 'vip', '', 'VIP'], languages: ['DE', 'de', 'ru'] };
  const rules = parseRules({
    ...DEFAULT_RULES,
    only,
    voice: {
      ...DEFAULT_RULES.voice,
      signature: ' Your team\r\nAcme \n',
      houseRules: ['never\n  promise', '', 'never promise'],
    },
  });
  // Tags differ by case in some source systems.
  expect(rules.only).toEqual({ ...only, tags: ['vip', 'VIP'], languages: ['de', 'ru'] });
  expect(rules.voice).toMatchObject({ signature: 'Your team\nAcme', houseRules: ['never promise'] });
});

test.each([
  [changed({ caps: { perResource: 0, perHour: null } }), 'caps.perResource: expected a whole number from 1 to 100000'],
  [changed({ caps: { perResource: 1.5, perHour: null } }), 'caps.perResource: expected a whole number from 1'],
  [changed({ pilot: { kind: 'share', percent: 100 } }), 'pilot.percent: expected a whole number from 1 to 99'],
  [changed({ pilot: { kind: 'agents', ids: [' '] } }), 'pilot.ids: expected at least one agent'],
  [changed({ pilot: { kind: 'nobody' } }), 'pilot.kind: expected everybody, share or agents'],
  [changed({ when: 'always' }), 'when: expected first-reply or every-message'],
  [changed({ deliver: 'mail' }), 'deliver: expected note, sidebar or both'],
  [changed({ only: { ...DEFAULT_RULES.only, languages: ['german'] } }), 'only.languages.0: expected languages as two'],
  [changed({ only: { ...DEFAULT_RULES.only, tags: 'vip' } }), 'only.tags: expected a list of texts'],
  [voice({ signature: 'x'.repeat(1_001) }), 'voice.signature: expected at most 1000 characters'],
  [voice({ signature: 'Hi {{current_user.email}}' }), 'voice.signature: expected a signature without placeholders'],
  [voice({ houseRules: ['y'.repeat(301)] }), 'voice.houseRules.0: expected at most 300 characters a rule'],
  [changed({ brandVoices: { b1: { tone: 'rude' } } }), 'brandVoices.b1.tone: expected neutral, warm, formal or brief'],
])('what was expected is said, and the value is not repeated', (value, message) => {
  expect(() => parseRules(value)).toThrow(message);
  expect(() => parseRules(value)).not.toThrow(/german|rude|xxx|yyy|current_user/);
});

test('anything that is no set of rules is refused', () => {
  for (const value of [undefined, null, [], 'x', {}, changed({ more: 1 })])
    expect(() => parseRules(value)).toThrow('The rules cannot be used.');
});

test('a brand sounds like the account but for what it has of its own', () => {
  const rules: DraftingRules = {
    ...DEFAULT_RULES,
    voice: { ...DEFAULT_RULES.voice, tone: 'warm', signature: 'Acme' },
    brandVoices: { b2: { signature: 'Beta' } },
  };
  expect(voiceOf(rules, 'b2')).toEqual({ ...rules.voice, signature: 'Beta' });
  for (const brand of [undefined, 'b1', 'constructor']) expect(voiceOf(rules, brand)).toEqual(rules.voice);
});
