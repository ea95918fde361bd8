import type { Passage } from '@draftsmith/contracts';
import { languagePack } from './phrases/index.ts';
import { type LanguagePack, UNFILLED } from './phrases/language-pack.ts';
import { isListItem, sentences, wordCount } from './text.ts';

/** Below this share of its words a text has lost its thread. */
const LEAST_KEPT = 0.5;
const NUMBERED = /^\s*\d{1,2}[.)]\s/;

/** Belongs to the customer it was written to: addresses, numbers of orders and parcels, days, redaction surrogates. */
const OTHER_CUSTOMER =
  /[\w.+-]+@[\w-]+\.\w|\[[A-Z]+_\d+\]|#\s?\d{3,}|№\s?\d{3,}|(?<![\p{L}\d])(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])[A-Z\d-]{7,}(?![\p{L}\d])|(?<![\d.,])\d[\d \-/]{4,}\d(?![\d.,]*\s?[€$£₽%])|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}/u;

export interface Trimmed {
  body: readonly string[];
  /** Nothing had to go. */
  whole: boolean;
}

/**
 * Removes the sentences that would be wrong in this letter: with a placeholder nobody could fill, and in replies
 * written for somebody else what was done or said for that one customer.
 * @returns undefined when too little is left to make sense, a numbered list would lose a step, or a macro rests on
 *   something that an agent does before sending it (`I have opened a trace. If it has not turned up in 3 days ...`)
 */
export function dropSentences(body: readonly string[], passage: Passage, pack: LanguagePack): Trimmed | undefined {
  const wrong = (sentence: string): boolean =>
    sentence.includes(UNFILLED) ||
    (passage.sourceKind !== 'article' && isClaim(sentence, pack)) ||
    (passage.sourceKind === 'past-reply' && OTHER_CUSTOMER.test(sentence));

  const [first = ''] = sentences(body[0]?.split('\n')[0] ?? '', pack.language);
  if (passage.sourceKind === 'macro' && isClaim(first, pack)) return undefined;
  const kept: string[] = [];
  for (const block of body) {
    const lines: string[] = [];
    for (const line of block.split('\n')) {
      const rest = sentences(line, pack.language).flatMap((sentence) =>
        wrong(sentence) ? saved(sentence, wrong) : sentence,
      );
      if (NUMBERED.test(line) && rest.join(' ') !== line) return undefined;
      if (rest.length > 0 || line === '') lines.push(rest.join(' '));
    }
    const text = lines.join('\n').trim();
    if (text !== '' && !leadsNowhere(text, block)) kept.push(text);
  }
  const before = wordCount(body.join(' '));
  const after = wordCount(kept.join(' '));
  return before > 0 && after >= before * LEAST_KEPT ? { body: kept, whole: after === before } : undefined;
}

/**
 * A reply to somebody else without what was done in that one case: `I have refunded 35 EUR` is untrue in the next one,
 * whoever writes it. In a language without phrases it stays as it is.
 *
 * @returns undefined when too little is left to make sense
 */
export function withoutDeeds(text: string, language: string): string | undefined {
  const pack = languagePack(language);
  if (!pack) return text;
  const lines = text.split('\n').map((line) => {
    const all = sentences(line, pack.language);
    const kept = all.filter((sentence) => !isClaim(sentence, pack));
    return kept.length === all.length ? line : kept.join(' ');
  });
  const kept = lines.join('\n').trim();
  return wordCount(kept) >= Math.max(1, wordCount(text) * LEAST_KEPT) ? kept : undefined;
}

/** The part before a semicolon stands alone: `Just answer this mail; your ticket is {{ticket.id}}.` */
function saved(sentence: string, wrong: (text: string) => boolean): string[] {
  const semicolon = sentence.indexOf('; ');
  const clause = semicolon === -1 ? '' : `${sentence.slice(0, semicolon)}.`;
  return clause === '' || wrong(clause) ? [] : [clause];
}

function isClaim(sentence: string, pack: LanguagePack): boolean {
  return pack.claim.test(sentence) && !pack.conditional.test(sentence);
}

/** `Please send us:` whose list is gone. */
function leadsNowhere(text: string, before: string): boolean {
  return text.endsWith(':') && text !== before && before.split('\n').some(isListItem);
}
