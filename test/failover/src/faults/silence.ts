import { begin, close, finish, head, keepAlive, openStream, say, whole } from '../fault-server/plays.ts';
import { answered, askedAtMost, first, hungUp, switchedWithin } from '../judge.ts';
import type { Case, Fault } from './fault.ts';

const SILENCE_MS = 120_000;
const LATE_MS = 20_000;
const STALL_MS = 30_000;

/** A person waits: another model is asked within so much. */
const SWITCH_MS = 15_000;

function slow(name: string, primary: Case['primary']): Case {
  return {
    name,
    lastsMs: SWITCH_MS,
    primary,
    judge: (seen) =>
      first(
        switchedWithin(seen, SWITCH_MS),
        answered(seen, { by: 'fallback', withinMs: SWITCH_MS + 5_000 }),
        askedAtMost(seen.primary, 2),
        hungUp(seen.primary),
      ),
  };
}

export const silence: Fault = {
  id: 'silence',
  title: 'silence for 120 s',
  group: 'benchmark',
  cases: [
    slow('not a byte', async (exchange) => {
      await exchange.wait(SILENCE_MS);
      await whole(exchange);
    }),
    slow('headers only', async (exchange) => {
      await openStream(exchange);
      await exchange.wait(SILENCE_MS);
    }),
  ],
};

export const lateFirstToken: Fault = {
  id: 'late-first-token',
  title: 'first token after 20 s',
  group: 'benchmark',
  cases: [
    slow('after an opening', async (exchange) => {
      await begin(exchange);
      await exchange.wait(LATE_MS);
      await say(exchange);
      await close(exchange);
      await finish(exchange);
    }),
    slow('with keep-alives meanwhile', async (exchange) => {
      await begin(exchange);
      await keepAlive(exchange, LATE_MS);
      await say(exchange);
      await close(exchange);
      await finish(exchange);
    }),
  ],
};

function stalled(name: string, hold: Case['primary']): Case {
  return {
    name,
    lastsMs: SWITCH_MS,
    primary: async (exchange) => {
      await begin(exchange);
      await say(exchange, 0, 30);
      await hold(exchange);
      await say(exchange, 30);
      await close(exchange);
      await finish(exchange);
    },
    judge: (seen) => first(answered(seen, { by: 'fallback', withinMs: STALL_MS - 5_000 }), hungUp(seen.primary)),
  };
}

export const stall: Fault = {
  id: 'stall',
  title: 'stall of 30 s mid-stream',
  group: 'benchmark',
  cases: [
    stalled('silent', ({ wait }) => wait(STALL_MS)),
    stalled('with keep-alives', (exchange) => keepAlive(exchange, STALL_MS)),
  ],
};

export const slowHeaders: Fault = {
  id: 'slow-headers',
  title: 'slow headers',
  group: 'own',
  cases: [
    slow('a byte a second', async (exchange) => {
      const bytes = head(200, { 'content-type': 'text/event-stream', 'x-request-id': 'r'.repeat(SILENCE_MS / 1_000) });
      for (const byte of bytes) {
        await exchange.write(byte);
        await exchange.wait(1_000);
      }
    }),
  ],
};
