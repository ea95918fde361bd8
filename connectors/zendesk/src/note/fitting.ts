/** As many of these as have room, with a last one that says how many are left. Bytes of UTF-8. */
export function fitting(items: readonly string[], room: number, more: (left: number) => string): string[] {
  const kept: string[] = [];
  let used = 0;
  for (const [at, item] of items.entries()) {
    used += bytesOf(item);
    if (used > room) return [...kept, more(items.length - at)];
    kept.push(item);
  }
  return kept;
}

export function bytesOf(html: string): number {
  return Buffer.byteLength(html, 'utf8');
}

/** For a line of its own: blanks as one, and cut between words. */
export function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line
    .slice(0, length)
    .replace(/\s\S*$/, '')
    .toWellFormed()} …`;
}
