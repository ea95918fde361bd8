import { fold } from '@draftsmith/letters';
import snowball from 'snowball-stemmers';

const ALGORITHMS: Readonly<Record<string, string>> = {
  en: 'english',
  ru: 'russian',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  pt: 'portuguese',
  it: 'italian',
  nl: 'dutch',
};

/** Stemming in script is slow and vocabularies are small: remembered, but never without bound. */
const MAX_REMEMBERED = 50_000;
/** Longer runs of letters are keys or noise. */
const LONGEST_WORD = 60;

interface Stemmer {
  stem: (word: string) => string;
  remembered: Map<string, string>;
}

const stemmers = new Map<string, Stemmer>();

/** The folded stem of a word; a language without an algorithm is matched by its folded words. */
export function stem(word: string, language: string): string {
  if (word.length > LONGEST_WORD) return word.slice(0, LONGEST_WORD);
  const stemmer = stemmerFor(language);
  const known = stemmer.remembered.get(word);
  if (known !== undefined) return known;
  const stemmed = fold(stemmer.stem(plain(word, language)));
  if (stemmer.remembered.size >= MAX_REMEMBERED) stemmer.remembered.clear();
  stemmer.remembered.set(word, stemmed);
  return stemmed;
}

/** German verbs keep their "-t" in the algorithm: "zahlt" would not meet "zahlen". Nouns have capitals. */
const GERMAN_VERB = /^(\p{Ll}{3,}?[^aeiouäöü\W])e?t$/u;

function plain(word: string, language: string): string {
  const bare = language === 'de' ? word.replace(GERMAN_VERB, '$1') : word;
  return bare.toLowerCase().replaceAll('ё', 'е');
}

function stemmerFor(language: string): Stemmer {
  const known = stemmers.get(language);
  if (known) return known;
  const algorithm = ALGORITHMS[language];
  const built: Stemmer = { stem: algorithm ? algorithmic(algorithm) : (word) => word, remembered: new Map() };
  // Only languages that have an algorithm are kept: a caller's language tag is not a bound on memory.
  if (algorithm) stemmers.set(language, built);
  return built;
}

function algorithmic(algorithm: string): (word: string) => string {
  const stemmer = snowball.newStemmer(algorithm);
  return (word) => (word.length < 3 ? word : stemmer.stem(word));
}
