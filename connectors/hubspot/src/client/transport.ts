import type { Allowance } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { z } from 'zod';
import { toHubSpotError } from './errors.ts';
import { createFairShare } from './fair-share.ts';
import { type HttpAnswer, sendOnce } from './http.ts';

export interface HubSpotRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the API's origin, with a leading slash; whatever comes from outside is encoded by `idIn`. */
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  json?: unknown;
  form?: FormData;
}

/** Authenticated calls, each sent once. Throws only AppError. */
export interface Transport {
  /** The answer, checked; unknown keys are dropped. */
  request<Schema extends z.ZodType>(
    request: HubSpotRequest,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.infer<Schema>>;
  /** For answers without a body that matters. */
  send(request: HubSpotRequest, signal: AbortSignal): Promise<HttpAnswer>;
}

export interface TransportOptions {
  /** See `ConnectorPorts.accessToken`; one that does not change gives the refused one again. */
  accessToken: (refused: string | undefined, signal: AbortSignal) => Promise<string>;
  allowance?: Allowance | undefined;
  now: () => Date;
  fetch?: typeof fetch | undefined;
  /** IANA name of the account's zone, once it is known: when a daily limit ends. */
  timeZone: () => string | undefined;
  /** Address, headers and body of a request. */
  prepare: (request: HubSpotRequest, token: string) => { url: URL; init: RequestInit };
  /** Milliseconds for one call, renewing a token included. */
  deadlineMs?: number | undefined;
}

const DEADLINE_MS = 20_000;

export function createTransport(options: TransportOptions): Transport {
  const { accessToken, prepare, now, timeZone } = options;
  const share = createFairShare(options.allowance);

  async function send(request: HubSpotRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const deadline = AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS);
    const either = AbortSignal.any([signal, deadline]);

    async function sendWith(token: string): Promise<HttpAnswer> {
      await share.take(request.path, either);
      const { url, init } = prepare(request, token);
      const answer = await sendOnce(options.fetch ?? fetch, url, init, { signal, deadline });
      share.learn(request.path, answer.headers);
      return answer;
    }

    const token = await accessToken(undefined, either);
    let answer = await sendWith(token);
    if (answer.status === 401) {
      // Turned down before anything was done, so also a write may be sent once more.
      const fresh = await accessToken(token, either);
      if (fresh !== token) answer = await sendWith(fresh);
    }
    if (answer.status >= 300) throw toHubSpotError(answer, { now: now(), timeZone: timeZone() });
    return answer;
  }

  return {
    send,
    async request(request, schema, signal) {
      return checked((await send(request, signal)).json, schema);
    },
  };
}

export function checked<Schema extends z.ZodType>(json: unknown, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  // Without the parser's report as cause: it may quote values.
  throw new AppError('unavailable', 'HubSpot answered with something that is not its API', {
    code: 'hubspot.unexpected-answer',
  });
}

/** An id as one segment of a path: nothing in it reaches another address. */
export function idIn(id: string): string {
  if (id === '' || id === '.' || id === '..')
    throw new AppError('invalid', 'This is no id of HubSpot', { code: 'hubspot.id' });
  return encodeURIComponent(id);
}
