/** Characters of a tag, as a request of the card may have them. */
const MAX_LENGTH = 35;

/** BCP 47, as it is written; a language that nobody can format for (`german`) is as good as nothing. */
export function localeIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined;
  try {
    return Intl.NumberFormat.supportedLocalesOf(value)[0];
  } catch {
    return undefined;
  }
}
