import { CODE_OF, FIGURES } from '../lexicon/entry.ts';
import type { Finding, RefusalCode } from '../terms.ts';
import type { Prose, Stated } from './prose.ts';

const NUMERIC: ReadonlySet<Stated['category']> = new Set(['number', 'digits']);
const BETWEEN = /^(?:[-‐‑–—.,/:'’]|and|und|et|y|e|и|i)$/u;
const MENTIONED: Readonly<Record<string, RefusalCode>> = {
  price: 'money',
  percentage: 'percent',
  date: 'date',
  time: 'date',
  duration: 'duration',
  link: 'contact',
  email: 'contact',
};

/** "twenty-five", "1 000", "3 or 4" in one: a number is refused or repeated as a whole. */
export function joinNumbers(prose: Prose, stated: readonly Stated[]): Stated[] {
  const joined: Stated[] = [];
  for (const next of stated) {
    const last = joined.at(-1);
    if (last && NUMERIC.has(last.category) && NUMERIC.has(next.category) && adjoins(prose, last, next))
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, next.to) };
    else joined.push(next);
  }
  return joined;
}

function adjoins({ document }: Prose, last: Stated, next: Stated): boolean {
  if (next.from - last.to > 1) return false;
  return next.from <= last.to || BETWEEN.test(document.reader.word(last.to));
}

/** A finding for what is stated; its code from the whole expression: the "3" of "3 May" is part of a date. */
export function findingOf(prose: Prose, stated: Stated): Finding {
  const { tokens } = prose.document.reader;
  const [start, end] = [tokens[stated.from]?.start ?? 0, tokens[stated.to - 1]?.end ?? 0];
  const figure = stated.category === 'digits' || stated.category === 'percent-sign' || isFigure(prose, stated);
  return { start, end, text: prose.text.slice(start, end), code: codeOf(prose, stated), figure };
}

function isFigure({ document }: Prose, { category, from }: Stated): boolean {
  if (category === 'money') return !/^\p{L}/u.test(document.reader.word(from));
  return FIGURES.has(category as keyof typeof CODE_OF);
}

function codeOf({ document }: Prose, { category, from, to }: Stated): RefusalCode {
  if (category === 'percent-sign') return 'percent';
  if (category !== 'digits' && category !== 'number') return CODE_OF[category] ?? 'number';
  const mention = document.sentences
    .flatMap(({ mentions }) => mentions)
    .find((found) => found.from < to && found.to > from);
  if (mention?.value.type === 'text' && mention.value.dimension === 'phone') return 'contact';
  return (mention && MENTIONED[mention.kind]) ?? 'number';
}

/** Links and addresses without any digit. */
export function findContacts({ document, text, spanAt }: Prose): Finding[] {
  return document.reader.tokens.flatMap(({ type, start, end, text: token }, index) => {
    if (spanAt(index) || !(type === 'link' || type === 'email' || token === '@')) return [];
    return [{ start, end, text: text.slice(start, end), code: 'contact' as const, figure: true }];
  });
}
