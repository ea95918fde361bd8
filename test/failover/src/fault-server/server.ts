import { createServer, type Socket } from 'node:net';
import type { Clock } from '@draftsmith/llm';
import { answerOf } from './answer.ts';
import { DIALECTS } from './dialects.ts';
import { type Arrival, createExchange, type Line, type Play } from './exchange.ts';
import { problem } from './plays.ts';
import { readRequests, type WireRequest } from './read-requests.ts';

export interface FaultServer {
  readonly port: number;
  /** E.g. `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** Everything that was asked, in order. */
  readonly arrivals: readonly Arrival[];
  /** Open connections, by the port of the client. */
  readonly connections: ReadonlyMap<number, Socket>;
  close(): Promise<void>;
}

export interface FaultServerOptions {
  clock: Clock;
  /** By model; another model is unknown. */
  plays: Readonly<Record<string, Play>>;
}

/** A model vendor on a raw TCP port of 127.0.0.1. It speaks the dialect of the path that it is asked on. */
export async function startFaultServer({ clock, plays }: FaultServerOptions): Promise<FaultServer> {
  const arrivals: Arrival[] = [];
  const connections = new Map<number, Socket>();
  const since = clock.now();
  const server = createServer({ noDelay: true }, (socket) => {
    const line = { socket, clock, since, gone: whenGone(socket) };
    const port = socket.remotePort ?? 0;
    connections.set(port, socket);
    socket.on('close', () => connections.delete(port));
    // A client that resets is no defect of the server; 'close' follows.
    socket.on('error', () => undefined);
    readRequests(socket, (request) => void serve(request, line));
  });

  const serve = async (request: WireRequest, line: Line): Promise<void> => {
    const dialect = Object.values(DIALECTS).find(({ path }) => path === request.path);
    // An address that no vendor has: the product is wrong, and hears so in the only way that cannot be mistaken.
    if (!dialect) return void line.socket.resetAndDestroy();
    const arrival = toArrival(request, { dialect: dialect.name, at: clock.now(), nth: 0 });
    arrival.nth = 1 + arrivals.filter(({ model }) => model === arrival.model).length;
    arrivals.push(arrival);
    const play = plays[arrival.model] ?? problem('unknown-model');
    const exchange = createExchange(line, { arrival, dialect, answer: answerOf(arrival.model) });
    try {
      await play(exchange);
    } catch (thrown) {
      // A client that has gone is why a play ends early; anything else is a defect of the play.
      if (!line.socket.destroyed) throw thrown;
      arrival.abandoned = true;
    }
  };

  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', resolve);
  await listening;
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    arrivals,
    connections,
    close: async () => {
      const closed = new Promise<void>((done) => void server.close(() => done()));
      for (const socket of connections.values()) socket.destroy();
      await closed;
    },
  };
}

function toArrival({ headers, body }: WireRequest, place: Pick<Arrival, 'dialect' | 'at' | 'nth'>): Arrival {
  const fields: Record<string, unknown> = JSON.parse(body);
  const key = headers.get('x-api-key') ?? headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
  return { ...place, model: String(fields.model), key, body: fields, bytesSent: 0 };
}

function whenGone(socket: Socket): AbortSignal {
  const controller = new AbortController();
  socket.on('close', () => controller.abort());
  return controller.signal;
}
