import { AppError } from '@draftsmith/errors';

/** There was a connection, and then there was none. */
const HUNG_UP = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Why there was no response, in words for whoever set the address. */
export function toConnectionError(thrown: unknown, title: string, url: string): AppError {
  const host = URL.parse(url)?.host ?? 'its address';
  const word = codeOf(thrown);
  if (word === 'UND_ERR_CONNECT_TIMEOUT') {
    return new AppError('timeout', `No connection to ${title} at ${host} in the time that is set for it`, {
      code: 'llm.connect',
    });
  }
  const happened = HUNG_UP.has(word ?? '')
    ? `${title} at ${host} closed the connection without an answer`
    : `${title} cannot be reached at ${host}${word ? ` (${word})` : ''}: check the address and the network`;
  return new AppError('unavailable', happened, { code: 'llm.unreachable' });
}

/** The innermost code, e.g. `ECONNREFUSED`: what wraps it says less. */
function codeOf(thrown: unknown, depth = 0): string | undefined {
  if (!(thrown instanceof Error) || depth > 5) return undefined;
  const own = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  return codeOf(thrown.cause, depth + 1) ?? own;
}
