import type { Attempt, CompletionResult } from '../contract/completion.ts';
import type { CompleteOptions, CompletionRequest } from '../contract/request.ts';
import type { CompletionRecord } from './record.ts';

export interface Circumstances {
  id: string;
  traceId: string;
  /** For a result that does not say itself. */
  cache: CompletionRecord['cache'];
  /** Milliseconds from request to result. */
  ms: number;
  at: Date;
  /** Absent: nobody counted. */
  replaced?: CompletionRecord['replaced'];
}

/** Takes what is personal out of a text that is kept; undefined keeps no texts. */
export type Redact = ((text: string) => string) | undefined;

type Ending =
  | CompletionResult
  | { kind: 'cancelled'; attempts: CompletionRecord['attempts']; skipped: CompletionRecord['skipped'] };

/**
 * Pure: what is kept of a request and what became of it. Requests come redacted by somebody who knows the people in
 * them; `redact` is the last line of defence, for what still shows by its form.
 */
export function toRecord(
  request: CompletionRequest,
  ending: Ending,
  { reference }: CompleteOptions,
  { circumstances, redact }: { circumstances: Circumstances; redact: Redact },
): CompletionRecord {
  const { account, connector, user, purpose } = request;
  const { id, traceId, cache, ms, at, replaced } = circumstances;
  const base = {
    id,
    traceId,
    reference: reference ?? null,
    account,
    ...(connector === undefined ? {} : { connector }),
    ...(user === undefined ? {} : { user }),
    purpose,
    prompt: redact ? redact(promptText(request)) : null,
    ...(replaced ? { replaced } : {}),
    latencyMs: Math.round(ms),
    createdAt: at,
  };
  const safe = (attempts: CompletionRecord['attempts']) => attempts.map((attempt) => withoutPeople(attempt, redact));
  if (ending.kind !== 'answered') {
    const { kind, attempts, skipped } = ending;
    const refused = attempts.findLast(({ outcome }) => outcome === 'refused');
    const who = { provider: refused?.provider ?? null, model: refused?.model ?? null };
    return { ...base, ...NOTHING, ...who, outcome: kind, attempts: safe(attempts), skipped, cache };
  }
  const { completion } = ending;
  const { provider, model, modelWritten, skipped, usage, cost } = completion;
  return {
    ...base,
    outcome: 'answered',
    provider,
    model,
    modelWritten,
    answer: redact ? redact(completion.text) : null,
    attempts: safe(completion.attempts),
    skipped,
    degraded: completion.degraded ?? null,
    usage,
    cost,
    cache: completion.cache,
    firstTokenMs: completion.firstTokenMs ?? null,
  };
}

/** Stands for the words of a refusal that are not kept. */
export const DECLINED = 'The model declined to answer';

/** For records that outlive prompts and answers. */
export function withoutTexts(attempt: Attempt): Attempt {
  return attempt.outcome === 'refused' ? { ...attempt, detail: DECLINED } : attempt;
}

/** Details are sentences of ours, but for a refusal, which holds the model's own words: texts, and kept as such. */
function withoutPeople(attempt: Attempt, redact: Redact): Attempt {
  if (!attempt.detail) return attempt;
  if (redact) return { ...attempt, detail: redact(attempt.detail) };
  return withoutTexts(attempt);
}

const NOTHING = {
  modelWritten: null,
  answer: null,
  degraded: null,
  usage: { inputTokens: 0, outputTokens: 0 },
  cost: { usd: '0' },
  firstTokenMs: null,
} as const;

function promptText({ instructions, messages }: CompletionRequest): string {
  const turns = messages.map(({ role, text }) => `[${role}]\n${text}`);
  return [...(instructions === '' ? [] : [`[instructions]\n${instructions}`]), ...turns].join('\n\n');
}
