import type { TermCounts } from './shelf.ts';

export interface PlannedTerm extends TermCounts {
  term: string;
  /** What its presence is worth: its weight in the question times its rarity. */
  worth: number;
}

/** One look into the index of stems; several are united. */
export type Look = { kind: 'term' | 'title'; term: string } | { kind: 'both'; terms: readonly [string, string] };

/** Passages that are looked at more closely, over all looks; each costs some microseconds. */
const BUDGET = 1_600;
/** Words of a question beyond these hardly change what is found. */
const MOST_TERMS = 12;

/**
 * Which passages to look at. The index can only say which passages hold a term, and the common terms of a large collection
 * are in tens of thousands: rare ones are read whole, common ones only where they stand together or in a title.
 */
export function planLooks(terms: readonly PlannedTerm[], passages: number, budget = BUDGET): Look[] {
  const useful = terms
    .filter((term) => term.passages > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_TERMS);
  const looks: Look[] = [];
  const common: PlannedTerm[] = [];
  let left = budget;
  for (const term of useful) {
    if (term.passages <= left) {
      looks.push({ kind: 'term', term: term.term });
      left -= term.passages;
    } else common.push(term);
  }
  for (const { look, expected } of closerLooks(common, passages)) {
    if (left <= 0) break;
    looks.push(look);
    left -= expected;
  }
  // One common word alone, and no title has it: any of its passages are as good as others.
  const [only] = common;
  return looks.length === 0 && only ? [{ kind: 'term', term: only.term }] : looks;
}

function closerLooks(common: readonly PlannedTerm[], passages: number): { look: Look; expected: number }[] {
  const looks = common
    .filter(({ titles }) => titles > 0)
    .map(({ term, titles, worth }) => ({ look: { kind: 'title' as const, term }, expected: titles, worth }));
  const pairs = common.flatMap((a, i) =>
    common.slice(i + 1).map((b) => ({
      look: { kind: 'both' as const, terms: [a.term, b.term] as const },
      // As if words did not attract each other; the statement has its own limit.
      expected: Math.ceil((a.passages * b.passages) / Math.max(1, passages)),
      worth: a.worth + b.worth,
    })),
  );
  return [...looks, ...pairs].sort((a, b) => b.worth - a.worth || a.expected - b.expected);
}
