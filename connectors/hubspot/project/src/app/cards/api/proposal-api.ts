import type {
  Answer,
  ProposalDiff,
  ProposalOperation,
  ProposalRequest,
  ProposalVersionView,
  ProposalView,
} from '@draftsmith/contracts';
import { NoAnswer, troubleOf } from './problem.ts';

/** The server's side of the card; each call is short. Rejects with `NoAnswer` only. */
export interface ProposalApi {
  view(): Promise<Answer<ProposalView>>;
  /** The same request id starts one operation, however often it is sent: HubSpot repeats requests by itself. */
  start(request: ProposalRequest): Promise<Answer<ProposalOperation>>;
  operation(id: string): Promise<Answer<ProposalOperation>>;
  version(number: number): Promise<Answer<ProposalVersionView>>;
  diff(from: number, to: number): Promise<Answer<ProposalDiff>>;
}

/** `hubspot.fetch`, as far as the card uses it. */
export type CardFetch = (
  url: string,
  options: { method: 'GET' | 'POST'; timeout: number; body?: Record<string, unknown> },
) => Promise<Pick<Response, 'ok' | 'status' | 'json'>>;

export interface ProposalApiOptions {
  fetch: CardFetch;
  /** As the deploy profile says; without it there is nobody to ask. */
  serviceUrl: unknown;
  dealId: string;
}

/** HubSpot's own limit for a request without another one. */
const TIMEOUT_MS = 15_000;

export function createProposalApi({ fetch: carry, serviceUrl, dealId }: ProposalApiOptions): ProposalApi {
  const base = baseOf(serviceUrl);
  const call = async <T>(path: string, expected: keyof T & string, body?: Record<string, unknown>) => {
    if (base === undefined) throw new NoAnswer('not-set-up');
    const response = await carry(`${base}/proposals/hubspot/deals/${encodeURIComponent(dealId)}/${path}`, {
      method: body ? 'POST' : 'GET',
      timeout: TIMEOUT_MS,
      ...(body && { body }),
    }).catch(() => undefined);
    if (!response) throw new NoAnswer('unreachable');
    if (!response.ok) throw new NoAnswer(troubleOf(response.status));
    return answerOf<T>(await response.json().catch(() => undefined), expected);
  };
  return {
    view: () => call<ProposalView>('view', 'versions'),
    start: (request) => call<ProposalOperation>('operations', 'state', { ...request }),
    operation: (id) => call<ProposalOperation>(`operations/${encodeURIComponent(id)}`, 'state'),
    version: (number) => call<ProposalVersionView>(`versions/${number}`, 'sections'),
    diff: (from, to) => call<ProposalDiff>(`diff?from=${from}&to=${to}`, 'figures'),
  };
}

/** Profile variables come from outside the code: only an address that `hubspot.fetch` can call is taken. */
function baseOf(serviceUrl: unknown): string | undefined {
  if (typeof serviceUrl !== 'string' || !/^https:\/\/[^/\s]/.test(serviceUrl)) return undefined;
  return serviceUrl.replace(/\/+$/, '');
}

/** A proxy's page with status 200, or another server's JSON, is no answer of ours. */
function answerOf<T>(body: unknown, expected: keyof T & string): Answer<T> {
  if (isRecord(body)) {
    if (body.ok === true && isRecord(body.value) && expected in body.value) return body as Answer<T> & { ok: true };
    if (body.ok === false && isRecord(body.problem) && typeof body.problem.code === 'string') return body as Answer<T>;
  }
  throw new NoAnswer('unreachable');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
