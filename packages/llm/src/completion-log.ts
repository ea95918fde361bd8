import type { Attempt, Completion, CompletionRequest, CompletionResult } from '@draftsmith/contracts';

/** What is kept of every completion, with prompt and answer redacted. */
export interface CompletionLogEntry {
  id: string;
  draftId: string | null;
  account: string;
  purpose: CompletionRequest['purpose'];
  outcome: 'answered' | 'refused' | 'exhausted' | 'cancelled';
  /** Who answered or refused. */
  provider: string | null;
  model: string | null;
  modelWritten: boolean | null;
  prompt: string;
  answer: string | null;
  attempts: readonly Attempt[];
  latencyMs: number;
  inputTokens: number;
  outputTokens: number;
  /** Decimal string. */
  costUsd: string;
  price: Record<string, unknown> | null;
  cache: Completion['cache'];
  createdAt: Date;
}

/** Where completions are recorded. Never throws and never waits: an answer is not lost because its record is late. */
export interface CompletionLog {
  record(entry: CompletionLogEntry): void;
}

/**
 * The last line of defence before the log: requests come redacted by somebody who knows the people in them, and what
 * still shows by its form (a card number in an answer, an address in an error) is taken out here.
 */
export function redactingLog(log: CompletionLog, redact: (text: string) => string): CompletionLog {
  return {
    record: (entry) =>
      log.record({
        ...entry,
        prompt: redact(entry.prompt),
        answer: entry.answer === null ? null : redact(entry.answer),
        attempts: entry.attempts.map((attempt) =>
          attempt.detail === undefined ? attempt : { ...attempt, detail: redact(attempt.detail) },
        ),
      }),
  };
}

export interface Circumstances {
  id: string;
  draftId: string | null;
  /** For a result that does not say itself. */
  cache: Completion['cache'];
  /** Milliseconds from request to result. */
  ms: number;
  at: Date;
}

/** Pure: what the log keeps of a request and what became of it. */
export function toLogEntry(
  request: CompletionRequest,
  result: CompletionResult | 'cancelled',
  { id, draftId, cache, ms, at }: Circumstances,
): CompletionLogEntry {
  const { account, purpose } = request;
  const base = { id, draftId, account, purpose, prompt: promptText(request), latencyMs: Math.round(ms), createdAt: at };
  if (result === 'cancelled') return { ...base, ...NOTHING, outcome: 'cancelled', attempts: [], cache };
  if (result.kind !== 'answered') {
    const refused = result.attempts.findLast(({ outcome }) => outcome === 'refused');
    const who = { provider: refused?.provider ?? null, model: refused?.model ?? null };
    return { ...base, ...NOTHING, ...who, outcome: result.kind, attempts: result.attempts, cache };
  }
  const { completion } = result;
  return {
    ...base,
    outcome: 'answered',
    provider: completion.provider,
    model: completion.model,
    modelWritten: completion.modelWritten,
    answer: completion.text,
    attempts: completion.attempts,
    inputTokens: completion.usage.inputTokens,
    outputTokens: completion.usage.outputTokens,
    costUsd: completion.cost.usd,
    price: completion.cost.price ?? null,
    cache: completion.cache,
  };
}

const NOTHING = {
  provider: null,
  model: null,
  modelWritten: null,
  answer: null,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: '0',
  price: null,
} as const;

function promptText({ instructions, messages }: CompletionRequest): string {
  const turns = messages.map(({ role, text }) => `[${role}]\n${text}`);
  return [...(instructions === '' ? [] : [`[instructions]\n${instructions}`]), ...turns].join('\n\n');
}
