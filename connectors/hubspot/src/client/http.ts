import { AppError, isAppError } from '@draftsmith/errors';

export interface HttpAnswer {
  status: number;
  headers: Headers;
  /** Undefined when the body is not JSON: HTML of an edge server, or nothing. */
  json: unknown;
}

/** A page of 100 activities of 64 KB each, and as much again for their HTML. */
const MAX_BODY_BYTES = 20 * 1024 * 1024;

/**
 * One request, sent once: the body is bounded, redirects are not followed (they would carry the token elsewhere), and it ends
 * with the signal. Any status is an answer.
 *
 * @throws AppError `unavailable` or `timeout`, without a cause: errors of fetch hold the request with its credentials
 */
export async function sendOnce(
  fetchIt: typeof fetch,
  url: URL,
  init: RequestInit,
  { signal, deadline }: { signal: AbortSignal; deadline: AbortSignal },
): Promise<HttpAnswer> {
  try {
    const both = AbortSignal.any([signal, deadline]);
    both.throwIfAborted();
    const response = await fetchIt(url, { ...init, redirect: 'manual', signal: both });
    const text = await readBounded(response);
    return { status: response.status, headers: response.headers, json: parseJson(text) };
  } catch (thrown) {
    if (isAppError(thrown)) throw thrown;
    if (signal.aborted) throw new AppError('timeout', 'The request was stopped', { code: 'http.aborted' });
    if (deadline.aborted) throw new AppError('timeout', 'HubSpot gave no answer in time', { code: 'http.timeout' });
    const system = systemCode(thrown);
    throw new AppError('unavailable', `HubSpot could not be reached${system ? ` (${system})` : ''}`, {
      code: 'http.network',
    });
  }
}

async function readBounded(response: Response): Promise<string> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the body, and so frees the connection.
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES)
      throw new AppError('unavailable', 'HubSpot sent a larger answer than anything of its API', {
        code: 'http.body-too-large',
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** ENOTFOUND, ECONNREFUSED ...: what an operator needs, somewhere down the causes. */
function systemCode(thrown: unknown): string | undefined {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 6; error = error.cause, depth += 1) {
    if ('code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(error.code))
      return error.code;
  }
  return undefined;
}
