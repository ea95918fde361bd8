import { diffArrays } from 'diff';
import type { Statement } from './statements.ts';
import { stemOf, weightOf } from './words.ts';

/** Sentences that say the same, by their places; several where one was split or two were joined. */
export interface Group {
  draft: readonly number[];
  reply: readonly number[];
  /** Words that stand in both, in order. */
  common: number;
}

/** Share of words that two sentences must have in common to be held for one, by weight. */
const SAME = 0.45;
/** Share of a sentence's words that must stand unmatched in a larger one that it was split from. */
const PART = 0.6;
/** A part of fewer words is found anywhere. */
const LEAST_PART = 3;

type Bag = ReadonlyMap<string, number>;

/** Which sentence of the reply was which of the draft: the likest first, then what was split or joined. */
export function align(draft: readonly Statement[], reply: readonly Statement[]): Group[] {
  const bags = { draft: draft.map(bagOf), reply: reply.map(bagOf) };
  const groups = pairs(bags.draft, bags.reply).map(([i, j]) => ({ draft: [i], reply: [j] }));
  for (const side of ['draft', 'reply'] as const) {
    const other = side === 'draft' ? 'reply' : 'draft';
    for (const [at, bag] of bags[side].entries()) {
      if (groups.some((group) => group[side].includes(at)) || weigh(bag) < LEAST_PART) continue;
      // Only of what the others in the group have not covered.
      const whole = groups.find((group) => {
        const open = minus(join(group[other].map((n) => bags[other][n])), join(group[side].map((n) => bags[side][n])));
        return shared(bag, open) >= PART * weigh(bag);
      });
      whole?.[side].push(at);
    }
  }
  return groups.map((group) => {
    const [from, to] = [group.draft.sort(ascending), group.reply.sort(ascending)];
    return { draft: from, reply: to, common: commonWords(wordsAt(draft, from), wordsAt(reply, to)) };
  });
}

const ascending = (a: number, b: number) => a - b;

function wordsAt(statements: readonly Statement[], at: readonly number[]): string[] {
  return at.flatMap((n) => statements[n]?.words ?? []);
}

function commonWords(a: string[], b: string[]): number {
  return diffArrays(a, b).reduce((sum, part) => sum + (part.added || part.removed ? 0 : part.value.length), 0);
}

/** Each sentence once, the likest pairs first; of equals the one that moved least. */
function pairs(draft: readonly Bag[], reply: readonly Bag[]): [number, number][] {
  const all = draft.flatMap((a, i) =>
    reply.flatMap((b, j) => {
      const like = likeness(a, b);
      return like < SAME ? [] : [{ i, j, like, moved: Math.abs(i / draft.length - j / reply.length) }];
    }),
  );
  all.sort((a, b) => b.like - a.like || a.moved - b.moved || a.i + a.j - (b.i + b.j));
  const [used, taken] = [new Set<number>(), new Set<number>()];
  return all.flatMap(({ i, j }) => {
    if (used.has(i) || taken.has(j)) return [];
    used.add(i);
    taken.add(j);
    return [[i, j] as [number, number]];
  });
}

function bagOf({ words }: Statement): Bag {
  const bag = new Map<string, number>();
  for (const word of words) bag.set(stemOf(word), (bag.get(stemOf(word)) ?? 0) + weightOf(word));
  return bag;
}

/** Shared weight, of both, 0 to 1. */
export function likenessOf(a: Statement, b: Statement): number {
  return likeness(bagOf(a), bagOf(b));
}

function likeness(a: Bag, b: Bag): number {
  const both = weigh(a) + weigh(b);
  return both === 0 ? 0 : (2 * shared(a, b)) / both;
}

function shared(a: Bag, b: Bag): number {
  let sum = 0;
  for (const [stem, weight] of a) sum += Math.min(weight, b.get(stem) ?? 0);
  return sum;
}

function weigh(bag: Bag): number {
  let sum = 0;
  for (const weight of bag.values()) sum += weight;
  return sum;
}

function join(bags: readonly (Bag | undefined)[]): Bag {
  const joined = new Map<string, number>();
  for (const bag of bags) for (const [stem, weight] of bag ?? []) joined.set(stem, (joined.get(stem) ?? 0) + weight);
  return joined;
}

function minus(bag: Bag, taken: Bag): Bag {
  return new Map([...bag].map(([stem, weight]) => [stem, Math.max(0, weight - (taken.get(stem) ?? 0))]));
}
