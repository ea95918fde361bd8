import type { AppError } from '@draftsmith/errors';
import type { Usage } from '../contract/completion.ts';
import type { CompletionRequest } from '../contract/request.ts';
import type { ProviderAnswer, Spent } from '../provider.ts';
import type { Dialect } from './dialect.ts';
import { estimateUsage } from './estimate.ts';
import { readFault } from './fault.ts';
import type { Reading } from './reading.ts';
import { toFailure } from './to-failure.ts';
import { unusable } from './unusable.ts';

export interface Exchange<Counts extends object> {
  /** Subject of messages for people, e.g. `OpenAI`. */
  title: string;
  dialect: Dialect<Counts>;
  request: CompletionRequest;
  /** As the route names it. */
  model: string;
}

/**
 * Decides whether what a model said may become a draft. Half an answer looks like a whole one to a busy reader, so
 * everything but a natural end is a failure of this route.
 */
export function judge<Counts extends object>(
  reading: Reading<Counts>,
  exchange: Exchange<Counts>,
  now: number,
): ProviderAnswer {
  const { title, dialect } = exchange;
  const spent = spentOn(reading, exchange);
  const paid = spent ? { spent } : {};
  const timed = reading.firstTokenMs === undefined ? {} : { firstTokenMs: reading.firstTokenMs };
  if (reading.error !== undefined) {
    const fault = readFault(reading.error);
    return { ...toFailure(fault, dialect.toError(fault), { title, model: exchange.model, now }), ...paid };
  }
  if (reading.refusal !== undefined || reading.finish?.kind === 'refusal') {
    return { kind: 'refused', detail: refusalDetail(title, reading), ...paid };
  }
  const text = (dialect.clean?.(reading.text) ?? reading.text).trim();
  const error = problem(reading, title, spent) ?? (text === '' ? empty(title) : undefined);
  if (error || !spent) return { kind: 'failed', error: error ?? empty(title), ...paid, ...timed };
  return { kind: 'text', text, model: reading.model, ...spent, ...timed };
}

function problem<Counts extends object>(
  { finish, pieces, repeats }: Reading<Counts>,
  title: string,
  spent: Spent | undefined,
): AppError | undefined {
  if (!finish) return unusable('llm.cut', `${title} broke off before the answer ended`, true);
  if (finish.kind === 'length') return unusable('llm.truncated', `${title} ran into the length limit mid-answer`);
  if (finish.kind !== 'stop') {
    return unusable('llm.finish', `${title} stopped for a reason that is not an answer (${shown(finish.raw)})`);
  }
  // A model may well say the same thing twice. More pieces than it has counted, and just as many without the repeated
  // ones, tell that it did not.
  const said = spent && !spent.estimated ? tokensOfText(spent.usage) : Number.POSITIVE_INFINITY;
  if (pieces > said && pieces - repeats <= said) {
    return unusable('llm.duplicated', `${title} sent parts of the answer twice`, true);
  }
  return undefined;
}

function tokensOfText({ outputTokens, reasoningTokens = 0 }: Usage): number {
  return outputTokens - reasoningTokens;
}

/** What is paid for, whatever became of the answer. Undefined when the model never began. */
export function spentOn<Counts extends object>(
  reading: Reading<Counts>,
  { dialect, request, model }: Exchange<Counts>,
): Spent | undefined {
  const counted = reading.counts && dialect.toUsage(reading.counts);
  if (counted && reading.counted) return { usage: counted, estimated: false };
  if (!reading.begun) return undefined;
  const guess = estimateUsage(request, reading.thought + reading.text + (reading.refusal ?? ''));
  const usage = {
    ...counted,
    inputTokens: counted?.inputTokens || guess.inputTokens,
    outputTokens: Math.min(
      Math.max(counted?.outputTokens ?? 0, guess.outputTokens),
      dialect.outputLimit(request, model),
    ),
  };
  return { usage, estimated: true };
}

function refusalDetail<Counts extends object>(title: string, { refusal, finish }: Reading<Counts>): string {
  const reason = refusal?.replace(/\s+/g, ' ').trim().slice(0, 200);
  return `${title} declined to answer${reason ? `: ${reason}` : ` (${shown(finish?.raw ?? 'unknown')})`}`;
}

/** A word of the API. Anything else is text, and whose nobody knows. */
function shown(raw: string): string {
  return /^[\w.:-]{1,60}$/.test(raw) ? raw : 'unknown';
}

function empty(title: string): AppError {
  return unusable('llm.empty', `${title} gave an empty answer`);
}
