import fc from 'fast-check';
import type { Attempt } from '../../contract/completion.ts';
import type { CompletionRecord } from '../../ledger/record.ts';
import { aRecord, NOON } from '../../ledger/testing.ts';

/** In everything that must stay out of metrics and spans. */
export const SECRETS = /[«»]|private-/;

/** For fields that nothing may be made of: even what looks like a name. */
const secret = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => `private-${text}`);
/** For fields that should hold a name, and hold a text. */
const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((inside) => `«${inside}»`);
const count = fc.oneof(fc.nat(), fc.constantFrom(-1, Number.NaN, Number.POSITIVE_INFINITY));
const usage = fc.record(
  { inputTokens: count, outputTokens: count, cachedInputTokens: count, reasoningTokens: count },
  { requiredKeys: ['inputTokens', 'outputTokens'] },
);
const cost = fc.record({ usd: fc.constantFrom('0', '0.0125', '12') });
const provider = fc.constantFrom('openai', 'anthropic', 'local', 'offline', 'canned');
/** A server may echo what it was asked where its model's name belongs. */
const model = fc.oneof(fc.constantFrom('gpt-5-mini', 'claude-sonnet-5', 'qwen3:8b'), text);

const attempt: fc.Arbitrary<Attempt> = fc.record(
  {
    provider,
    model,
    outcome: fc.constantFrom('answered', 'abstained', 'refused', 'failed', 'superseded'),
    ms: fc.nat(100_000),
    at: fc.constant(NOON),
    firstTokenMs: fc.nat(50_000),
    kind: fc.constantFrom('timeout', 'rate-limited', 'unavailable'),
    code: fc.oneof(fc.constantFrom('llm.status', 'llm.stall'), text),
    status: fc.constantFrom(401, 429, 503),
    detail: secret,
    usage,
    cost,
    sent: fc.record({
      host: secret,
      region: fc.option(fc.constantFrom('eu', 'this machine')),
      sha256: secret,
      bytes: fc.nat(),
    }),
    leaks: fc.array(fc.record({ type: text, path: secret, start: fc.nat(), end: fc.nat() }), { maxLength: 3 }),
  },
  { requiredKeys: ['provider', 'model', 'outcome', 'ms', 'at'] },
);

/** Records of every shape, with a secret in each field where a person, an account or a text may be. */
export const recordsFull: fc.Arbitrary<CompletionRecord> = fc
  .record({
    account: secret,
    user: secret,
    reference: fc.option(secret),
    prompt: fc.option(secret),
    answer: fc.option(secret),
    degraded: fc.option(secret),
    skipped: fc.array(fc.record({ provider, model, reason: secret }), { maxLength: 2 }),
    purpose: fc.oneof(fc.constant('reply'), text),
    connector: fc.oneof(fc.constant('zendesk'), text),
    provider: fc.option(provider),
    model: fc.option(model),
    outcome: fc.constantFrom('answered', 'refused', 'exhausted', 'stopped', 'cancelled'),
    cache: fc.constantFrom('hit', 'miss', 'off'),
    attempts: fc.array(attempt, { maxLength: 4 }),
    usage,
    cost,
    latencyMs: fc.nat(100_000),
    firstTokenMs: fc.option(fc.nat(50_000)),
  })
  .map((fields) => aRecord(fields));
