import type { Formats } from '../i18n/format.ts';

/** Languages that proposals have words of their own in, with regions whose numbers and dates differ. BCP 47. */
const LOCALES = 'en-US en-GB de-DE de-AT de-CH fr-FR fr-CH fr-CA es-ES es-MX pt-PT pt-BR ru-RU'.split(' ');

/** By their names in the console's language; what is chosen already stays, whatever it is. */
export function localeOptions(f: Formats, chosen: readonly string[] = []): { id: string; name: string }[] {
  return [...new Set([...LOCALES, ...chosen])]
    .map((id) => ({ id, name: f.language(id) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
