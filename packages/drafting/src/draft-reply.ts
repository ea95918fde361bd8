import type { AccountPolicy, Draft, DraftBrief, DraftContext, SkipReason } from '@draftsmith/contracts';
import { isConfident } from '@draftsmith/knowledge';
import type { Attempt, CompleteOptions, Completer, Completion, CompletionRequest, NoCompletion } from '@draftsmith/llm';
import type { Redactor, RemoteRecogniser } from '@draftsmith/privacy';
import { type AgentWish, readWish, vouchedFor } from './agent-wish.ts';
import { checkReply } from './check-reply.ts';
import { cite } from './cite.ts';
import { containAnswer, containQuotes } from './contain-answer.ts';
import { readContext, readPassages } from './contain-context.ts';
import { findPassages, type SearchDeps } from './find-passages.ts';
import { groundsOf } from './grounds.ts';
import { type PromptParts, taskOf, toCompletionRequest } from './prompt.ts';
import { readQuestion } from './question.ts';
import { guardOf, redactorOf } from './redaction.ts';
import { askOpinions } from './second-opinion.ts';
import { signed } from './signed.ts';
import { turn } from './turn.ts';

export interface DraftReplyDeps extends SearchDeps {
  completer: Completer;
  /** Adds what a model on another machine finds of people, where an admin runs one. */
  recogniser?: RemoteRecogniser | undefined;
}

export type DraftResult =
  | { kind: 'drafted'; draft: Draft; completion: Completion }
  | {
      kind: 'skipped';
      reason: SkipReason;
      detail?: string;
      language?: string;
      attempts?: readonly Attempt[];
      /** For `no-answer`: a provider was only out of reach, and may answer later. */
      retryable?: boolean;
    };

const NOTHING_LEFT = 'The answer repeated its instructions and held no reply';

export interface DraftReplyInput {
  context: DraftContext;
  brief: DraftBrief;
  draftId: string;
  /** What the account has decided on privacy and truth. */
  policy: AccountPolicy;
  signal: AbortSignal;
  cache?: 'on' | 'off';
  /** An agent wants another reply than what is there. */
  wish?: AgentWish;
  /** Who asked, for budgets: an opaque id, see `Payer`. */
  user?: string;
  /** Told before each part of the work, and waited for. */
  onStep?: (step: 'searching' | 'writing' | 'checking') => Promise<void>;
}

/**
 * Question, retrieval, redaction, completion, restoration, bounds, check. Knows no source system and writes nothing.
 *
 * @throws AppError as the completer does
 */
export async function draftReply(deps: DraftReplyDeps, input: DraftReplyInput): Promise<DraftResult> {
  const { brief, policy } = input;
  await turn();
  const context = readContext(input.context);
  const read = readQuestion(context);
  if (read.kind === 'skip') return { kind: 'skipped', reason: read.reason };
  const { question } = read;
  const { language } = question;

  await input.onStep?.('searching');
  const found = await findPassages(deps, context, question, input.signal);
  const passages = readPassages(found.filter(isConfident), language);
  const wish = input.wish && readWish(input.wish);
  // Without support a model would make something up, and pay for it: there is nothing to write from.
  if (passages.length === 0 && !wish?.steer) return { kind: 'skipped', reason: 'no-source', language };

  await turn();
  const parts = { context, brief, question, passages, ...(wish && { wish }) };
  const texts = textsOf(parts);
  const redactor = await redactorOf({ context, passages, policy, language, texts, recogniser: deps.recogniser });
  await turn();
  const request = {
    ...toCompletionRequest({ ...parts, redact: redactor.redact }),
    ...(input.user && { user: input.user }),
    guard: guardOf(redactor, brief.instructions),
  };
  const options = { signal: input.signal, reference: input.draftId, ...(input.cache && { cache: input.cache }) };
  await input.onStep?.('writing');
  await turn();
  const result = await deps.completer.complete(request, options);
  if (result.kind !== 'answered') return unanswered(result, language);
  await input.onStep?.('checking');
  return toDraft(result.completion, { ...parts, policy, redactor, request, options, completer: deps.completer });
}

interface Asked extends Omit<PromptParts, 'redact'> {
  policy: AccountPolicy;
  redactor: Redactor;
  request: CompletionRequest;
  options: CompleteOptions;
  completer: Completer;
}

/** What a model has answered becomes a draft: cited, restored, bounded, checked. */
async function toDraft(completion: Completion, asked: Asked): Promise<DraftResult> {
  const { context, brief, passages, policy, redactor, wish } = asked;
  const { language } = asked.question;
  const { provider, model, modelWritten, attempts } = completion;
  const { text, citations } = cite(completion, passages);
  const instructions = `${brief.instructions}\n${taskOf({ language })}`;
  const open = [...passages, ...vouchedFor(wish)];
  const bounds = { language, passages: open, policy, customer: context.customer, instructions, phrases: brief.phrases };
  const answer = containAnswer(redactor.restoreReadably(text, language), bounds);
  if (answer.text === '') return { kind: 'skipped', reason: 'refused', detail: NOTHING_LEFT, language, attempts };
  const checked = await checkReply({
    text: answer.text,
    language,
    grounds: groundsOf({ context, passages, signature: brief.signature, policy, steer: wish?.steer }),
    unsupported: policy.truth.unsupported,
    ...(policy.truth.secondOpinion && {
      opinionsOn: (judged) => askOpinions(judged, { ...asked, redact: redactor.redact }),
    }),
  });
  if (checked.kind === 'withheld')
    return { kind: 'skipped', reason: 'unsupported', detail: checked.detail, language, attempts };
  const draft = {
    text: signed(checked.text, brief.signature),
    language,
    citations,
    provider,
    model,
    modelWritten,
    check: containQuotes(checked.check, bounds),
  };
  return { kind: 'drafted', draft, completion };
}

/** Every text that the prompt will hold of people and sources: the redactor reads them all before it hides the first. */
function textsOf(parts: Omit<PromptParts, 'redact'>): string[] {
  const texts: string[] = [];
  const note = (text: string) => {
    texts.push(text);
    return text;
  };
  toCompletionRequest({ ...parts, redact: note });
  return texts;
}

function unanswered({ kind, detail, attempts, retryable }: NoCompletion, language: string): DraftResult {
  const common = { kind: 'skipped', detail, attempts, language } as const;
  if (kind === 'refused') return { ...common, reason: 'refused' };
  if (kind === 'stopped') return { ...common, reason: 'budget' };
  return { ...common, reason: 'no-answer', retryable };
}
