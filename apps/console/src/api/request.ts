import type { ApiProblem } from '@draftsmith/contracts';

/** What a failed request means to the console; each has its words in both languages. */
export type ProblemKind =
  | 'offline'
  | 'unauthorized'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'tooMany'
  | 'invalid'
  | 'server';

/** A request that did not succeed. `message` is the server's sentence, in English; empty when it gave none. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly kind: ProblemKind;
  readonly code: string;

  constructor(kind: ProblemKind, message: string, code: string) {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

/** The kind of any thrown value: what is no answer of the server's is a server that was not reached. */
export function problemKind(thrown: unknown): ProblemKind {
  return thrown instanceof RequestProblem ? thrown.kind : 'offline';
}

export function kindOfStatus(status: number): ProblemKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'missing';
  if (status === 409) return 'conflict';
  if (status === 429) return 'tooMany';
  return status >= 500 ? 'server' : 'invalid';
}

/** Reads JSON from the console's own API. Throws `RequestProblem` for every answer that is not 2xx. */
export async function getJson<T>(path: string): Promise<T> {
  return answer<T>(await fetch(path, { headers: { accept: 'application/json' }, credentials: 'same-origin' }));
}

/** Changes something. The header is what the server's CSRF check asks for: other origins cannot send it. */
export async function send<T = unknown>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const payload = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { accept: 'application/json', 'x-draftsmith-csrf': '1', ...type };
  return answer<T>(await fetch(path, { method, headers, credentials: 'same-origin', ...payload }));
}

/** Puts a file where it belongs, as it is. */
export async function sendFile<T>(path: string, file: Blob | string, type: string): Promise<T> {
  const headers = { accept: 'application/json', 'x-draftsmith-csrf': '1', 'content-type': type };
  return answer<T>(await fetch(path, { method: 'PUT', headers, credentials: 'same-origin', body: file }));
}

async function answer<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const problem = readProblem(body);
  throw new RequestProblem(kindOfStatus(response.status), problem.message, problem.code);
}

/** A proxy in between may answer HTML or nothing: then the status alone has to do. */
function readProblem(body: unknown): ApiProblem {
  const field = (name: 'message' | 'code') => {
    const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { message: field('message'), code: field('code') };
}
