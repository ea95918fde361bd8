import type { Exchange } from '../fault-server/exchange.ts';
import { begin, close, endStream, finish, openStream, say, send } from '../fault-server/plays.ts';
import { answered, askedAtMost, first } from '../judge.ts';
import type { Seen } from '../world.ts';
import type { Case, Complaint, Fault } from './fault.ts';

const elsewhere = (seen: Seen): Complaint => answered(seen, { by: 'fallback', withinMs: 10_000 });

function cut(name: string, end: (exchange: Exchange) => Promise<void> | void): Case {
  return {
    name,
    primary: async (exchange) => {
      await begin(exchange);
      await say(exchange, 0, 40);
      // What was sent arrives: a reset would take with it what the client has not read yet.
      await exchange.wait(50);
      await end(exchange);
    },
    judge: elsewhere,
  };
}

export const cutStream: Fault = {
  id: 'cut',
  title: 'cut after 40 of 60 tokens',
  group: 'benchmark',
  cases: [
    cut('reset', (exchange) => exchange.reset()),
    cut('closed', (exchange) => exchange.close()),
    cut('ended in good order', endStream),
    cut('ended with the sentinel', finish),
    cut('at its length limit', async (exchange) => {
      await close(
        { ...exchange, answer: { ...exchange.answer, pieces: exchange.answer.pieces.slice(0, 40) } },
        'length',
      );
      await finish(exchange);
    }),
  ],
};

function malformed(name: string, chunk: (exchange: Exchange) => string | Uint8Array): Case {
  return {
    name,
    primary: async (exchange) => {
      await begin(exchange);
      await say(exchange, 0, 30);
      await send(exchange, chunk(exchange));
      await say(exchange, 31);
      await close(exchange);
      await finish(exchange);
    },
    judge: elsewhere,
  };
}

export const malformedChunk: Fault = {
  id: 'malformed',
  title: 'one malformed chunk',
  group: 'benchmark',
  cases: [
    malformed('half of its JSON', ({ dialect, answer }) => `${dialect.piece(answer, 30).trimEnd().slice(0, -20)}\n\n`),
    malformed('JSON, but no chunk', () => 'data: null\n\n'),
    malformed('not UTF-8', ({ dialect, answer }) => {
      const bytes = Buffer.from(dialect.piece(answer, 30));
      bytes[bytes.indexOf(' 30') + 1] = 0xff;
      return bytes;
    }),
  ],
};

function unended(name: string, end: (exchange: Exchange) => Promise<void> | void): Case {
  return {
    name,
    primary: async (exchange) => {
      await begin(exchange);
      await say(exchange);
      await close(exchange);
      await end(exchange);
    },
    judge: (seen) =>
      first(
        answered(seen, { by: 'primary', withinMs: 2_000 }),
        askedAtMost(seen.primary, 1),
        sameUsage(seen, 'primary'),
      ),
  };
}

export const missingSentinel: Fault = {
  id: 'no-sentinel',
  title: 'missing end sentinel',
  group: 'benchmark',
  cases: [
    unended('held open', ({ wait }) => wait(120_000)),
    unended('closed', async ({ wait, close }) => {
      await wait(50);
      close();
    }),
    unended('ended in good order', endStream),
  ],
};

/** The usage that is reported is the one that was billed. */
export function sameUsage(seen: Seen, by: 'primary' | 'fallback'): Complaint {
  const result = seen.replies[0]?.result;
  const reported = result?.kind === 'answered' ? result.completion.usage : undefined;
  const billed = seen[by].find((arrival) => arrival.billed)?.billed;
  const same =
    reported && reported.inputTokens === billed?.inputTokens && reported.outputTokens === billed.outputTokens;
  const told = `${reported?.inputTokens} and ${reported?.outputTokens} tokens`;
  return same ? undefined : `${told} are reported where ${billed?.inputTokens} and ${billed?.outputTokens} are billed`;
}

export const emptyCompletion: Fault = {
  id: 'empty',
  title: 'empty completion',
  group: 'own',
  cases: [
    {
      name: 'not a piece',
      primary: async (exchange) => {
        await begin(exchange);
        await close({ ...exchange, answer: { ...exchange.answer, pieces: [] } });
        await finish(exchange);
      },
      judge: elsewhere,
    },
    {
      name: 'nothing but space',
      primary: async (exchange) => {
        const blank = { ...exchange, answer: { ...exchange.answer, pieces: [' ', '\n'] } };
        await begin(blank);
        await say(blank);
        await close(blank);
        await finish(blank);
      },
      judge: elsewhere,
    },
    {
      name: 'a stream without an event',
      primary: async (exchange) => {
        await openStream(exchange);
        await endStream(exchange);
      },
      judge: elsewhere,
    },
  ],
};
