import { digits, pick } from '../random.ts';
import type { Language, Vocabulary } from './vocabulary.ts';

/** A language's words: names and towns apart by spaces, companies and streets by `|`; each `#` becomes a digit. */
export interface Words {
  first: string;
  last: string;
  city: string;
  company: string;
  street: string;
}

export function vocabularyOf(words: Readonly<Record<Language, Words>>, random: () => number): Vocabulary {
  const word = (list: string) => pick(list.split(/ (?!Goff)/), random).trim();
  return {
    first: (language) => word(words[language].first),
    last: (language) => word(words[language].last),
    city: (language) => word(words[language].city),
    company: (language) => pick(words[language].company.split('|'), random),
    street: (language) => digits(pick(words[language].street.split('|'), random), random).replace(/(?<=^|\D)0/g, '1'),
  };
}
