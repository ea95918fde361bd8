import type { Ending, ProblemKind } from './dialect.ts';
import type { Exchange, Play } from './exchange.ts';

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

export function head(status: number, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${REASONS[status] ?? 'Unknown'}\r\n${lines.join('')}\r\n`;
}

/** A whole response at once. */
export function respond(status: number, headers: Readonly<Record<string, string>>, body: string): Play {
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  return ({ write }) => write(head(status, { ...headers, ...length }) + body);
}

export function problem(kind: ProblemKind, headers: Readonly<Record<string, string>> = {}): Play {
  return (exchange) => {
    const { status, body } = exchange.dialect.problem(kind);
    const date = new Date(exchange.clock.now()).toUTCString();
    return respond(status, { 'content-type': 'application/json', date, ...headers }, body)(exchange);
  };
}

/** The head of a stream. */
export function openStream({ write }: Exchange, contentType = 'text/event-stream; charset=utf-8'): Promise<void> {
  return write(head(200, { 'content-type': contentType, 'transfer-encoding': 'chunked' }));
}

/** One chunk of a stream's body. */
export async function send({ write }: Exchange, data: string | Uint8Array): Promise<void> {
  const bytes = Buffer.from(data);
  if (bytes.length === 0) return;
  await write(Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]));
}

/** The orderly end of a stream's body. */
export function endStream({ write }: Exchange): Promise<void> {
  return write('0\r\n\r\n');
}

/** The head of a stream, and all that comes before the first piece of text. */
export async function begin(exchange: Exchange): Promise<void> {
  await openStream(exchange);
  await send(exchange, exchange.dialect.opening(exchange.answer));
}

/** Pieces of the text, up to but without number `to`. */
export async function say(exchange: Exchange, from = 0, to = exchange.answer.pieces.length): Promise<void> {
  for (let index = from; index < to; index++) await send(exchange, exchange.dialect.piece(exchange.answer, index));
}

/** Why it ended, and the usage: from here on the answer is billed. */
export async function close(exchange: Exchange, ending: Ending = 'stop'): Promise<void> {
  exchange.arrival.billed = exchange.answer.usage;
  await send(exchange, exchange.dialect.closing(exchange.answer, ending));
}

/** The sentinel and the end of the body. */
export async function finish(exchange: Exchange): Promise<void> {
  await send(exchange, exchange.dialect.sentinel);
  await endStream(exchange);
}

/** A whole answer. */
export const whole: Play = async (exchange) => {
  await begin(exchange);
  await say(exchange);
  await close(exchange);
  await finish(exchange);
};

/** The first request meets the first play, and so on; the last play is for all that follow. */
export function inTurn(...plays: [Play, ...Play[]]): Play {
  return (exchange) => plays[Math.min(exchange.arrival.nth, plays.length) - 1]?.(exchange);
}

/** Something on the line every so often, for `ms` in all. */
export async function keepAlive(exchange: Exchange, ms: number, everyMs = 1_000): Promise<void> {
  for (let waited = 0; waited < ms; waited += everyMs) {
    await exchange.wait(everyMs);
    await send(exchange, exchange.dialect.keepAlive);
  }
}
