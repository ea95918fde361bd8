export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where the people, places and firms of a corpus come from. */
export interface Vocabulary {
  first(language: Language): string;
  last(language: Language): string;
  city(language: Language): string;
  company(language: Language): string;
  street(language: Language): string;
}
