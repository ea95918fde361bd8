import { fold } from '@draftsmith/letters';
import snowball from 'snowball-stemmers';

/** Snowball algorithms by ISO 639-1; a language without one is matched by whole words and character n-grams. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  en: 'english',
  ru: 'russian',
  de: 'german',
  es: 'spanish',
  fr: 'french',
  pt: 'portuguese',
  it: 'italian',
  nl: 'dutch',
  cs: 'czech',
  da: 'danish',
  fi: 'finnish',
  hu: 'hungarian',
  no: 'norwegian',
  ro: 'romanian',
  sv: 'swedish',
  tr: 'turkish',
};

/** Stemming in script is slow and vocabularies are small: remembered, but never without bound. */
const MAX_REMEMBERED = 50_000;

interface Stemmer {
  stem(word: string): string;
  remembered: Map<string, string>;
}

const stemmers = new Map<string, Stemmer>();

/** The folded stem of one lower-case word, accents still in place when it has them. */
export function stem(word: string, language: string): string {
  const algorithm = ALGORITHMS[language];
  if (!algorithm || word.length < 3) return fold(word);
  const stemmer = stemmerFor(language, algorithm);
  const known = stemmer.remembered.get(word);
  if (known !== undefined) return known;
  const stemmed = foldStem(stemmer.stem(restoreAccents(word, language)), language);
  if (stemmer.remembered.size >= MAX_REMEMBERED) stemmer.remembered.clear();
  stemmer.remembered.set(word, stemmed);
  return stemmed;
}

function stemmerFor(language: string, algorithm: string): Stemmer {
  const known = stemmers.get(language);
  if (known) return known;
  const built: Stemmer = { stem: wordStemmer(algorithm), remembered: new Map() };
  stemmers.set(language, built);
  return built;
}

function wordStemmer(algorithm: string): (word: string) => string {
  const stemmer = snowball.newStemmer(algorithm);
  return (word) => stemmer.stem(word);
}

/** Typed without accents, `devolucion` and `devolucao` would escape the suffix rules that need them. */
function restoreAccents(word: string, language: string): string {
  if (language === 'ru') return word.replaceAll('ё', 'е');
  if (language === 'es') return word.replace(/([cs])ion$/, '$1ión');
  if (language === 'pt') return word.replace(/cao$/, 'ção').replace(/coes$/, 'ções');
  return word;
}

/** German on a foreign keyboard writes `ue` for `ü`; both end as `u`, as in Snowball's own german2 variant. */
function foldStem(stemmed: string, language: string): string {
  const folded = fold(stemmed);
  return language === 'de' ? folded.replace(/([ao])e/g, '$1').replace(/(?<!q)ue/g, 'u') : folded;
}
