import { head, inTurn, problem, whole } from '../fault-server/plays.ts';
import { answered, askedAtMost, first, hungUp } from '../judge.ts';
import type { Fault } from './fault.ts';

/** An error that does not come to its end is one all the same. */
const SWITCH_MS = 15_000;

export const serverErrorOnce: Fault = {
  id: '500-once',
  title: '500 once',
  group: 'benchmark',
  cases: [
    {
      name: 'then well',
      primary: inTurn(problem('server'), whole),
      judge: (seen) => first(answered(seen, { withinMs: 5_000 }), askedAtMost(seen.primary, 2)),
    },
  ],
};

export const persistentOutage: Fault = {
  id: 'persistent-503',
  title: '503 for ever',
  group: 'benchmark',
  cases: [
    {
      name: 'from the first request',
      primary: problem('overloaded'),
      judge: (seen) => first(answered(seen, { by: 'fallback', withinMs: 10_000 }), askedAtMost(seen.primary, 4)),
    },
    {
      name: 'with a body that stalls',
      lastsMs: SWITCH_MS,
      primary: async ({ write, wait }) => {
        await write(`${head(503, { 'content-type': 'application/json', 'content-length': '500' })}{"error":`);
        await wait(120_000);
      },
      judge: (seen) => first(answered(seen, { by: 'fallback', withinMs: SWITCH_MS }), hungUp(seen.primary)),
    },
  ],
};

export const resetBeforeHeaders: Fault = {
  id: 'reset',
  title: 'reset before headers',
  group: 'benchmark',
  cases: [
    {
      name: 'reset',
      primary: (exchange) => exchange.reset(),
      judge: (seen) => first(answered(seen, { by: 'fallback', withinMs: 10_000 }), askedAtMost(seen.primary, 4)),
    },
    {
      name: 'closed',
      primary: (exchange) => exchange.close(),
      judge: (seen) => first(answered(seen, { by: 'fallback', withinMs: 10_000 }), askedAtMost(seen.primary, 4)),
    },
  ],
};
