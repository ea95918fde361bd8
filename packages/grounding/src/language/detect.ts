import { fold } from '@draftsmith/letters';
import { LANGUAGES, stopWords } from './stop-words.ts';

/** Characters; the beginning of a text is enough. */
const MAX_READ = 600;

/** For each function word the languages that have it, as bits in the order of LANGUAGES. */
const languagesOf = new Map<string, number>();
for (const [bit, language] of LANGUAGES.entries())
  for (const word of stopWords(language)) languagesOf.set(word, (languagesOf.get(word) ?? 0) | (1 << bit));

/** The language part of a BCP 47 tag, or what the text's function words say; English where they say nothing. */
export function languageOf(text: string, tag?: string): string {
  const named = tag?.slice(0, 2).toLowerCase();
  if (named && /^[a-z]{2}$/.test(named)) return named;
  const words = fold(text.slice(0, MAX_READ)).match(/\p{L}+/gu) ?? [];
  const hits = LANGUAGES.map(() => 0);
  let cyrillic = 0;
  for (const word of words) {
    if (word >= 'а' && word <= 'яя') cyrillic++;
    const bits = languagesOf.get(word) ?? 0;
    for (let bit = 0; bits >> bit > 0; bit++) if (bits & (1 << bit)) hits[bit] = (hits[bit] ?? 0) + 1;
  }
  if (cyrillic > words.length * 0.3) return 'ru';
  const most = Math.max(...hits);
  return (most > 0 ? LANGUAGES[hits.indexOf(most)] : undefined) ?? 'en';
}
