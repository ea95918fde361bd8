/** One `{{key}}` of a text. Offsets are UTF-16 units. */
export interface Slot {
  key: string;
  start: number;
  end: number;
}

const SLOT = /\{\{([a-z0-9_-]+(?:\.[a-z0-9_-]+)*)\}\}/g;

/** The well-formed slots of a text, in order. `{{ key }}` with spaces is none: what is not exact is refused, not guessed. */
export function readSlots(text: string): readonly Slot[] {
  return [...text.matchAll(SLOT)].flatMap(({ 0: whole, 1: key = '', index }) => {
    // "{{{key}}}" is a slot in braces to one reader and none to another.
    if (text[index - 1] === '{' || text[index + whole.length] === '}') return [];
    return [{ key, start: index, end: index + whole.length }];
  });
}
