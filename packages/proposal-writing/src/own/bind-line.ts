import type { Fact } from '@draftsmith/contracts';
import type { Line } from './phrases/phrases.ts';

const SLOT = /\{\{([^{}]*)\}\}/g;

/** Whether every slot of a text has its fact, and no brace is left that could make another one. */
export function isBound(text: string, facts: readonly Pick<Fact, 'key'>[]): boolean {
  const keys = new Set(facts.map(({ key }) => key));
  return [...text.matchAll(SLOT)].every(([, key = '']) => keys.has(key)) && !/\{\{|\}\}/.test(text.replace(SLOT, ''));
}

/** @returns the first way to say it whose slots are all bound; undefined when none is */
export function bindLine(
  line: Line,
  facts: readonly Pick<Fact, 'key'>[],
  swap: Readonly<Record<string, string>> = {},
): string | undefined {
  const swapped = line.map((text) =>
    Object.entries(swap).reduce((done, [from, to]) => done.replaceAll(from, () => to), text),
  );
  return swapped.find((text) => isBound(text, facts));
}
