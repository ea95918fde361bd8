import { createRequire } from 'node:module';
import type { Finder } from './score.ts';

const PLAIN = /[\w.+-]+@[\w-]+\.[\w.-]+|\+?\d[\d ()/.-]{7,}\d|\b[A-Z]{2}\d{2}[A-Z\d ]{11,30}\b/g;

/** What a plain pass with regular expressions finds. */
export const REGEX: Finder = (text) =>
  [...text.matchAll(PLAIN)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));

/** The usual library in JavaScript, English alone. */
export function compromise(): Finder {
  const load = createRequire(import.meta.url)('compromise/three') as { default?: unknown };
  const nlp = (load.default ?? load) as (
    text: string,
  ) => Record<
    'people' | 'places' | 'organizations',
    () => { json: (options: { offset: true }) => { offset: { start: number; length: number } }[] }
  >;
  return (text) => {
    const read = nlp(text);
    return (['people', 'places', 'organizations'] as const).flatMap((kind) =>
      read[kind]()
        .json({ offset: true })
        .map(({ offset }) => ({ start: offset.start, end: offset.start + offset.length })),
    );
  };
}
