import type { LanguagePack } from './phrases/language-pack.ts';

const SHOUTED_WORDS = 2;

/** By words, or by the way it is written: `??`, `!!`, several words in capitals. */
export function isAngry(text: string, pack: LanguagePack): boolean {
  return pack.complaint.test(text) || /[!?]{2,}/.test(text) || shouts(text);
}

function shouts(text: string): boolean {
  return (text.match(/(?<![\p{L}\p{N}-])\p{Lu}{4,}(?![\p{L}\p{N}-])/gu)?.length ?? 0) >= SHOUTED_WORDS;
}
