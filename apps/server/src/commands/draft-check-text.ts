import type { CheckedSentence, Draft, Evidence } from '@draftsmith/contracts';
import { summary } from '@draftsmith/grounding';
import { claimWords, MARKS, printable } from './check-text.ts';

/** What a draft's check tells the person at a terminal: how much is supported, then what is not, and why. */
export function draftCheckText({ text, check }: Pick<Draft, 'text' | 'check'>): readonly string[] {
  if (!check) return [];
  const open = check.sentences.filter(({ verdict }) => verdict === 'unsupported' || verdict === 'contradicted');
  return [
    summary(check, 'en').text,
    ...(check.changed ? [CHANGED[check.changed.how](check.changed.sentences)] : []),
    ...(check.opinionCostUsd === undefined ? [] : [`A second opinion was asked for $${check.opinionCostUsd}`]),
    ...open.flatMap((sentence) => sentenceLines(sentence, text)),
  ];
}

const CHANGED = {
  strike: (sentences: number) => `Taken out, because no source supports them: ${sentences}`,
  question: (sentences: number) => `Turned into questions, because no source supports them: ${sentences}`,
} as const;

function sentenceLines({ start, end, verdict, claims = [], evidence, agreeing }: CheckedSentence, text: string) {
  return [
    `${MARKS[verdict]} ${printable(text.slice(start, end))}`,
    ...claims.map((claim) => claimWords(claim.kind, text.slice(claim.start, claim.end), claim.verdict)),
    ...(evidence && verdict === 'contradicted' ? [`    but ${quoted(evidence)}`] : []),
    ...(agreeing ? [`    though ${quoted(agreeing)}`] : []),
  ];
}

function quoted({ title, quote, visibility }: Evidence): string {
  return `${visibility === 'conversation' ? 'the conversation' : printable(title)} says: ${printable(quote)}`;
}
