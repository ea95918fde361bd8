/** Languages of the console itself; drafts come in any. */
export const LOCALES = ['en', 'ru'] as const;
export type Locale = (typeof LOCALES)[number];

const KEY = 'draftsmith.language';

/** The first of the browser's languages that the console speaks; English otherwise. */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const match = LOCALES.find((locale) => language.toLowerCase().split('-')[0] === locale);
    if (match) return match;
  }
  return 'en';
}

/** The chosen language, or the browser's. */
export function readLocale(storage: Pick<Storage, 'getItem'>, languages: readonly string[]): Locale {
  const chosen = storage.getItem(KEY);
  return LOCALES.find((locale) => locale === chosen) ?? preferredLocale(languages);
}

export function storeLocale(storage: Pick<Storage, 'setItem'>, locale: Locale): void {
  storage.setItem(KEY, locale);
}
