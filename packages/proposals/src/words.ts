import { type ArrayChange, diffArrays } from 'diff';

/** A slot, a figure with its currency or percent, a word, blanks, or one other sign. */
const TOKEN =
  /\{\{[^{}]*\}\}|\p{Sc}?\p{N}+(?:[.,:\u00a0\u202f]?\p{N}+)*(?:[\u00a0\u202f]?[%\p{Sc}])?|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|\s+|./gsu;

/** Edits beyond which one text counts as replaced by the other: such a comparison helps nobody, and takes long. */
const MOST_EDITS = 4_000;

export interface Change {
  kind: 'same' | 'added' | 'removed';
  tokens: readonly string[];
}

/** Word by word; a figure is one word, so that nobody has to put "345" and "60" together. */
export function compared(before: string, after: string): Change[] {
  const [was, is] = [tokensOf(before), tokensOf(after)];
  const changes = diffArrays(was, is, { maxEditLength: MOST_EDITS }) ?? [
    { value: was, removed: true },
    { value: is, added: true },
  ];
  return (changes as Partial<ArrayChange<string>>[])
    .map(({ added, removed, value = [] }) => ({ kind: kindOf(added, removed), tokens: value }))
    .filter(({ tokens }) => tokens.length > 0);
}

/** How many of them are words or figures. */
export function countWords(tokens: readonly string[]): number {
  return tokens.filter((token) => /[\p{L}\p{N}]/u.test(token)).length;
}

function kindOf(added = false, removed = false): Change['kind'] {
  if (added) return 'added';
  return removed ? 'removed' : 'same';
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}
