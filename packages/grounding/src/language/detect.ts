import { fold } from './fold.ts';
import { LANGUAGES, stopWords } from './stop-words.ts';

/** Characters; the beginning of a text is enough. */
const MAX_READ = 600;

/** The language part of a BCP 47 tag, or what the text's function words say; English where they say nothing. */
export function languageOf(text: string, tag?: string): string {
  const named = tag?.slice(0, 2).toLowerCase();
  if (named && /^[a-z]{2}$/.test(named)) return named;
  const beginning = text.slice(0, MAX_READ);
  const cyrillic = beginning.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (cyrillic > (beginning.match(/\p{L}/gu)?.length ?? 0) * 0.3) return 'ru';
  const words = fold(beginning).match(/\p{L}+/gu) ?? [];
  let best = { language: 'en', hits: 0 };
  for (const language of LANGUAGES) {
    const stops = stopWords(language);
    const hits = words.reduce((sum, word) => sum + (stops.has(word) ? 1 : 0), 0);
    if (hits > best.hits) best = { language, hits };
  }
  return best.language;
}
