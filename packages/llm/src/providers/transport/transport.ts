import type { Agent } from 'undici';
import type { Clock } from '../../clock.ts';
import { unusable } from '../unusable.ts';
import { toConnectionError } from './connection-error.ts';
import { createLightResponse, type LightResponse } from './light-response.ts';
import { type HasBody, readError } from './read-at-most.ts';
import { send } from './send.ts';

/** What both SDKs take to send with. */
export interface Transport {
  fetch: typeof fetch;
  /** Options of one request, as both SDKs take them. */
  options(one: { connectMs: number; signal: AbortSignal }): object;
}

export interface TransportOptions {
  /** Subject of the error messages. */
  title: string;
  clock: Clock;
  /** In place of the connections of this process; then `connectMs` does not apply. */
  fetch?: typeof fetch;
}

/** What an SDK hands on to the `fetch` that it was given. */
interface FetchOptions {
  agent: Agent;
  /** In place of `signal`, which the SDKs would wrap anew for each call. */
  stop: AbortSignal;
}

/** Sockets to one vendor: enough for a busy server, and a bound for a runaway one. */
const CONNECTIONS = 256;

/**
 * Connections that are kept and bounded, with a limit on connecting alone; the other limits are the driver's, which sees
 * what comes.
 */
export async function createTransport(options: TransportOptions): Promise<Transport> {
  return options.fetch ? createGivenTransport(options, options.fetch) : await createOwnTransport(options);
}

async function createOwnTransport({ title, clock }: TransportOptions): Promise<Transport> {
  const { Agent } = await import('undici');
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
  return {
    async fetch(input, init) {
      const { agent, stop: signal, method = 'POST', headers, body } = init as RequestInit & FetchOptions;
      const url = String(input);
      const sending = { url, method, headers: headers as Headers, body: String(body), signal };
      const response = await receive(send(agent, sending), { title, clock, url, signal });
      refuseCompressed(response, title);
      return response as unknown as Response;
    },
    options: ({ connectMs, signal }) => ({ fetchOptions: { agent: agentFor(connectMs), stop: signal } }),
  };
}

function createGivenTransport({ title, clock }: TransportOptions, given: typeof fetch): Transport {
  return {
    async fetch(input, init) {
      const context = { title, clock, url: String(input), signal: init?.signal };
      return (await receive(given(input, init), context)) as Response;
    },
    // Following a redirect would hand the prompt to an address that nobody has configured.
    options: ({ signal }) => ({ signal, fetchOptions: { redirect: 'manual' } }),
  };
}

interface Context extends Pick<TransportOptions, 'title' | 'clock'> {
  url: string;
  signal: AbortSignal | null | undefined;
}

type Received = HasBody & Pick<Response, 'ok' | 'status' | 'headers'>;

/** An error is given with its whole body, which is read no further than errors go; what broke is said in our words. */
async function receive<R extends Received>(sent: Promise<R>, context: Context): Promise<R | LightResponse> {
  const { title, clock, url, signal } = context;
  try {
    const response = await sent;
    if (response.ok) return response;
    const { status, headers } = response;
    return createLightResponse({ url, status, headers }, await readError(response, clock));
  } catch (thrown) {
    throw signal?.aborted ? thrown : toConnectionError(thrown, title, url);
  }
}

/** Nobody asked for it, and unpacking would hold back what a stream says until its packets are full. */
function refuseCompressed({ ok, headers }: LightResponse, title: string): void {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  if (!ok || encoding === '' || encoding === 'identity') return;
  throw unusable(
    'llm.compressed',
    `${title} sent a compressed answer, which was not asked for: check the proxy before it`,
  );
}
