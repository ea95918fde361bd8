import type { Source } from '@draftsmith/contracts';
import { detectLanguage } from './language.ts';
import { ngrams } from './ngrams.ts';
import { type SourcePassage, toPassages } from './passages.ts';
import { topicOf } from './topics.ts';
import { weightedTokens } from './weighted-tokens.ts';

/** A passage with everything that ranking needs to know of it. */
export interface AnalysedPassage {
  passage: SourcePassage;
  /** ISO 639-1. */
  language: string;
  /** The product, place or section that its title begins with. */
  topic?: string;
  /** Weighted frequencies; title and heading count more than the text. */
  stems: ReadonlyMap<string, number>;
  grams: ReadonlyMap<number, number>;
}

/** Turns sources into analysed passages and remembers them: the same macros come back with every ticket. */
export interface Analyser {
  analyse(source: Source): readonly AnalysedPassage[];
}

export interface AnalyserOptions {
  /** Rough bound of what is remembered; the least recently used goes first. */
  maxBytes: number;
}

/** Measured on articles of 70-word passages: two maps of about 60 stems and 900 n-grams. */
const BYTES_PER_STEM = 90;
const BYTES_PER_GRAM = 30;

export function createAnalyser({ maxBytes }: AnalyserOptions = { maxBytes: 64 * 1024 * 1024 }): Analyser {
  const remembered = new Map<string, { source: Source; passages: readonly AnalysedPassage[]; bytes: number }>();
  let bytes = 0;

  const forget = (key: string) => {
    bytes -= remembered.get(key)?.bytes ?? 0;
    remembered.delete(key);
  };

  return {
    analyse(source) {
      // A source has one id per locale in some systems: both belong to the key.
      const key = `${source.kind} ${source.id} ${source.locale ?? ''}`;
      const known = remembered.get(key);
      forget(key);
      const passages = known && sameSource(known.source, source) ? known.passages : analyse(source);
      const size = sizeOf(passages);
      remembered.set(key, { source, passages, bytes: size });
      bytes += size;
      for (const oldest of remembered.keys()) {
        if (bytes <= maxBytes) break;
        forget(oldest);
      }
      return passages;
    },
  };
}

/** Every field reaches the results, so a changed title, link or visibility must not be served from memory. */
function sameSource(a: Source, b: Source): boolean {
  return (
    a.text === b.text &&
    a.question === b.question &&
    a.title === b.title &&
    a.url === b.url &&
    a.visibility === b.visibility
  );
}

function analyse(source: Source): AnalysedPassage[] {
  const language = source.locale?.slice(0, 2).toLowerCase() ?? detectLanguage(`${source.title}\n${source.text}`);
  // Subjects of old tickets are strangers' words: "Re: ..." is no section of anything.
  const topic = source.kind === 'past-reply' ? undefined : topicOf(source.title);
  return toPassages(source).map((passage) => ({
    passage,
    language,
    ...(topic !== undefined && { topic }),
    ...frequencies(passage, language),
  }));
}

function frequencies(passage: SourcePassage, language: string): Pick<AnalysedPassage, 'stems' | 'grams'> {
  const stems = new Map<string, number>();
  const grams = new Map<number, number>();
  for (const { token, weight } of weightedTokens(passage, language)) {
    stems.set(token.stem, (stems.get(token.stem) ?? 0) + weight);
    for (const gram of ngrams(token.folded)) grams.set(gram, (grams.get(gram) ?? 0) + weight);
  }
  return { stems, grams };
}

function sizeOf(passages: readonly AnalysedPassage[]): number {
  let size = 0;
  for (const { stems, grams, passage } of passages)
    size += stems.size * BYTES_PER_STEM + grams.size * BYTES_PER_GRAM + passage.text.length * 2;
  return size;
}
