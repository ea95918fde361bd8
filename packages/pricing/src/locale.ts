/** Languages in which the suite has its own words; every other gets English. */
export const WRITTEN_LANGUAGES = ['en', 'ru', 'de', 'fr', 'es', 'pt'] as const;

export type WrittenLanguage = (typeof WRITTEN_LANGUAGES)[number];

/** @param locale BCP 47; whatever else gives English */
export function writtenLanguage(locale: string): WrittenLanguage {
  const language = locale.toLowerCase().split(/[-_]/)[0];
  return WRITTEN_LANGUAGES.find((each) => each === language) ?? 'en';
}

/** A source system's tag may be anything; `Intl` throws at what is no tag. */
export function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The fonts of the documents have these digits, and a wrong figure must look wrong to everybody. */
export const NUMBERING = 'latn';
