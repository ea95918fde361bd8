/**
 * Names of OpenTelemetry's conventions for generative AI, status "development", as of 2026-11. They are still renamed
 * now and then; this is the only place that knows them.
 * https://github.com/open-telemetry/semantic-conventions-genai/tree/main/docs/gen-ai
 */
export const GEN_AI = {
  operation: 'gen_ai.operation.name',
  provider: 'gen_ai.provider.name',
  requestModel: 'gen_ai.request.model',
  requestStream: 'gen_ai.request.stream',
  responseModel: 'gen_ai.response.model',
  /** Seconds. */
  timeToFirstChunk: 'gen_ai.response.time_to_first_chunk',
  /** Cached ones included. */
  inputTokens: 'gen_ai.usage.input_tokens',
  cachedInputTokens: 'gen_ai.usage.cache_read.input_tokens',
  /** Those of the reasoning included. */
  outputTokens: 'gen_ai.usage.output_tokens',
  reasoningTokens: 'gen_ai.usage.reasoning.output_tokens',
  tokenType: 'gen_ai.token.type',
} as const;

export const CHAT = 'chat';
export const ERROR_TYPE = 'error.type';
export const HTTP_STATUS = 'http.response.status_code';

/** What the conventions have no name for. */
export const OURS = {
  completionId: 'draftsmith.completion.id',
  purpose: 'draftsmith.purpose',
  connector: 'draftsmith.connector',
  provider: 'draftsmith.provider',
  model: 'draftsmith.model',
  outcome: 'draftsmith.outcome',
  cache: 'draftsmith.cache',
  degraded: 'draftsmith.degraded',
  skippedRoutes: 'draftsmith.skipped_routes',
  costUsd: 'draftsmith.cost_usd',
  estimated: 'draftsmith.usage_estimated',
  key: 'draftsmith.key',
  hedge: 'draftsmith.hedge',
  /** Types of what was to be replaced and was not, each once; their number, all places counted. */
  leakTypes: 'draftsmith.leak.types',
  leaks: 'draftsmith.leak.count',
  region: 'draftsmith.region',
  payloadBytes: 'draftsmith.payload_bytes',
} as const;

/** Histograms, with the bucket bounds that the conventions ask for. */
export const DURATION_METRIC = {
  name: 'gen_ai.client.operation.duration',
  unit: 's',
  description: 'GenAI operation duration.',
  bounds: [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
} as const;

export const TOKENS_METRIC = {
  name: 'gen_ai.client.token.usage',
  unit: '{token}',
  description: 'Number of input and output tokens used.',
  bounds: [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
} as const;
