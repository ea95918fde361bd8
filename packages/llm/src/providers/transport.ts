import { AppError } from '@draftsmith/errors';
import type { Agent } from 'undici';
import { readAtMost } from './read-at-most.ts';

/** There was a connection, and then there was none. */
const HUNG_UP = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** What both SDKs take to send with. */
export interface Transport {
  fetch: typeof fetch;
  /** Options of one request. */
  options(connectMs: number): Record<string, unknown>;
}

/** Sockets to one vendor: enough for a busy server, and a bound for a runaway one. */
const CONNECTIONS = 256;
/** An error says what it says in a few hundred bytes; a page that never ends must not fill the memory. */
const LONGEST_ERROR = 64_000;

/**
 * Connections that are kept and bounded, with a limit on connecting alone; the other limits are the driver's, which sees
 * what comes.
 * @param title subject of the error messages
 * @param custom in place of the connections of this process; then `connectMs` does not apply
 */
export async function createTransport(title: string, custom?: typeof fetch): Promise<Transport> {
  const { Agent, fetch: undici } = await import('undici');
  const agents = new Map<number, Agent>();
  const agentFor = (connectMs: number): Agent => {
    const agent =
      agents.get(connectMs) ??
      new Agent({
        connections: CONNECTIONS,
        connect: { timeout: connectMs },
        headersTimeout: 0,
        bodyTimeout: 0,
        allowH2: false,
      });
    agents.set(connectMs, agent);
    return agent;
  };
  // The types of this package and those of Node's own copy differ in details that nobody uses here.
  const send = custom ?? (undici as unknown as typeof fetch);
  return {
    async fetch(input, init) {
      try {
        const response = await send(input, init);
        return response.ok ? response : await withShortBody(response);
      } catch (thrown) {
        throw init?.signal?.aborted ? thrown : toConnectionError(thrown, title, String(input));
      }
    },
    // Following a redirect would hand the prompt to an address that nobody has configured.
    options: (connectMs) => ({ redirect: 'manual', ...(custom ? {} : { dispatcher: agentFor(connectMs) }) }),
  };
}

async function withShortBody(response: Response): Promise<Response> {
  const { status, headers } = response;
  const text = await readAtMost(response, LONGEST_ERROR);
  // The class takes no other statuses, and not every one of these with a body.
  return new Response(status < 400 ? null : text, { status: Math.min(Math.max(status, 200), 599), headers });
}

/** Why there was no response, in words for whoever set the address. */
function toConnectionError(thrown: unknown, title: string, url: string): AppError {
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
