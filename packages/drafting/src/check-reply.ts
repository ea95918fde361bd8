import type { CheckedSentence, DraftCheck, UnsupportedPolicy } from '@draftsmith/contracts';
import { applyPolicy, checkDraft, type DraftCheck as Judged, type SentenceCheck } from '@draftsmith/grounding';
import type { Grounds } from './grounds.ts';
import { withPageNames } from './page-names.ts';
import { type Opinions, withOpinions } from './second-opinion.ts';
import { turn } from './turn.ts';

export type CheckedReply =
  | { kind: 'written'; text: string; check: DraftCheck }
  /** `detail` says in a sentence why the draft is held back. */
  | { kind: 'withheld'; detail: string };

export interface CheckReplyInput {
  text: string;
  /** ISO 639-1. */
  language: string;
  grounds: Grounds;
  unsupported: UnsupportedPolicy;
  /** Asked about what no source supports, when the account wants it. */
  opinionsOn?: (judged: Judged) => Promise<Opinions>;
}

/** What is left after sentences were taken out may lean on them: it is checked and struck again, but not for ever. */
const MAX_STRIKES = 4;

/** Every statement of a draft against its grounds, and the draft as the account wants it then. */
export async function checkReply(input: CheckReplyInput): Promise<CheckedReply> {
  const { language, grounds, unsupported, opinionsOn } = input;
  const judge = async (text: string) => {
    await turn();
    return withPageNames(checkDraft({ text, language }, grounds.sources, grounds.options), grounds.names);
  };
  const first = await judge(input.text);
  const opinions = await opinionsOn?.(first);

  let text = input.text;
  let judged = withOpinions(first, opinions);
  let changed = 0;
  for (let round = 0; round < MAX_STRIKES; round += 1) {
    const result = applyPolicy(judged, text, unsupported);
    if (result.outcome === 'withheld') return { kind: 'withheld', detail: result.reason };
    changed += result.changed;
    text = result.text;
    if (result.check)
      return { kind: 'written', text, check: shown(result.check, grounds, { unsupported, changed, opinions }) };
    judged = withOpinions(await judge(text), opinions);
  }
  return { kind: 'withheld', detail: 'What was left without the unsupported statements had no support either' };
}

function shown(
  { sentences, supported, claims }: Judged,
  grounds: Grounds,
  done: { unsupported: UnsupportedPolicy; changed: number; opinions: Opinions | undefined },
): DraftCheck {
  const { unsupported: how, changed, opinions } = done;
  return {
    sentences: sentences.map((sentence) => shownSentence(sentence, grounds)),
    supported,
    claims,
    ...(changed > 0 && (how === 'strike' || how === 'question') && { changed: { how, sentences: changed } }),
    ...(opinions?.costUsd !== undefined && { opinionCostUsd: opinions.costUsd }),
  };
}

function shownSentence(
  { start, end, verdict, source, agreeing, claims, secondOpinion }: SentenceCheck,
  { evidenceAt }: Grounds,
): CheckedSentence {
  const evidence = source && evidenceAt(source);
  const other = agreeing && evidenceAt(agreeing);
  const open = claims.flatMap((claim) =>
    claim.verdict === 'supported'
      ? []
      : [{ kind: claim.kind, start: claim.start, end: claim.end, verdict: claim.verdict }],
  );
  return {
    start,
    end,
    verdict,
    ...(evidence && { evidence }),
    ...(other && { agreeing: other }),
    ...(open.length > 0 && { claims: open }),
    ...(secondOpinion && { secondOpinion }),
  };
}
