import { DEFAULT_RULES, type DraftingRules, type ResourceFacts, type RuleReason } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, type RulesInput } from './decide.ts';

const facts: ResourceFacts = {
  brand: 'b1',
  group: 'g1',
  form: 'f1',
  assignee: 'a1',
  channel: 'email',
  tags: ['vip', 'refund'],
  replies: 0,
};

function input(change: Partial<ResourceFacts> = {}, more: Partial<RulesInput> = {}): RulesInput {
  return {
    resource: { connector: 'desk', account: 'acme', type: 'ticket', id: '1' },
    facts: { ...facts, ...change },
    language: 'de',
    drafts: { onResource: 0, lastHour: 0 },
    ...more,
  };
}

type Change = { [Name in keyof DraftingRules]?: Partial<DraftingRules[Name]> };

function rules(change: Change = {}): DraftingRules {
  const { only, never, caps, ...rest } = change;
  return {
    ...DEFAULT_RULES,
    only: { ...DEFAULT_RULES.only, ...only },
    never: { ...DEFAULT_RULES.never, ...never },
    caps: { ...DEFAULT_RULES.caps, ...caps },
    ...(rest as Partial<DraftingRules>),
  };
}

test('without rules everything gets a draft, also what nothing is known of', () => {
  expect(decide(DEFAULT_RULES, input())).toBe('draft');
  const unknown = { tags: [], replies: 0 };
  expect(decide(DEFAULT_RULES, { ...input(), facts: unknown, language: null })).toBe('draft');
});

test.each<[RuleReason, Change]>([
  ['brand', { only: { brands: ['b2'] } }],
  ['group', { only: { groups: ['g2'] } }],
  ['group', { never: { groups: ['g1'] } }],
  ['form', { only: { forms: ['f2'] } }],
  ['channel', { only: { channels: ['chat'] } }],
  ['channel', { never: { channels: ['email'] } }],
  ['language', { only: { languages: ['en', 'ru'] } }],
  ['tag', { only: { tags: ['billing'] } }],
  ['tag', { never: { tags: ['vip'] } }],
  ['pilot', { pilot: { kind: 'agents', ids: ['a2'] } }],
])('%s leaves a message alone', (reason, change) => {
  expect(decide(rules(change), input())).toBe(reason);
});

test.each<[string, Change]>([
  ['its brand', { only: { brands: ['b2', 'b1'] } }],
  ['one of its tags', { only: { tags: ['other', 'refund'] } }],
  ['its language', { only: { languages: ['de'] } }],
  ['its agent', { pilot: { kind: 'agents', ids: ['a1'] } }],
  ['its first reply', { when: 'first-reply' as never }],
])('%s lets a message through', (_, change) => {
  expect(decide(rules(change), input())).toBe('draft');
});

test('what is unknown is not what a list names', () => {
  const { brand, channel, ...rest } = facts;
  const given = { ...input(), facts: rest };
  expect(decide(rules({ only: { brands: ['b1'] } }), given)).toBe('brand');
  expect(decide(rules({ never: { channels: ['email'] } }), given)).toBe('draft');
  expect([brand, channel]).toEqual(['b1', 'email']);
});

test('after a public reply of staff, a first-reply rule is silent', () => {
  const first = { ...DEFAULT_RULES, when: 'first-reply' } as const;
  expect(decide(first, input({ replies: 0 }))).toBe('draft');
  expect(decide(first, input({ replies: 1 }))).toBe('first-reply');
  expect(decide(DEFAULT_RULES, input({ replies: 7 }))).toBe('draft');
});

test('a cap is reached with the draft that fills it, and named only where nothing else is in the way', () => {
  const capped = rules({ caps: { perResource: 2, perHour: 5 } });
  const at = (onResource: number, lastHour: number) => input({}, { drafts: { onResource, lastHour } });
  expect(decide(capped, at(1, 4))).toBe('draft');
  expect(decide(capped, at(2, 9))).toBe('per-resource');
  expect(decide(capped, at(0, 5))).toBe('per-hour');
  const brandFirst = { ...capped, only: { ...capped.only, brands: ['b2'] } };
  expect(decide(brandFirst, at(9, 9))).toBe('brand');
  expect(decide({ ...capped, caps: { perResource: null, perHour: null } }, at(1e6, 1e6))).toBe('draft');
});

describe('a pilot share', () => {
  const inShare = (id: string, percent: number, account = 'acme') =>
    decide(
      { ...DEFAULT_RULES, pilot: { kind: 'share', percent } },
      input({}, { resource: { connector: 'desk', account, type: 'ticket', id } }),
    ) === 'draft';

  test('keeps whoever is in it when it grows, and always says the same', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        (id, one, other) => {
          const [small, large] = [Math.min(one, other), Math.max(one, other)];
          expect(inShare(id, small)).toBe(inShare(id, small));
          if (inShare(id, small)) expect(inShare(id, large)).toBe(true);
        },
      ),
    );
  });

  test.each([1, 10, 37, 50, 99])('of ten thousand resources takes %i percent, as chance would', (percent) => {
    const ids = Array.from({ length: 10_000 }, (_, at) => String(71_000_000 + at));
    const taken = ids.filter((id) => inShare(id, percent)).length;
    const share = percent / 100;
    // Five standard deviations: a fair share leaves them once in two million runs, and this one never changes.
    const allowed = 5 * Math.sqrt(10_000 * share * (1 - share));
    expect(Math.abs(taken - 10_000 * share)).toBeLessThan(allowed);
  });

  test('takes others in another account', () => {
    const ids = Array.from({ length: 1_000 }, (_, at) => String(at));
    const both = ids.filter((id) => inShare(id, 50) && inShare(id, 50, 'other')).length;
    expect(both).toBeGreaterThan(150);
    expect(both).toBeLessThan(350);
  });
});

test('allowing more never takes a draft away, and forbidding more never brings one', () => {
  const list = fc.uniqueArray(fc.constantFrom('b1', 'b2', 'vip', 'refund', 'email', 'g1'), { maxLength: 3 });
  const given = fc.record({
    brands: list,
    groups: list,
    tags: list,
    channels: list,
    neverTags: list,
    neverGroups: list,
    cap: fc.integer({ min: 1, max: 5 }),
    made: fc.integer({ min: 0, max: 6 }),
    more: fc.constantFrom('b1', 'vip', 'email', 'g1'),
  });
  fc.assert(
    fc.property(given, ({ brands, groups, tags, channels, neverTags, neverGroups, cap, made, more }) => {
      const only = { ...DEFAULT_RULES.only, brands, groups, tags, channels };
      const never = { ...DEFAULT_RULES.never, tags: neverTags, groups: neverGroups };
      const caps = { perResource: cap, perHour: null };
      const asked = input({}, { drafts: { onResource: made, lastHour: 0 } });
      const base = { ...DEFAULT_RULES, only, never, caps };
      if (decide(base, asked) === 'draft') {
        const wider = {
          brands: brands.length ? [...brands, more] : [],
          groups: groups.length ? [...groups, more] : [],
          tags: tags.length ? [...tags, more] : [],
        };
        expect(decide({ ...base, only: { ...only, ...wider } }, asked)).toBe('draft');
        expect(decide({ ...base, caps: { perResource: cap + 1, perHour: null } }, asked)).toBe('draft');
      } else {
        const stricter = { ...never, tags: [...neverTags, more], channels: [more] };
        expect(decide({ ...base, never: stricter }, asked)).not.toBe('draft');
      }
    }),
  );
});
