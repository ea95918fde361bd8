import type { AppSettings } from '../oauth/app.ts';
import type { CallOut, CallResult } from './call-out.ts';
import { signatureHeaders } from './signatures.ts';

export interface CardRequest {
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
  /** A plain object, sent as JSON. */
  body?: unknown;
  /** Milliseconds; 15,000 unless told otherwise. */
  timeout?: number;
  /** The first answer never arrives, so HubSpot asks again: what a POST must survive. */
  loseFirstAnswer?: boolean;
}

export interface CardUser {
  userId: number;
  email: string;
}

export interface CardResponse {
  ok: boolean;
  status: number;
  /** Parsed when it is JSON, otherwise the text. */
  body: unknown;
  /** What each attempt met. */
  attempts: (number | 'timeout' | 'unreachable')[];
}

export type CardFetch = (url: string, request?: CardRequest, user?: CardUser) => Promise<CardResponse>;

const TIMEOUT_MS = 15_000;
const LONGEST_TIMEOUT_MS = 120_000;
const LARGEST = 1_048_576;
const MAX_CONCURRENT = 20;

/** `hubspot.fetch` of a UI extension, as the platform carries it out. Source: "Fetching data" and the dev server's proxy. */
export function createCardFetch(given: {
  portalId: number;
  app: AppSettings;
  defaultUser: () => CardUser;
  clock: () => Date;
  callOut: CallOut;
}): CardFetch {
  let running = 0;
  return async (url, request = {}, user = given.defaultUser()) => {
    if (running >= MAX_CONCURRENT) return refused(429, 'Too many concurrent requests');
    const body = request.body === undefined ? '' : JSON.stringify(request.body);
    if (Buffer.byteLength(body) > LARGEST) return refused(413, 'Request is larger than 1 MB');
    running += 1;
    try {
      return await perform(new URL(identified(url, given, user)).href, body, request, given);
    } finally {
      running -= 1;
    }
  };
}

async function perform(
  url: string,
  body: string,
  { method = 'GET', timeout = TIMEOUT_MS, loseFirstAnswer = false }: CardRequest,
  { app, clock, callOut }: Parameters<typeof createCardFetch>[0],
): Promise<CardResponse> {
  const attempts: CardResponse['attempts'] = [];
  const endsAt = performance.now() + Math.min(timeout, LONGEST_TIMEOUT_MS);
  const attempt = async (): Promise<CallResult> => {
    const signature = signatureHeaders(
      app.clientSecret,
      { method, url, body },
      { now: clock(), versions: ['v2', 'v3'] },
    );
    const headers = { ...(body === '' ? {} : { 'Content-Type': 'application/json' }), ...signature };
    const result = await callOut.send({ method, url, headers, body, timeoutMs: endsAt - performance.now() });
    const seen: CallResult = loseFirstAnswer && attempts.length === 0 ? { kind: 'unreachable' } : result;
    attempts.push(seen.kind === 'answered' ? seen.status : seen.kind);
    return seen;
  };
  let result = await attempt();
  // Once more, inside the same window. A time-out has used the window up.
  if (result.kind === 'unreachable' || (result.kind === 'answered' && result.status >= 500)) result = await attempt();
  return { ...shown(result), attempts };
}

/** What HubSpot adds to the query: who asks, and from which account. */
function identified(url: string, { portalId, app }: { portalId: number; app: AppSettings }, user: CardUser): string {
  const query = `portalId=${portalId}&userId=${user.userId}&userEmail=${encodeURIComponent(user.email)}&appId=${app.appId}`;
  return url + (url.includes('?') ? '&' : '?') + query;
}

function shown(result: CallResult): Omit<CardResponse, 'attempts'> {
  if (result.kind === 'timeout') return { ok: false, status: 504, body: 'Request timed out' };
  if (result.kind === 'unreachable') return { ok: false, status: 502, body: 'Could not connect' };
  if (Buffer.byteLength(result.body) > LARGEST) return { ok: false, status: 502, body: 'Response is larger than 1 MB' };
  const { status, headers, body } = result;
  const isJson = headers['content-type']?.includes('json') && body !== '';
  return { ok: status >= 200 && status < 300, status, body: isJson ? JSON.parse(body) : body };
}

function refused(status: number, body: string): CardResponse {
  return { ok: false, status, body, attempts: [] };
}
