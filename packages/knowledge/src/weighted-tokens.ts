import type { SourcePassage } from './passages.ts';
import { type Token, tokenize } from './tokens.ts';

const TITLE_WEIGHT = 2;
const HEADING_WEIGHT = 1.5;

export interface WeightedToken {
  token: Token;
  weight: number;
  inTitle: boolean;
}

/** Every word that a passage is found by; title and heading count more than the text. */
export function weightedTokens(
  { source: { title, question }, heading, text }: SourcePassage,
  language: string,
): WeightedToken[] {
  const read = (written: string | undefined, weight: number, inTitle = false) =>
    written ? tokenize(written, language).map((token): WeightedToken => ({ token, weight, inTitle })) : [];
  return [
    ...read(title, TITLE_WEIGHT, true),
    ...read(heading, HEADING_WEIGHT),
    ...read(text, 1),
    // What another customer asked is nearer to the question than what they were told.
    ...read(question, 1),
  ];
}
