// The model server as a process: every answer is made before the first request, so that it costs next to nothing.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { answerEvents, wholeAnswer } from './answer.ts';

const { values } = parseArgs({
  options: { delay: { type: 'string', default: '0' }, packets: { type: 'string', default: '1' } },
});
const delayMs = Number(values.delay);
const whole = Buffer.from(wholeAnswer());
const packets = inPackets(answerEvents(), Number(values.packets));

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (piece: string) => {
    body += piece;
  });
  request.on('end', () => {
    // Another address would be a contender that is set up wrongly, and its figures worth nothing.
    if (request.url !== '/v1/chat/completions') return response.writeHead(404).end();
    const answer = body.includes('"stream":true') ? answerStreamed : answerWhole;
    if (delayMs > 0) setTimeout(answer, delayMs, response);
    else answer(response);
  });
});
// Contenders take turns: a connection that was closed meanwhile would be measured as theirs.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1\n`);
});

function answerWhole(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': whole.length }).end(whole);
}

/** Each packet in a turn of its own, or Node would put them together again. */
function answerStreamed(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (at: number): void => {
    if (at === packets.length - 1) return void response.end(packets[at]);
    response.write(packets[at]);
    setImmediate(send, at + 1);
  };
  send(0);
}

function inPackets(events: readonly string[], count: number): Buffer[] {
  const size = Math.ceil(events.length / count);
  const starts = events.flatMap((_, i) => (i % size === 0 ? [i] : []));
  return starts.map((start) => Buffer.from(events.slice(start, start + size).join('')));
}
