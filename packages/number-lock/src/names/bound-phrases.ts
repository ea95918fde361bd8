import type { Fact } from '@draftsmith/contracts';
import { readDocument } from '@draftsmith/grounding';
import type { Prose } from '../read/prose.ts';
import type { LockTerms } from '../terms.ts';

/** Words that stand for themselves wherever they are written out: names, products, the company's own phrases. */
interface Phrase {
  words: readonly string[];
  /** Of the company's own texts: stands even where it is nothing but a figure. */
  allowed: boolean;
  fact?: Fact;
}

/** Tokens `from` to `to` (exclusive) of a text that are such words. */
export interface BoundPhrase {
  from: number;
  to: number;
  allowed: boolean;
  fact?: Fact;
}

export interface Phrases {
  byFirst: ReadonlyMap<string, readonly Phrase[]>;
}

const NAMING: ReadonlySet<string> = new Set(['person', 'organization', 'product', 'text']);
const MEANS_MORE_BEHIND = /^(?:[\p{L}\p{N}%‰\p{Sc}]|[.,:/]\p{N})/u;
const MEANS_MORE_BEFORE = /[\p{L}\p{N}\p{Sc}+−#]$|\p{N}[.,:/]$|(?:^|\s)-$/u;

export function phrasesOf({ names, facts, allowed = [] }: LockTerms, language: string): Phrases {
  const byFirst = new Map<string, Phrase[]>();
  const add = (text: string, more: Omit<Phrase, 'words'>) => {
    const { reader } = readDocument(text, language);
    const words = reader.tokens.map((_, index) => reader.word(index));
    const [first] = words;
    if (first === undefined || !(more.allowed || /\p{L}/u.test(text))) return;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, ...more }]);
  };
  for (const fact of facts) if (NAMING.has(fact.kind)) add(fact.value, { allowed: false, fact });
  for (const list of [names.people, names.organizations, names.products, names.places ?? []])
    for (const name of list) add(name, { allowed: false });
  for (const text of allowed) for (const piece of piecesOf(text)) add(piece, { allowed: true });
  return { byFirst };
}

/** A whole text of the company's is found by its lines, and between the values in them; never by a single word of it. */
function piecesOf(text: string): readonly string[] {
  const pieces = linesOf(text).flatMap((line) => line.split(/\{\{[^{}]*\}\}/));
  return pieces.length === 1 ? pieces : pieces.filter((piece) => (piece.match(/[\p{L}\p{N}]+/gu) ?? []).length > 1);
}

/** A bullet makes an entry of a list, and is no part of what a line says. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-*•]\s+/u, '').trim())
    .filter((line) => line !== '');
}

/** Where such words stand in a text, whole and not part of a longer figure or word. */
export function findPhrases(prose: Prose, { byFirst }: Phrases): BoundPhrase[] {
  const { reader } = prose.document;
  return reader.tokens.flatMap((token, from) =>
    (byFirst.get(reader.word(from)) ?? []).flatMap((phrase): BoundPhrase[] => {
      const to = from + phrase.words.length;
      if (!phrase.words.every((word, index) => reader.word(from + index) === word)) return [];
      const end = reader.tokens[to - 1]?.end ?? 0;
      const [before, behind] = [
        prose.text.slice(Math.max(0, token.start - 3), token.start),
        prose.text.slice(end, end + 3),
      ];
      if (MEANS_MORE_BEHIND.test(behind) || MEANS_MORE_BEFORE.test(before)) return [];
      return [{ from, to, allowed: phrase.allowed, ...(phrase.fact && { fact: phrase.fact }) }];
    }),
  );
}

/** Whether a phrase says what is stated: the "12" of a product "Plan 12", but not the "year" of a product "Year". */
export function isInPhrase(phrases: readonly BoundPhrase[], { from, to }: { from: number; to: number }): boolean {
  return phrases.some(
    (phrase) => phrase.from <= from && phrase.to >= to && (phrase.allowed || phrase.to - phrase.from > to - from),
  );
}
