import type { Dispatcher } from 'undici';
import { type BodySink, createIncomingBody } from './incoming-body.ts';
import { createLightResponse, type LightResponse } from './light-response.ts';

export interface Sending {
  url: string;
  method: string;
  headers: Headers;
  /** Whole: a request that is under way cannot be taken up again from a stream. */
  body: Uint8Array;
  signal: AbortSignal;
  /** Called when there is a connection and the request goes out. */
  onStart?: () => void;
}

/**
 * One request over a kept connection. `fetch` takes half a millisecond longer, for streams, checks and copies that
 * nobody uses here. Redirects are not followed, and compressed bodies are not read: none are asked for.
 * @throws the signal's reason as soon as it aborts, in the body too; else what undici says
 */
export function send(dispatcher: Dispatcher, sending: Sending): Promise<LightResponse> {
  const { url, method, body, signal } = sending;
  const { promise, resolve, reject } = Promise.withResolvers<LightResponse>();
  let wire: Dispatcher.DispatchController | undefined;
  let sink: BodySink | undefined;

  const stop = (): void => {
    reject(signal.reason);
    sink?.abort(signal.reason);
    wire?.abort(signal.reason);
  };
  const release = (): void => signal.removeEventListener('abort', stop);
  const { origin, pathname, search } = new URL(url);
  if (signal.aborted) return Promise.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  dispatcher.dispatch(
    { origin, path: pathname + search, method: method as Dispatcher.HttpMethod, headers: flat(sending.headers), body },
    {
      onRequestStart(controller) {
        wire = controller;
        // It was waiting for a connection when it was ended.
        if (signal.aborted) controller.abort(signal.reason);
        else sending.onStart?.();
      },
      onResponseStart(controller, status, headers) {
        // Of several heads the last one is meant; 103 only says what it will hold.
        if (status < 200) return;
        sink = createIncomingBody({
          pause: () => controller.pause(),
          resume: () => controller.resume(),
          drop: () => controller.abort(new Error('Nobody reads on')),
        });
        resolve(createLightResponse({ url, status, headers: toHeaders(headers) }, sink.body));
      },
      onResponseData: (_, packet) => sink?.push(packet),
      onResponseEnd() {
        release();
        sink?.end();
      },
      onResponseError(_, error) {
        release();
        reject(error);
        sink?.fail(error);
      },
    },
  );
  return promise;
}

/** Names and values in turn. Without the first, a server may compress as it likes. */
function flat(headers: Headers): string[] {
  const list = ['accept-encoding', 'identity'];
  for (const [name, value] of headers) {
    if (name !== 'accept-encoding') list.push(name, value);
  }
  return list;
}

function toHeaders(received: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received)) {
    if (typeof value === 'string') headers.append(name, value);
    else for (const one of value ?? []) headers.append(name, one);
  }
  return headers;
}
