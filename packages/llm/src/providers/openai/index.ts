import type { CompletionRequest } from '@draftsmith/contracts';
import type { OpenAI } from 'openai';
import type { Clock } from '../../clock.ts';
import {
  judgeAnswer,
  type ModelAnswer,
  type Provider,
  type ProviderAnswer,
  type ProviderCall,
} from '../../provider.ts';
import { type StreamLimits, watchStream } from '../../watch-stream.ts';
import { requireEventStream } from '../event-stream.ts';
import { addChunk, isProgress, withoutThoughts } from './from-response.ts';
import { toError } from './to-error.ts';
import { type Dialect, toRequest } from './to-request.ts';

export interface OpenAiOptions {
  name: string;
  /** Subject of messages for people, e.g. `OpenAI`. */
  title: string;
  dialect: Dialect;
  apiKey: string;
  /** With the version, e.g. `https://api.openai.com/v1`. */
  baseUrl: string;
  limits: StreamLimits;
  clock: Clock;
  fetch?: typeof fetch;
}

/** Chat Completions, streamed and buffered. The SDK is loaded with the first question. */
export function createOpenAiProvider(options: OpenAiOptions): Provider {
  let client: Promise<OpenAI> | undefined;
  return {
    name: options.name,
    usesModel: true,
    ask: async (request, call) => {
      client ??= connect(options);
      return ask(await client, request, call, options);
    },
  };
}

async function connect({ apiKey, baseUrl, fetch }: OpenAiOptions): Promise<OpenAI> {
  const sdk = await import('openai');
  return new sdk.OpenAI({
    apiKey,
    baseURL: baseUrl,
    // Left out, the SDK would read these from the environment, behind the settings' back.
    organization: null,
    project: null,
    // The chain retries, within its deadline and with a record of it.
    maxRetries: 0,
    // On a malformed chunk the SDK would log parts of the answer.
    logLevel: 'off',
    ...(fetch ? { fetch } : {}),
  });
}

async function ask(
  client: OpenAI,
  request: CompletionRequest,
  { model, signal }: ProviderCall,
  { title, dialect, limits, clock }: OpenAiOptions,
): Promise<ProviderAnswer> {
  let answer: ModelAnswer = { text: '', model };
  let opened = false;
  const open = async (watched: AbortSignal) => {
    const body = toRequest(request, model, dialect);
    const { data, response } = await client.chat.completions.create(body, { signal: watched }).withResponse();
    opened = true;
    requireEventStream(response, title);
    return data;
  };
  const isFinished = () => answer.finish !== undefined;
  try {
    for await (const chunk of watchStream(open, { title, limits, clock, signal, isProgress, isFinished })) {
      answer = addChunk(answer, chunk, title);
    }
  } catch (thrown) {
    return toError(thrown, { title, opened, now: clock.now() });
  }
  return judgeAnswer(title, request, withoutThoughts(answer));
}
