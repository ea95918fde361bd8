import { AppError, isAppError } from '@draftsmith/errors';
import ky, { isHTTPError, isTimeoutError, type KyInstance } from 'ky';
import { parseJson, readBody } from './body.ts';
import { parseRetryAfter } from './retry-after.ts';
import { errorFromStatus } from './status.ts';

export interface HttpClientOptions {
  /** Scheme, host and path prefix. Requests never leave this host, so credentials cannot leak to another. */
  baseUrl: string;
  /** Asked for each request, so that a refreshed token is used at once. */
  headers: () => Record<string, string>;
  userAgent: string;
  /** Milliseconds for the whole request, retries and body included. */
  deadlineMs: number;
  maxBodyBytes: number;
  fetch?: typeof fetch;
  now?: () => Date;
  /** Tries after the first one, for requests marked `safe`. */
  retries?: number;
}

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Relative to the base URL, without a leading slash. */
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  json?: unknown;
  signal?: AbortSignal;
  /**
   * `safe`: repeated after a network failure, 429, 502, 503 or 504, within the deadline. A longer wait than five
   * seconds is the caller's business: it can do something else meanwhile.
   * `never`: sent once; a write whose outcome is unknown must be looked up, not repeated.
   */
  retry: 'safe' | 'never';
}

export interface HttpReply {
  status: number;
  headers: Headers;
  /** Undefined when the body is not JSON. */
  json: unknown;
}

export interface HttpClient {
  /**
   * @throws AppError for every status of 400 or more (with `status`, `retryAfterMs`, and the parsed body as `cause`
   * for the caller to look into; never log it), for network failures, timeouts, aborts and oversized bodies.
   */
  request(request: HttpRequest): Promise<HttpReply>;
}

/** Milliseconds between two tries of one request. */
const LONGEST_WAIT = 5_000;

/** The one HTTP client of the suite: every request has a deadline, a bounded body and a typed failure. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const now = options.now ?? (() => new Date());
  const client: KyInstance = ky.create({
    redirect: 'manual',
    timeout: options.deadlineMs,
    totalTimeout: options.deadlineMs,
    ...(options.fetch && { fetch: options.fetch }),
  });

  return {
    async request(request) {
      const url = urlOf(options.baseUrl, request);
      try {
        const response = await client(url, {
          method: request.method,
          headers: { accept: 'application/json', 'user-agent': options.userAgent, ...options.headers() },
          ...(request.json !== undefined && { json: request.json }),
          signal: deadlineOf(options, request),
          retry: retryPolicy(request, options),
        });
        const json = parseJson(await readBody(response, options.maxBodyBytes));
        // A redirect would carry the credentials elsewhere; with `manual` it arrives here.
        if (response.status >= 300) throw failure(response, json, now());
        return { status: response.status, headers: response.headers, json };
      } catch (thrown) {
        if (isHTTPError(thrown))
          throw failure(thrown.response, typeof thrown.data === 'string' ? parseJson(thrown.data) : thrown.data, now());
        throw translate(thrown, request);
      }
    },
  };
}

function urlOf(baseUrl: string, request: HttpRequest): URL {
  const url = new URL(request.path, baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
  if (url.origin !== new URL(baseUrl).origin) {
    throw new AppError('invalid', 'A request tried to leave its host', { code: 'http.foreign-host' });
  }
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}

function retryPolicy(request: HttpRequest, options: HttpClientOptions) {
  if (request.retry === 'never') return 0;
  return {
    limit: options.retries ?? 2,
    methods: ['get', 'post', 'put', 'patch', 'delete'] as 'get'[],
    statusCodes: [429, 502, 503, 504],
    afterStatusCodes: [429, 503],
    backoffLimit: LONGEST_WAIT,
    jitter: true,
    // ky would wait until the deadline, and then report a timeout in place of the limit that was hit.
    shouldRetry: ({ error }: { error: unknown }) =>
      isHTTPError(error) && asksForLongerWait(error.response, options) ? false : undefined,
  };
}

function asksForLongerWait({ headers }: Response, { now = () => new Date() }: HttpClientOptions): boolean {
  return (parseRetryAfter(headers.get('retry-after'), now()) ?? 0) > LONGEST_WAIT;
}

/** ky's time limit ends when the headers are there; a body that trickles for ever needs its own, which closes the line. */
function deadlineOf({ deadlineMs }: HttpClientOptions, { signal }: HttpRequest): AbortSignal {
  const limit = AbortSignal.timeout(deadlineMs);
  return signal ? AbortSignal.any([signal, limit]) : limit;
}

function failure(response: Response, json: unknown, now: Date): AppError {
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), now);
  return errorFromStatus(response.status, `The server answered ${response.status}`, {
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    cause: json,
  });
}

/** ky's errors hold the request with its credentials, so no cause goes along: only the system's code, e.g. ECONNREFUSED. */
function translate(thrown: unknown, request: HttpRequest): AppError {
  if (isAppError(thrown)) return thrown;
  if (request.signal?.aborted) return new AppError('timeout', 'The request was stopped', { code: 'http.aborted' });
  if (isTimeoutError(thrown) || (thrown instanceof DOMException && thrown.name === 'TimeoutError')) {
    return new AppError('timeout', 'No answer in time', { code: 'http.timeout' });
  }
  const system = systemCode(thrown);
  return new AppError('unavailable', `The server could not be reached${system ? ` (${system})` : ''}`, {
    code: 'http.network',
  });
}

function systemCode(thrown: unknown): string | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string' && /^[A-Z_]+$/.test(error.code)) return error.code;
  }
  return undefined;
}
