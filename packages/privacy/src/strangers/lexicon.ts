import { COMMON_WORDS } from '../common-words.ts';
export function isCommonWord(folded: string): boolean {
  return COMMON_WORDS.has(folded);
}
