import type { ProposalParagraph } from '@draftsmith/contracts';
import { type LockTerms, lockSection } from '@draftsmith/number-lock';
import { lockTermsOf } from '../lock-terms.ts';
import { bindLine } from './bind-line.ts';
import type { OwnInput } from './own-section.ts';
import { phrasesFor } from './phrases/index.ts';
import { chooseQuotes, type Quote } from './quotes.ts';

/** The customer's situation in the customer's own sentences, each with where it was said; under the lock like all else. */
export function ownSummary(input: OwnInput): ProposalParagraph[] {
  const { summary, quotes: marks } = phrasesFor(input.locale);
  const quotes = chooseQuotes(input.activities);
  const terms = lockTermsOf(input);
  const paragraphs = [
    ...group(
      summary.inYourWords,
      quotes.filter(({ from }) => from === 'customer'),
      { marks, terms },
    ),
    ...group(
      summary.fromTalks,
      quotes.filter(({ from }) => from === 'talk'),
      { marks, terms },
    ),
  ];
  if (paragraphs.length > 0) return paragraphs;
  const without = bindLine(summary.without, input.facts);
  return without === undefined ? [] : [{ text: without, sources: [] }];
}

interface Frame {
  marks: readonly [string, string];
  terms: LockTerms;
}

/** The introduction stands only where a quote does; half a quote is none. */
function group(intro: string, quotes: readonly Quote[], { marks: [open, close], terms }: Frame): ProposalParagraph[] {
  const bullets = quotes.map(({ text, activity }): ProposalParagraph => {
    return { text: `${open}${text}${close}`, bullet: true, sources: [activity] };
  });
  const whole = bullets.filter((bullet) => {
    const { paragraphs } = lockSection({ kind: 'summary', paragraphs: [bullet] }, terms);
    return paragraphs.length === 1 && paragraphs[0]?.text === bullet.text;
  });
  return whole.length === 0 ? [] : [{ text: intro, sources: [] }, ...whole];
}
