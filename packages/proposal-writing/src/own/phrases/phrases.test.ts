import { lockSection } from '@draftsmith/number-lock';
import { WRITTEN_LANGUAGES } from '@draftsmith/pricing';
import { expect, it } from 'vitest';
import { lockTermsOf } from '../../lock-terms.ts';
import { aDeal, anInput } from '../../testing.ts';
import { phrasesFor } from './index.ts';

/** Every text of a structure; what stands for something else is put in as a proposal has it. */
function textsIn(phrases: unknown): string[] {
  if (typeof phrases === 'string') return [phrases];
  return typeof phrases === 'object' && phrases !== null ? Object.values(phrases).flatMap(textsIn) : [];
}

it.each(WRITTEN_LANGUAGES)('in %s the lock refuses no phrase of the suite, in none of its ways to say it', (locale) => {
  const { quotes: _, ...phrases } = phrasesFor(locale);
  const { facts, prices } = anInput({ deal: { ...aDeal(), activities: [] } });
  const texts = textsIn(phrases).map((text) =>
    text
      .replaceAll('item.N.', 'item.1.')
      .replaceAll('total.R.every', 'total.month.every')
      .replaceAll('total.R.', 'total.month.')
      .replaceAll('RHYTHM', phrases.pricing.once),
  );
  // Of a deal that has them; the lock asks for no more than that something holds them.
  const value = { kind: 'text', value: 'any', origin: { kind: 'computed', from: [], how: 'made' } } as const;
  const known = new Set(facts.map(({ key }) => key));
  const keys = texts.flatMap((text) => [...text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, key = '']) => key));
  const others = keys.filter((key) => !known.has(key)).map((key) => ({ key, ...value }));
  const terms = lockTermsOf({ facts: [...facts, ...others], prices, sources: [], locale });
  const paragraphs = texts.map((text) => ({ text, sources: [] }));
  const { findings } = lockSection({ kind: 'solution', paragraphs }, terms);
  expect(findings.map(({ paragraph, text }) => [texts[paragraph], text])).toEqual([]);
  expect(texts.length).toBeGreaterThan(40);
});
