import type { Agent } from 'undici';
import type { Clock } from '../../clock.ts';
import { unusable } from '../unusable.ts';
import { toConnectionError } from './connection-error.ts';
import { createLightResponse, type LightResponse } from './light-response.ts';
import { type Outgoing, receiptOf } from './outgoing.ts';
import { type HasBody, readError } from './read-at-most.ts';
import { send } from './send.ts';

/** What both SDKs take to send with. */
export interface Transport {
  fetch: typeof fetch;
  /** Options of one request, as both SDKs take them. */
  options(one: { connectMs: number; signal: AbortSignal; outgoing: Outgoing }): object;
}

export interface TransportOptions {
  /** Subject of the error messages. */
  title: string;
  clock: Clock;
  /** In place of the connections of this process; then `connectMs` does not apply. */
  fetch?: typeof fetch;
}

/** What an SDK hands on to the `fetch` that it was given. Should it not, nothing is sent: there is no way past `outgoing`. */
interface GivenOptions {
  outgoing: Outgoing;
}

interface OwnOptions extends GivenOptions {
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
      const { agent, stop: signal, outgoing, method = 'POST', headers, ...rest } = init as RequestInit & OwnOptions;
      outgoing.inspect(rest.body);
      const url = String(input);
      const body = Buffer.from(String(rest.body));
      const onStart = () => outgoing.onSent?.(receiptOf(url, body));
      const sending = { url, method, headers: headers as Headers, body, signal, onStart };
      const response = await receive(send(agent, sending), { title, clock, url, signal });
      refuseCompressed(response, title);
      return response as unknown as Response;
    },
    options: ({ connectMs, signal, outgoing }) => ({
      fetchOptions: { agent: agentFor(connectMs), stop: signal, outgoing },
    }),
  };
}

function createGivenTransport({ title, clock }: TransportOptions, given: typeof fetch): Transport {
  return {
    async fetch(input, init) {
      const { outgoing, ...sending } = init as RequestInit & GivenOptions;
      outgoing.inspect(sending.body);
      const url = String(input);
      // Nobody can see from here whether it finds a connection: it is taken to leave.
      outgoing.onSent?.(receiptOf(url, Buffer.from(String(sending.body))));
      const context = { title, clock, url, signal: sending.signal };
      return (await receive(given(input, sending), context)) as Response;
    },
    // Following a redirect would hand the prompt to an address that nobody has configured.
    options: ({ signal, outgoing }) => ({ signal, fetchOptions: { redirect: 'manual', outgoing } }),
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
