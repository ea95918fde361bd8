import { DEFAULT_POLICY } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { fieldsOf, type PolicyFields, policyOf } from '../policy/fields.ts';
import { contested, joined, sameFields, theirChanges } from './versions.ts';

const base: PolicyFields = { ...fieldsOf(DEFAULT_POLICY), deny: ['a', 'b'], allow: ['x'] };
const changed = (part: Partial<PolicyFields>): PolicyFields => ({ ...base, ...part });

/** What one admin may do to a list of `a` and `b`. */
const LISTS = [[], ['a'], ['b'], ['a', 'b'], ['a', 'b', 'c'], ['c'], ['b', 'd']];

test('of both lists every entry that one added is there, and none that one removed', () => {
  for (const mine of LISTS) {
    for (const theirs of LISTS) {
      const { deny } = joined({ base, mine: changed({ deny: mine }), theirs: changed({ deny: theirs }) }, 'mine');
      const all = [...new Set([...base.deny, ...mine, ...theirs])];
      const kept = all.filter((entry) =>
        base.deny.includes(entry)
          ? mine.includes(entry) && theirs.includes(entry)
          : mine.includes(entry) || theirs.includes(entry),
      );
      expect([...deny].sort(), `${mine} and ${theirs}`).toEqual(kept.sort());
    }
  }
});

test('a choice that one made holds; where both made one differently, a person decides', () => {
  const mine = changed({ unsupported: 'strike', secondOpinion: true });
  const theirs = changed({ unsupported: 'withhold', surrogates: 'realistic' });
  const versions = { base, mine, theirs };
  expect(contested(versions)).toEqual(['unsupported']);
  expect(joined(versions, 'mine')).toMatchObject({
    unsupported: 'strike',
    secondOpinion: true,
    surrogates: 'realistic',
  });
  expect(joined(versions, 'theirs')).toMatchObject({ unsupported: 'withhold', secondOpinion: true });
  expect(contested({ base, mine, theirs: changed({ unsupported: 'strike' }) })).toEqual([]);
});

test('what the other admin changed is told, and nothing else', () => {
  const theirs = changed({ deny: ['b', 'c'], secondOpinion: true });
  expect(theirChanges({ base, mine: changed({ allow: [] }), theirs })).toEqual(['deny', 'secondOpinion']);
});

test('a policy survives its flattening, and the order of a list is no change', () => {
  expect(policyOf(fieldsOf(DEFAULT_POLICY))).toEqual(DEFAULT_POLICY);
  expect(sameFields(base, changed({ deny: ['b', 'a'] }))).toBe(true);
  expect(sameFields(base, changed({ deny: ['a'] }))).toBe(false);
  expect(sameFields(base, changed({ secondOpinion: true }))).toBe(false);
});

test('what is neither list nor word is compared by what it says, in whatever order', () => {
  const one = { pilot: { kind: 'share', percent: 5 } };
  expect(sameFields(one, { pilot: { percent: 5, kind: 'share' } })).toBe(true);
  expect(
    contested({
      base: one,
      mine: { pilot: { kind: 'share', percent: 6 } },
      theirs: { pilot: { kind: 'share', percent: 7 } },
    }),
  ).toEqual(['pilot']);
  expect(contested({ base: { cap: 1 }, mine: { cap: null as number | null as never }, theirs: { cap: 1 } })).toEqual(
    [],
  );
});
