import type { Clock } from '../clock.ts';
import type { CompletionRequest } from '../contract/request.ts';
import { createLeakCheck } from '../leak-check.ts';
import type { Provider } from '../provider.ts';
import type { Dialect } from './dialect.ts';
import { streamAnswer } from './stream-answer.ts';
import { createTransport, type Transport } from './transport/transport.ts';

/** The part of both vendors' clients that is used: authentication, address, headers and error bodies are theirs. */
export interface Client {
  post(path: string, options: object): { asResponse(): Promise<Response> };
}

export interface HttpProviderOptions {
  name: string;
  /** Subject of messages for people, e.g. `OpenAI`. */
  title: string;
  clock: Clock;
  /** In place of the connections of this process, e.g. for a proxy. */
  fetch?: typeof fetch;
  dialectOf(model: string, request: CompletionRequest): Dialect<object>;
  /** Loads the SDK. */
  connect(apiKey: string | undefined, transport: Transport): Promise<Client>;
}

/** Milliseconds, the longest that a timer takes: our own limits rule. */
const NO_TIMEOUT = 2_147_483_647;

/** Settings that both SDKs have in common. */
export const SDK_OPTIONS = {
  timeout: NO_TIMEOUT,
  // The chain retries, within its deadline and with a record of it.
  maxRetries: 0,
  // Their logs could hold parts of prompts and answers.
  logLevel: 'off',
} as const;

/** A model behind an SDK, streamed and buffered. The SDK is loaded with the first question. */
export function createHttpProvider(options: HttpProviderOptions): Provider {
  const { name, title, clock } = options;
  const clients = new Map<string, Promise<Client>>();
  let transport: Promise<Transport> | undefined;
  const clientOf = (apiKey: string | undefined, sharing: Transport): Promise<Client> => {
    const client = clients.get(apiKey ?? '') ?? options.connect(apiKey, sharing);
    clients.set(apiKey ?? '', client);
    // One that could not be loaded once, e.g. without a free file handle, may be the next time.
    client.catch(() => clients.delete(apiKey ?? ''));
    return client;
  };
  return {
    name,
    usesModel: true,
    async ask(request, call) {
      // Clients share their connections: with another key it is still the same vendor.
      transport ??= createTransport(options);
      const sharing = await transport;
      const client = await clientOf(call.apiKey, sharing);
      const dialect = options.dialectOf(call.model, request);
      const body = dialect.toRequest(request, call.model);
      const check = createLeakCheck(request.guard);
      const outgoing = { inspect: check.inspect, onSent: call.onSent };
      const { connectMs } = call.limits;
      const answer = await streamAnswer({
        title,
        dialect,
        request,
        model: call.model,
        call,
        clock,
        send: (signal) => {
          const sending = sharing.options({ connectMs, signal, outgoing });
          return client.post(dialect.path, { body, stream: true, ...sending }).asResponse();
        },
      });
      return check.stopped ? { kind: 'failed', ...check.stopped } : answer;
    },
  };
}

/**
 * Both SDKs add the headers that an environment variable of theirs holds (`OPENAI_CUSTOM_HEADERS`,
 * `ANTHROPIC_CUSTOM_HEADERS`) and have no option against it. Settings come from one place here, so they are taken out of
 * the client again.
 */
export function withoutEnvironmentHeaders<C extends object>(client: C): C {
  const options: unknown = Reflect.get(client, '_options');
  if (typeof options === 'object' && options !== null) Reflect.set(options, 'defaultHeaders', undefined);
  return client;
}
