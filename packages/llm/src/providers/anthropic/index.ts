import type { Anthropic } from '@anthropic-ai/sdk';
import type { RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages';
import type { CompletionRequest } from '@draftsmith/contracts';
import type { Clock } from '../../clock.ts';
import { judgeAnswer, type Provider, type ProviderAnswer, type ProviderCall } from '../../provider.ts';
import { type StreamLimits, watchStream } from '../../watch-stream.ts';
import { requireEventStream } from '../event-stream.ts';
import { addEvent, type Progress } from './from-response.ts';
import { toError } from './to-error.ts';
import { toRequest } from './to-request.ts';

export interface AnthropicOptions {
  apiKey: string;
  /** Without the version, e.g. `https://api.anthropic.com`. */
  baseUrl: string;
  limits: StreamLimits;
  clock: Clock;
  fetch?: typeof fetch;
}

const TITLE = 'Anthropic';

/** Messages, streamed and buffered. The SDK is loaded with the first question. */
export function createAnthropicProvider(options: AnthropicOptions): Provider {
  let client: Promise<Anthropic> | undefined;
  return {
    name: 'anthropic',
    usesModel: true,
    ask: async (request, call) => {
      client ??= connect(options);
      return ask(await client, request, call, options);
    },
  };
}

async function connect({ apiKey, baseUrl, fetch }: AnthropicOptions): Promise<Anthropic> {
  const sdk = await import('@anthropic-ai/sdk');
  return new sdk.Anthropic({
    apiKey,
    baseURL: baseUrl,
    // Left out, the SDK would read it from the environment, behind the settings' back.
    authToken: null,
    // The chain retries, within its deadline and with a record of it.
    maxRetries: 0,
    // On a malformed event the SDK would log parts of the answer.
    logLevel: 'off',
    // Its spans could carry prompts to whoever collects traces.
    openTelemetry: false,
    ...(fetch ? { fetch } : {}),
  });
}

async function ask(
  client: Anthropic,
  request: CompletionRequest,
  { model, signal }: ProviderCall,
  { limits, clock }: AnthropicOptions,
): Promise<ProviderAnswer> {
  let progress: Progress = { answer: { text: '', model }, counts: {} };
  let opened = false;
  const open = async (watched: AbortSignal) => {
    const { data, response } = await client.messages
      .create(toRequest(request, model), { signal: watched })
      .withResponse();
    opened = true;
    requireEventStream(response, TITLE);
    return data;
  };
  const isFinished = () => progress.answer.finish !== undefined;
  const isProgress = (event: RawMessageStreamEvent) => event.type !== 'message_start';
  try {
    const events = watchStream(open, { title: TITLE, limits, clock, signal, isProgress, isFinished });
    for await (const event of events) progress = addEvent(progress, event, TITLE);
  } catch (thrown) {
    throw toError(thrown, { title: TITLE, opened, now: clock.now() });
  }
  return judgeAnswer(TITLE, request, progress.answer);
}
