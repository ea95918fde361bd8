import type { AnswerStore, KeptAnswer, Made } from './cache/answer-store.ts';
import { cacheKey } from './cache/key.ts';
import { toKept } from './cache/to-kept.ts';
import { cancelled } from './chain/abort.ts';
import { type ChainOptions, type ChainOutcome, runChain } from './chain/run-chain.ts';
import type { FactsOf, Step } from './chain/step.ts';
import { checkRequest } from './check-request.ts';
import type { Completer, Completion, CompletionResult, NoCompletion } from './contract/completion.ts';
import type { CompleteOptions, CompletionRequest } from './contract/request.ts';
import { countReplaced, isHeldBack } from './leak-check.ts';
import type { Recorder } from './ledger/recorder.ts';
import { type Circumstances, type Redact, toRecord } from './ledger/to-record.ts';
import { costOf } from './price/price-row.ts';

export interface CompleterOptions extends Omit<ChainOptions, 'facts'> {
  steps: readonly Step[];
  /** Asked with each completion: price lists are large, and loaded when they are needed. */
  facts: () => Promise<FactsOf> | FactsOf;
  /** Absent: every request is made. */
  answers?: AnswerStore<CompletionResult>;
  /** What else decides about an answer: routes and their settings. */
  policy: unknown;
  recorder: Recorder;
  redact: Redact;
  randomUUID: () => string;
  traceId: () => string;
}

/** One question on its way: what its answer and its record are made from. */
interface Question {
  request: CompletionRequest;
  use: CompleteOptions;
  id: string;
  traceId: string;
  started: number;
  cache: Completion['cache'];
}

/** Cache, chain, price and record around one question. */
export function createCompleter(options: CompleterOptions): Completer {
  const { answers, clock } = options;
  return {
    async complete(request, use = {}) {
      checkRequest(request);
      if (use.signal?.aborted) throw cancelled();
      const cache = answers && use.cache !== 'off' ? 'miss' : 'off';
      const id = options.randomUUID();
      const question: Question = { request, use, id, traceId: options.traceId(), started: clock.now(), cache };
      if (!answers || cache === 'off') return (await make(question, options, use.signal)).result;
      return throughCache(question, options, answers);
    },
  };
}

async function throughCache(
  question: Question,
  options: CompleterOptions,
  answers: AnswerStore<CompletionResult>,
): Promise<CompletionResult> {
  const { request, use } = question;
  const key = cacheKey(request, options.policy);
  const kept = answers.peek(key);
  if (kept) return repeat(question, options, kept);
  let making = false;
  let left = false;
  const start = (signal?: AbortSignal) => {
    making = true;
    // Whoever gave up before it began has a record already; what others wait for needs one of its own.
    return make(left ? { ...question, id: options.randomUUID() } : question, options, signal);
  };
  try {
    const found = await answers.through(key, start, use.signal);
    if (found.from !== 'made') return repeat(question, options, found.kept);
    if (found.leader) return found.result;
    if (isTheirs(found.result)) return (await start(use.signal)).result;
    return shareOf(found.result, question, options);
  } catch (thrown) {
    left = true;
    // What is being made has a record of its own when it ends.
    if (!making) note(question, { kind: 'cancelled', attempts: [], skipped: [] }, options);
    throw thrown;
  }
}

/** Asks the chain, whoever waits for the answer; its record holds all that was spent. */
async function make(
  question: Question,
  options: CompleterOptions,
  signal?: AbortSignal,
): Promise<Made<CompletionResult>> {
  const facts = await options.facts();
  // Waiting for another process's answer is part of the time that the asker gives.
  const deadlineMs = Math.max(0, options.deadlineMs - (options.clock.now() - question.started));
  const outcome = await runChain(options.steps, question.request, { ...options, deadlineMs, facts }, signal);
  if (outcome.kind === 'cancelled') {
    note(question, outcome, options);
    throw cancelled();
  }
  const result = outcome.kind === 'answered' ? toAnswered(question, outcome, { ...options, facts }) : outcome;
  note(question, result, options);
  const keep = toKept(result);
  return keep ? { result, keep } : { result };
}

