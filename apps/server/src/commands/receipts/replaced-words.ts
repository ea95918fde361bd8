/** `2 PERSON, 1 EMAIL`, most first; empty for nothing. */
export function replacedWords(replaced: Readonly<Record<string, number>>): string {
  return Object.entries(replaced)
    .sort(([a, of], [b, than]) => than - of || (a < b ? -1 : 1))
    .map(([type, count]) => `${count} ${type}`)
    .join(', ');
}
