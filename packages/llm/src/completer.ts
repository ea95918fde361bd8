import type {
  CompleteOptions,
  Completer,
  Completion,
  CompletionRequest,
  CompletionResult,
} from '@draftsmith/contracts';
import { AppError, isAppError } from '@draftsmith/errors';
import { type AnswerCache, type CachedAnswer, cacheKey } from './cache.ts';
import { type ChainOutcome, runChain, type Step } from './chain.ts';
import type { Clock } from './clock.ts';
import { type CompletionLog, toLogEntry } from './completion-log.ts';
import { FREE, type PricedCall } from './price.ts';
import type { RetryPolicy } from './retry.ts';
import { createSingleFlight } from './single-flight.ts';

export interface CompleterOptions {
  steps: readonly Step[];
  /** Milliseconds for all attempts of a completion together. */
  deadlineMs: number;
  retry?: RetryPolicy;
  /** Absent: every request is made. */
  cache?: AnswerCache;
  log: CompletionLog;
  price: (call: PricedCall) => Promise<Completion['cost']>;
  clock: Clock;
  /** Uniform in [0, 1). */
  random: () => number;
  randomUUID: () => string;
}

/**
 * Cache, chain, price and log around one question.
 *
 * `complete` throws AppError `invalid` for a request without messages and `timeout` with code `llm.cancelled` when the
 * caller's signal aborts; whatever happens to the providers is a result.
 */
export function createCompleter(options: CompleterOptions): Completer {
  const { clock, log, randomUUID } = options;
  const answer = options.cache ? createCachedAnswer(options, options.cache) : undefined;

  return {
    async complete(request, use = {}) {
      if (request.messages.length === 0) {
        throw new AppError('invalid', 'A completion needs at least one message', { code: 'llm.no-message' });
      }
      const started = clock.now();
      const cached = answer !== undefined && use.cache !== 'off';
      const note = (result: CompletionResult | 'cancelled'): void =>
        log.record(
          toLogEntry(request, result, {
            id: typeof result === 'object' && result.kind === 'answered' ? result.completion.id : randomUUID(),
            draftId: use.draftId ?? null,
            cache: cached ? 'miss' : 'off',
            ms: clock.now() - started,
            at: new Date(started),
          }),
        );
      try {
        const result = await (cached ? answer(request, use) : make(request, 'off', options, use.signal));
        note(result);
        return result;
      } catch (thrown) {
        if (isAppError(thrown) && thrown.code === 'llm.cancelled') note('cancelled');
        throw thrown;
      }
    },
  };
}

function createCachedAnswer(options: CompleterOptions, cache: AnswerCache) {
  const routes = options.steps.map(({ route }) => route);
  const fly = createSingleFlight<CompletionResult>();

  return async (request: CompletionRequest, { signal }: CompleteOptions): Promise<CompletionResult> => {
    const started = options.clock.now();
    const repeat = (answer: CachedAnswer & { modelWritten: boolean }): CompletionResult => ({
      kind: 'answered',
      completion: toRepeated(answer, options.randomUUID(), options.clock.now() - started),
    });
    const key = cacheKey(request, routes);
    const kept = cache.get(key);
    if (kept) return repeat({ ...kept, modelWritten: true });
    const { value, leader } = await fly(key, (shared) => make(request, 'miss', options, shared), signal);
    if (value.kind !== 'answered') return value;
    if (!leader) return repeat(value.completion);
    // What was composed without a model must not stand in for the model's answer once it is back.
    if (value.completion.modelWritten) cache.set(key, toCached(value.completion));
    return value;
  };
}

async function make(
  request: CompletionRequest,
  cache: 'miss' | 'off',
  options: CompleterOptions,
  signal?: AbortSignal,
): Promise<CompletionResult> {
  const started = options.clock.now();
  const outcome = await runChain(options.steps, request, options, signal);
  if (outcome.kind !== 'answered') return outcome;
  const cost = await costOf(outcome, options);
  const { answer, step, attempts } = outcome;
  const completion: Completion = {
    id: options.randomUUID(),
    text: answer.text,
    provider: step.route.provider,
    model: answer.model,
    modelWritten: step.provider.usesModel,
    usage: answer.usage,
    cost,
    cache,
    ...(answer.usedSourceIds ? { usedSourceIds: answer.usedSourceIds } : {}),
    attempts,
    ms: options.clock.now() - started,
  };
  return { kind: 'answered', completion };
}

/** Failed attempts are not billed: vendors charge for answers. */
async function costOf(
  { step, answer }: Extract<ChainOutcome, { kind: 'answered' }>,
  { price, clock }: CompleterOptions,
): Promise<Completion['cost']> {
  if (!step.provider.usesModel) return FREE;
  const { provider, model } = step.route;
  const call = { provider, usage: answer.usage, at: new Date(clock.now()) };
  const cost = await price({ ...call, model: answer.model });
  // A gateway may echo a name of its own.
  return cost.price || answer.model === model ? cost : price({ ...call, model });
}

function toCached({ text, provider, model, usedSourceIds }: Completion): CachedAnswer {
  return { text, provider, model, ...(usedSourceIds ? { usedSourceIds } : {}) };
}

/** Nobody was asked: no attempt, no token, no cost. */
function toRepeated(
  { text, provider, model, usedSourceIds, modelWritten }: CachedAnswer & { modelWritten: boolean },
  id: string,
  ms: number,
): Completion {
  const usage = { inputTokens: 0, outputTokens: 0 };
  const answer = { text, provider, model, modelWritten, ...(usedSourceIds ? { usedSourceIds } : {}) };
  return { id, ...answer, usage, cost: FREE, cache: 'hit', attempts: [], ms };
}
