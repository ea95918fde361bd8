import { inTurn, problem, whole } from '../fault-server/plays.ts';
import { answered, askedAtMost, first, leftAlone } from '../judge.ts';
import type { Seen, World } from '../world.ts';
import type { Case, Complaint, Fault } from './fault.ts';

const RETRY_AFTER_MS = 2_000;

/** A second question meets the limit while it lasts: another request is no reason to ask earlier. */
async function twoQuestions(world: World): Promise<void> {
  const one = world.ask();
  await world.wait(RETRY_AFTER_MS / 2);
  await Promise.all([one, world.ask()]);
}

const obeyed = (seen: Seen): Complaint =>
  first(answered(seen, { withinMs: 6_000 }), leftAlone(seen.primary, RETRY_AFTER_MS));

export const retryAfter: Fault = {
  id: 'retry-after',
  title: '429 with Retry-After 2',
  group: 'benchmark',
  cases: [
    {
      name: 'once',
      primary: inTurn(problem('rate-limited', { 'retry-after': '2' }), whole),
      scenario: twoQuestions,
      judge: obeyed,
    },
    {
      name: 'in milliseconds',
      primary: inTurn(problem('rate-limited', { 'retry-after-ms': '2000' }), whole),
      scenario: twoQuestions,
      judge: obeyed,
    },
  ],
};

const patient = (arrivals: Seen['primary']): Complaint =>
  first(askedAtMost(arrivals, 4, 3_000), askedAtMost(arrivals, 6));

export const persistentRateLimit: Fault = {
  id: 'persistent-429',
  title: '429 for ever',
  group: 'benchmark',
  cases: [
    {
      name: 'the fallback is well',
      primary: problem('rate-limited'),
      judge: (seen) => first(answered(seen, { by: 'fallback', withinMs: 10_000 }), patient(seen.primary)),
    },
    {
      name: 'the fallback as well',
      primary: problem('rate-limited'),
      fallback: problem('rate-limited'),
      judge: (seen) => {
        const kind = seen.replies[0]?.result.kind;
        const all = [...seen.primary, ...seen.fallback].sort((a, b) => a.at - b.at);
        return first(kind === 'exhausted' ? undefined : `the outcome was "${kind}", not "exhausted"`, patient(all));
      },
    },
  ],
};

/** A vendor whose clock is ten minutes off names the moment, in its own time. */
function skewed(name: string, skewMs: number): Case {
  return {
    name,
    lastsMs: 12_000,
    primary: inTurn((exchange) => {
      const server = exchange.clock.now() + skewMs;
      const headers = {
        date: new Date(server).toUTCString(),
        'retry-after': new Date(server + RETRY_AFTER_MS).toUTCString(),
      };
      return problem('rate-limited', headers)(exchange);
    }, whole),
    scenario: async (world) => {
      await world.ask();
      await world.wait(10_000);
      await world.ask();
    },
    judge: (seen) => {
      const last = seen.replies.at(-1)?.result;
      const back = last?.kind === 'answered' && last.completion.text === seen.cast.primary.text;
      return first(
        answered(seen, { withinMs: 6_000 }),
        leftAlone(seen.primary, RETRY_AFTER_MS),
        back ? undefined : 'the primary was still left alone ten seconds later',
      );
    },
  };
}

const SKEW_MS = 10 * 60_000;

export const clockSkew: Fault = {
  id: 'clock-skew',
  title: 'clock skew on Retry-After',
  group: 'own',
  cases: [
    skewed('ten minutes ahead', SKEW_MS),
    skewed('ten minutes behind', -SKEW_MS),
    {
      name: 'behind, without a Date header',
      primary: (exchange) => {
        const past = new Date(exchange.clock.now() - SKEW_MS).toUTCString();
        return problem('rate-limited', { date: '', 'retry-after': past })(exchange);
      },
      judge: (seen) => first(answered(seen, { by: 'fallback', withinMs: 10_000 }), patient(seen.primary)),
    },
  ],
};
