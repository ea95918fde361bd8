import { begin, problem, say } from '../fault-server/plays.ts';
import { answered, first } from '../judge.ts';
import { QUESTION, type Reply, type Seen, type World } from '../world.ts';
import { sameUsage } from './broken-streams.ts';
import type { Case, Complaint, Fault } from './fault.ts';

/** The same question to the fallback alone, for its price without a fail-over. */
async function withAndWithout(world: World): Promise<void> {
  await world.ask();
  const askedMs = world.elapsed();
  const result = await world.asker([world.cast.fallback.route]).complete(QUESTION);
  world.replies.push({ result, askedMs, repliedMs: world.elapsed() });
}

function told({ result }: Reply) {
  return result.kind === 'answered' ? result.completion : undefined;
}

function rightlyTold(seen: Seen): Complaint {
  const [over, alone] = seen.replies.map(told);
  if (!over || !alone) return 'one of the two questions was not answered';
  const { fallback } = seen.cast;
  const provider = fallback.route.split('/')[0];
  return first(
    over.provider === provider ? undefined : `the answer is booked on ${over.provider}, and ${provider} gave it`,
    over.model === fallback.model ? undefined : `the answer is booked on ${over.model}, and ${fallback.model} gave it`,
    Number(over.cost.usd) > 0 ? undefined : 'the answer has no price',
    over.cost.usd === alone.cost.usd
      ? undefined
      : `the answer costs ${over.cost.usd} $ after a fail-over and ${alone.cost.usd} $ without`,
  );
}

/** What never began costs nothing, and every attempt is on record. */
function failedAttemptsAreFree({ replies: [reply] }: Seen): Complaint {
  const attempts = (reply && told(reply)?.attempts) ?? [];
  const charged = attempts.find(({ outcome, cost }) => outcome === 'failed' && Number(cost?.usd ?? 0) > 0);
  return first(
    attempts.some(({ outcome }) => outcome === 'failed') ? undefined : 'the failed attempt is not on record',
    charged ? `a failed attempt is booked with ${charged.cost?.usd} $` : undefined,
  );
}

function booked(name: string, primary: Case['primary'], further: (seen: Seen) => Complaint): Case {
  return {
    name,
    primary,
    scenario: withAndWithout,
    judge: (seen) =>
      first(
        answered(seen, { by: 'fallback', withinMs: 10_000 }),
        sameUsage(seen, 'fallback'),
        rightlyTold(seen),
        further(seen),
      ),
  };
}

export const accounting: Fault = {
  id: 'accounting',
  title: 'usage after a fail-over',
  group: 'benchmark',
  cases: [
    booked('after a 503', problem('overloaded'), failedAttemptsAreFree),
    // What was sent before the cut may be charged, and belongs to that attempt; the answer's own usage stays its own.
    booked(
      'after a cut',
      async (exchange) => {
        await begin(exchange);
        await say(exchange, 0, 40);
        await exchange.wait(50);
        exchange.reset();
      },
      () => undefined,
    ),
  ],
};
