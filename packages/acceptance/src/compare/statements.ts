import { checkDraft } from '@draftsmith/grounding';
import { wordsOf } from './words.ts';

/** One sentence of a letter. */
export interface Statement {
  text: string;
  words: readonly string[];
  /** Thanks, apologies, offers of help, questions: half of all letters share them. */
  courtesy: boolean;
}

/** Longer letters are read as far as this. */
const LONGEST = 20_000;

/** The sentences of a letter's body that have words. */
export function statementsOf(body: string, language: string): Statement[] {
  const { sentences } = checkDraft({ text: body.slice(0, LONGEST), language }, []);
  return sentences
    .map(({ text, verdict }) => ({ text, words: wordsOf(text), courtesy: verdict === 'no-claim' }))
    .filter(({ words }) => words.length > 0);
}
