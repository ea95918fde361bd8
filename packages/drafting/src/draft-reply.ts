import type { Draft, DraftBrief, DraftContext, SkipReason } from '@draftsmith/contracts';
import { type Analyser, createIndex, isConfident, type KnowledgeIndex } from '@draftsmith/knowledge';
import type { Attempt, Completer, Completion } from '@draftsmith/llm';
import { createRedactor, keepFrom } from '@draftsmith/privacy';
import { cite } from './cite.ts';
import { toCompletionRequest } from './prompt.ts';
import { type Question, readQuestion } from './question.ts';
import { turn } from './turn.ts';

export interface DraftReplyDeps {
  completer: Completer;
  /** Keeps what was read of articles and macros, so that the same ones cost nothing for the next ticket. */
  analyser: Analyser;
  /** Searched beside the context's own sources, when there is one. */
  index?: KnowledgeIndex;
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

const MAX_PASSAGES = 5;

/** Question, retrieval, redaction, completion, restoration, citation. Knows no source system and writes nothing. */
export async function draftReply(
  deps: DraftReplyDeps,
  input: { context: DraftContext; brief: DraftBrief; draftId: string; signal: AbortSignal; cache?: 'on' | 'off' },
): Promise<DraftResult> {
  const { context, brief } = input;
  await turn();
  const read = readQuestion(context);
  if (read.kind === 'skip') return { kind: 'skipped', reason: read.reason };
  const { question } = read;

  const passages = search(deps, context, question).filter(isConfident);
  // Without support a model would make something up, and pay for it: there is nothing to write from.
  if (passages.length === 0) return { kind: 'skipped', reason: 'no-source', language: question.language };

  await turn();
  // A town in the delivery terms is no customer's; an old reply may name one.
  const own = passages.filter(({ sourceKind }) => sourceKind !== 'past-reply').map(({ text }) => text);
  const redactor = createRedactor([context.customer, ...context.people], { keep: keepFrom(own) });
  const request = toCompletionRequest({ context, brief, question, passages, redact: redactor.redact });
  await turn();
  const result = await deps.completer.complete(request, {
    signal: input.signal,
    reference: input.draftId,
    ...(input.cache && { cache: input.cache }),
  });
  if (result.kind !== 'answered') {
    const { detail, attempts } = result;
    const common = { kind: 'skipped', detail, attempts, language: question.language } as const;
    if (result.kind === 'refused') return { ...common, reason: 'refused' };
    if (result.kind === 'stopped') return { ...common, reason: 'budget' };
    return { ...common, reason: 'no-answer', retryable: result.retryable };
  }

  const { completion } = result;
  const { text, citations } = cite(completion, passages);
  const { provider, model, modelWritten } = completion;
  const draft = { text: redactor.restore(text), language: question.language, citations, provider, model, modelWritten };
  return { kind: 'drafted', draft, completion };
}

function search({ analyser, index }: DraftReplyDeps, context: DraftContext, question: Question) {
  // What customers may not read must not shape what they are told, whoever writes it.
  const options = { language: question.language, limit: MAX_PASSAGES, visibility: 'public' } as const;
  const own = createIndex({ analyser });
  own.add(context.sources);
  const found = [...own.search(question.parts, options), ...(index?.search(question.parts, options) ?? [])];
  return index ? found.sort((a, b) => b.confidence - a.confidence).slice(0, MAX_PASSAGES) : found;
}
