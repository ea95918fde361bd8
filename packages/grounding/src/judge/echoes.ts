import type { GroundingSource, SentenceCheck } from '../types.ts';

/** Letters and digits; shorter sentences are alike by chance. */
const SHORTEST = 8;

/**
 * A sentence that stands word for word in the conversation and in no knowledge is the customer's own, whatever it says
 * and in whatever language: support for its figures there does not make it the company's.
 */
export function distrustEchoes(
  sentences: readonly SentenceCheck[],
  sources: readonly GroundingSource[],
): SentenceCheck[] {
  const conversation = sources.filter(({ kind }) => kind === 'conversation');
  if (conversation.length === 0) return [...sentences];
  const said = conversation.map(({ text }) => bare(text)).join(BETWEEN);
  let known: string | undefined;
  return sentences.map((sentence) => {
    const words = bare(sentence.text);
    if (sentence.verdict !== 'supported' || words.length < SHORTEST || !said.includes(words)) return sentence;
    known ??= sources
      .filter(({ kind }) => kind !== 'conversation')
      .map(({ text, title = '' }) => bare(`${title}\n${text}`))
      .join(BETWEEN);
    if (known.includes(words)) return sentence;
    const { source: _, agreeing: __, ...rest } = sentence;
    return { ...rest, verdict: 'unsupported' };
  });
}

/** No sentence reaches from one text into the next. */
const BETWEEN = '\n';

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
