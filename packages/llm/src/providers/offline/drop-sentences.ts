import type { Passage } from '@draftsmith/contracts';
import { type LanguagePack, UNFILLED } from './phrases/language-pack.ts';
import { isListItem, sentences, wordCount } from './text.ts';

/** Below this share of its words a text has lost its thread. */
const LEAST_KEPT = 0.5;
const NUMBERED = /^\s*\d{1,2}[.)]\s/;

/** Belongs to the customer it was written to: addresses, numbers of orders and parcels, days, redaction surrogates. */
const OTHER_CUSTOMER =
  /[\w.+-]+@[\w-]+\.\w|\[[A-Z]+_\d+\]|#\s?\d{3,}|№\s?\d{3,}|(?<![\p{L}\d])(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])[A-Z\d-]{7,}(?![\p{L}\d])|(?<![\d.,])\d[\d \-/]{4,}\d(?![\d.,]*\s?[€$£₽%])|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}/u;

/**
 * Removes the sentences that would be wrong in this letter: with a placeholder nobody could fill, and in replies
 * written for somebody else what was done or said for that one customer.
 * @returns undefined when too little is left to make sense, or a numbered list would lose a step
 */
export function dropSentences(body: readonly string[], passage: Passage, pack: LanguagePack): string[] | undefined {
  const wrong = (sentence: string): boolean =>
    sentence.includes(UNFILLED) ||
    (passage.sourceKind !== 'article' && isClaim(sentence, pack)) ||
    (passage.sourceKind === 'past-reply' && OTHER_CUSTOMER.test(sentence));

  const kept: string[] = [];
  for (const block of body) {
    const lines: string[] = [];
    for (const line of block.split('\n')) {
      if (NUMBERED.test(line) && wrong(line)) return undefined;
      const rest = sentences(line, pack.language).filter((sentence) => !wrong(sentence));
      if (rest.length > 0 || line === '') lines.push(rest.join(' '));
    }
    const text = lines.join('\n').trim();
    if (text !== '' && !leadsNowhere(text, block)) kept.push(text);
  }
  const before = wordCount(body.join(' '));
  return before > 0 && wordCount(kept.join(' ')) >= before * LEAST_KEPT ? kept : undefined;
}

function isClaim(sentence: string, pack: LanguagePack): boolean {
  return pack.claim.test(sentence) && !pack.conditional.test(sentence);
}

/** `Please send us:` whose list is gone. */
function leadsNowhere(text: string, before: string): boolean {
  return text.endsWith(':') && text !== before && before.split('\n').some(isListItem);
}
