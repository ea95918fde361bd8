import type { Passage } from '@draftsmith/contracts';
import { LANGUAGE_PACKS, primaryLanguage } from './phrases/index.ts';
import type { LanguagePack } from './phrases/language-pack.ts';

const FEWEST_HITS = 2;

/**
 * Whether a passage can be quoted to a reader of this language. A macro has no locale in Zendesk: then its words
 * decide, and a text too short to tell passes when its script fits.
 */
export function speaks(passage: Passage, pack: LanguagePack): boolean {
  if (passage.locale !== undefined) return primaryLanguage(passage.locale) === pack.language;
  const cyrillic = isCyrillic(passage.text);
  if (cyrillic !== (pack.language === 'ru')) return false;
  // Letters that Russian does not have: Ukrainian, Belarusian, Serbian.
  if (cyrillic) return !/[іїєґўђћџ]/iu.test(passage.text);
  const guess = guessLatin(passage.text);
  return guess === undefined || guess === pack.language;
}

function isCyrillic(text: string): boolean {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return cyrillic > latin;
}

function guessLatin(text: string): string | undefined {
  const tokens = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const ranking = LANGUAGE_PACKS.filter((pack) => pack.language !== 'ru')
    .map((pack) => ({ language: pack.language, hits: tokens.filter((token) => pack.stopWords.has(token)).length }))
    .sort((a, b) => b.hits - a.hits);
  const [first, second] = ranking;
  const clear = first && first.hits >= FEWEST_HITS && first.hits > (second?.hits ?? 0);
  return clear ? first.language : undefined;
}
