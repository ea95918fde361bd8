import type { Exchange } from '../fault-server/exchange.ts';
import { begin, openStream, send } from '../fault-server/plays.ts';
import { answered, first, hungUp } from '../judge.ts';
import type { Seen } from '../world.ts';
import type { Case, Complaint, Fault } from './fault.ts';

/** More than any draft, less than hurts; what waits in the system's own buffers is part of it. */
const MOST_BYTES = 16_000_000;
/** Where the server gives up on a client that takes everything. */
const ENOUGH_BYTES = 3 * MOST_BYTES;
const BLOCK = 'and so on '.repeat(100);

function floods(name: string, flood: (exchange: Exchange, block: number) => Promise<void>): Case {
  return {
    name,
    primary: async (exchange) => {
      for (let block = 0; exchange.arrival.bytesSent < ENOUGH_BYTES; block++) await flood(exchange, block);
      exchange.reset();
    },
    judge: (seen) => first(modest(seen), answered(seen, { by: 'fallback', withinMs: 15_000 })),
  };
}

function modest({ primary }: Seen): Complaint {
  const most = Math.max(...primary.map(({ bytesSent }) => bytesSent));
  return most > MOST_BYTES ? `${Math.round(most / 1e6)} MB of one answer were taken` : undefined;
}

export const unboundedAnswer: Fault = {
  id: 'unbounded',
  title: 'unbounded answer',
  group: 'own',
  cases: [
    floods('as fast as it is taken', async (exchange, block) => {
      if (block === 0) await begin(exchange);
      await send(exchange, exchange.dialect.piece(exchange.answer, block, BLOCK));
    }),
    floods('one event without end', async (exchange, block) => {
      if (block === 0) {
        await openStream(exchange);
        await send(exchange, 'data: {"choices": [{"delta": {"content": "');
      }
      await send(exchange, BLOCK);
    }),
    floods('headers without end', async (exchange, block) => {
      if (block === 0) await exchange.write('HTTP/1.1 200 OK\r\n');
      await exchange.write(`x-more: ${BLOCK}\r\n`);
    }),
    {
      name: 'drop by drop',
      lastsMs: 60_000,
      primary: async (exchange) => {
        await begin(exchange);
        for (let drop = 0; ; drop++) {
          await send(exchange, exchange.dialect.piece(exchange.answer, drop, ' more'));
          await exchange.wait(250);
        }
      },
      judge: (seen) => first(answered(seen, { by: 'fallback', withinMs: 60_000 }), hungUp(seen.primary)),
    },
  ],
};