/** Another one's budget stopped it, or another one's guard held it back: this one's may not. */
function isTheirs(result: CompletionResult): boolean {
  if (result.kind === 'stopped') return true;
  const { attempts } = result.kind === 'answered' ? result.completion : result;
  return attempts.some(isHeldBack);
}

/** Somebody identical asked at the same moment, and there was nothing to keep. */
function shareOf(result: CompletionResult, question: Question, options: CompleterOptions): CompletionResult {
  if (result.kind !== 'answered') return shared(result, question, options);
  const { completion } = result;
  if (completion.provider !== 'offline') return repeat(question, options, completion, completion.modelWritten);
  // A composed text may name the other one's customer: this request brings its own.
  const composed = question.request.compose?.() ?? { nothing: 'Without a model there is nothing to compose' };
  if ('text' in composed) {
    const { text, usedSourceIds } = composed;
    return repeat(question, options, { ...completion, text, ...(usedSourceIds ? { usedSourceIds } : {}) }, false);
  }
  const { skipped } = completion;
  return shared(
    { kind: 'exhausted', attempts: [], skipped, detail: composed.nothing, retryable: true },
    question,
    options,
  );
}

/** What was tried is on record once, with whoever tried it. */
function shared(result: NoCompletion, question: Question, options: CompleterOptions): CompletionResult {
  const own = { ...result, attempts: [] };
  note(question, own, options);
  return own;
}

/** Nobody was asked: no attempt, no token, no cost. */
function repeat(
  question: Question,
  options: CompleterOptions,
  kept: KeptAnswer,
  modelWritten = true,
): CompletionResult {
  const { text, data, provider, model, usedSourceIds } = kept;
  const completion: Completion = {
    id: question.id,
    text,
    ...(data === undefined ? {} : { data }),
    provider,
    model,
    modelWritten,
    usage: { inputTokens: 0, outputTokens: 0 },
    cost: { usd: '0' },
    cache: 'hit',
    ...(usedSourceIds ? { usedSourceIds } : {}),
    attempts: [],
    skipped: [],
    ms: options.clock.now() - question.started,
    traceId: question.traceId,
  };
  const result: CompletionResult = { kind: 'answered', completion };
  note(question, result, options);
  return result;
}

function toAnswered(
  { id, traceId, started, cache }: Question,
  { step, answer, attempts, skipped, degraded }: Extract<ChainOutcome, { kind: 'answered' }>,
  { clock, facts }: Pick<CompleterOptions, 'clock'> & { facts: FactsOf },
): CompletionResult {
  const { text, data, model, usage, usedSourceIds, firstTokenMs } = answer;
  const completion: Completion = {
    id,
    text,
    ...(data === undefined ? {} : { data }),
    provider: step.route.provider,
    model,
    modelWritten: step.provider.usesModel,
    usage,
    cost: step.provider.usesModel ? costOf(facts(step).row(new Date(started)), usage) : { usd: '0' },
    cache,
    ...(usedSourceIds ? { usedSourceIds } : {}),
    attempts,
    skipped,
    ...(degraded === undefined ? {} : { degraded }),
    ms: clock.now() - started,
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
    traceId,
  };
  return { kind: 'answered', completion };
}

function note(
  { request, use, ...question }: Question,
  ending: Parameters<typeof toRecord>[1],
  options: CompleterOptions,
): void {
  const { id, traceId, cache, started } = question;
  const ms = options.clock.now() - started;
  // Counted now: the record is made later, when the same guard may know of more.
  const replaced = request.guard && countReplaced(request.guard);
  const circumstances: Circumstances = {
    ...{ id, traceId, cache, ms, at: new Date(started) },
    ...(replaced ? { replaced } : {}),
  };
  options.recorder.note(() => toRecord(request, ending, use, { circumstances, redact: options.redact }));
}
