import { allFakers, type Faker } from '@faker-js/faker';
import type { Language, Vocabulary } from './vocabulary.ts';

const LOCALES: Readonly<Record<Language, keyof typeof allFakers>> = {
  en: 'en',
  de: 'de',
  fr: 'fr',
  es: 'es',
  pt: 'pt_BR',
  it: 'it',
  nl: 'nl',
  pl: 'pl',
  ru: 'ru',
};

/** The lists that the gazetteers are made of, so an upper bound for names; companies and streets are put together. */
export function fakerVocabulary(seed: number): Vocabulary {
  const of = (language: Language): Faker => allFakers[LOCALES[language]];
  for (const locale of Object.values(LOCALES)) allFakers[locale].seed(seed);
  // A first name and the surname after it are of one sex, as Russian surnames show it.
  let sex: 'female' | 'male' = 'male';
  return {
    first: (language) => {
      sex = sex === 'male' ? 'female' : 'male';
      return of(language).person.firstName(sex);
    },
    last: (language) => of(language).person.lastName(sex),
    city: (language) => of(language).location.city(),
    company: (language) => of(language).company.name(),
    street: (language) => of(language).location.streetAddress(),
  };
}
