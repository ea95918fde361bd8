/** As the server limits them. */
export const MAX_ENTRIES = 500;
export const MAX_LENGTH = 200;
export const MIN_LENGTH = 2;

/** What became of pasted lines. */
export interface Added {
  entries: string[];
  added: number;
  /** They were there already. */
  known: number;
  /** Too short, too long, or more than a list holds. */
  refused: number;
}

/** Adds one entry a line to a list; case does not tell two entries apart. */
export function addLines(entries: readonly string[], text: string): Added {
  const keys = new Set(entries.map(keyOf));
  const result: Added = { entries: [...entries], added: 0, known: 0, refused: 0 };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const entry = line.trim();
    if (entry === '') continue;
    if (keys.has(keyOf(entry))) result.known += 1;
    else if (entry.length < MIN_LENGTH || entry.length > MAX_LENGTH || result.entries.length >= MAX_ENTRIES)
      result.refused += 1;
    else {
      keys.add(keyOf(entry));
      result.entries.push(entry);
      result.added += 1;
    }
  }
  return result;
}

function keyOf(entry: string): string {
  return entry.toLowerCase();
}
