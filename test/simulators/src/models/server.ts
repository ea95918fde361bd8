import { createServer } from 'node:http';
import { closeAtOnce, listenOnLoopback } from '../loopback.ts';
import { createModelApp } from './app.ts';
import type { DialectName, ReplyFunction } from './conversation.ts';
import { defaultReply } from './conversation.ts';
import { createModelFaults, type ModelFaults } from './faults.ts';
import type { Pace } from './pace.ts';

export interface ModelOptions extends Partial<Pace> {
  /** 0, the default, takes a free port. */
  port?: number;
  /** What the models say; by default which model was asked what. */
  reply?: ReplyFunction;
  /** Listed by `GET /v1/models`; requests may name any model. */
  models?: readonly string[];
  /** Longer prompts are refused as too long. */
  contextTokens?: number;
  clock?: () => Date;
}

/** One request as it came. Keys are never kept. */
export interface RecordedRequest {
  dialect: DialectName;
  model: string;
  stream: boolean;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  /** The client closed the connection before the answer was complete. */
  abandoned: boolean;
}

export interface ModelServer {
  /** The root: Anthropic's base URL. OpenAI's is `${baseUrl}/v1`. */
  readonly baseUrl: string;
  /** Oldest first; the newest 10,000 are kept. */
  readonly requests: readonly RecordedRequest[];
  readonly faults: ModelFaults;
  close(): Promise<void>;
}

// Names that no vendor retires: the official SDKs warn on standard error about models near their end.
const DEFAULT_MODELS = ['gpt-simulated', 'claude-simulated', 'local-simulated'];
const DEFAULT_CONTEXT_TOKENS = 200_000;

/** Starts models on loopback that speak OpenAI and Anthropic. Throws `unavailable` when the port is taken. */
export async function startModels(options: ModelOptions = {}): Promise<ModelServer> {
  const server = createServer();
  const baseUrl = await listenOnLoopback(server, options.port ?? 0);
  const faults = createModelFaults();
  const closing = new AbortController();
  const requests: RecordedRequest[] = [];
  server.on(
    'request',
    createModelApp({
      reply: options.reply ?? defaultReply,
      models: options.models ?? DEFAULT_MODELS,
      contextTokens: options.contextTokens ?? DEFAULT_CONTEXT_TOKENS,
      pace: {
        latencyMs: options.latencyMs ?? 0,
        firstTokenMs: options.firstTokenMs ?? 0,
        tokensPerSecond: options.tokensPerSecond ?? Number.POSITIVE_INFINITY,
      },
      clock: options.clock ?? (() => new Date()),
      faults,
      requests,
      closing: closing.signal,
    }),
  );
  return {
    baseUrl,
    requests,
    faults: { set: faults.set, clear: faults.clear, list: faults.list },
    async close() {
      closing.abort();
      await closeAtOnce(server);
    },
  };
}
