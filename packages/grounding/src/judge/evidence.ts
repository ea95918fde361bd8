import type { Candidate } from '../match/candidates.ts';
import type { PassageIndex } from '../match/passage-index.ts';
import type { ReadDocument, ReadSentence } from '../read/document.ts';
import type { CheckOptions, ClaimCheck, SourceSpan } from '../types.ts';
import type { MentionIndex } from './mention-index.ts';

/** What is known when one sentence of a draft is judged. */
export interface Evidence {
  draft: ReadDocument;
  sentence: ReadSentence;
  /** Nearest passages, best first. */
  candidates: readonly Candidate[];
  index: PassageIndex;
  mentions: MentionIndex;
  options: CheckOptions;
  /** What the sentences before and behind speak for, by source: letters stay with one subject for a while. */
  lean: ReadonlyMap<number, number>;
}

export interface Decision {
  verdict: ClaimCheck['verdict'];
  source?: SourceSpan;
  agreeing?: SourceSpan;
}

/** The claim that tokens `from` to `to` (exclusive) of the draft make. */
export function claimOf(
  { draft }: Evidence,
  { kind, from, to }: { kind: ClaimCheck['kind']; from: number; to: number },
  decision: Decision,
): ClaimCheck {
  const start = draft.reader.tokens[from]?.start ?? 0;
  const end = draft.reader.tokens[to - 1]?.end ?? start;
  return { kind, text: draft.text.slice(start, end), start, end, ...decision };
}
