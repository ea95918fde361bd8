import type { Play } from '../fault-server/exchange.ts';
import { problem, whole } from '../fault-server/plays.ts';
import { answered, first, seconds } from '../judge.ts';
import type { Seen, World } from '../world.ts';
import type { Case, Complaint, Fault } from './fault.ts';

const FLAPPING_MS = 60_000;
const QUESTIONS = 20;
/** Down and up for so long each. */
const PHASE_MS = 5_000;
const RECOVERY_MS = 30_000;
const PROBE_MS = 2_000;

/** Down in every other phase, until it is well for good. */
function flapping(down: Play): Play {
  return (exchange) => {
    const age = exchange.age();
    const isDown = age < FLAPPING_MS && Math.floor(age / PHASE_MS) % 2 === 0;
    return (isDown ? down : whole)(exchange);
  };
}

async function twentyQuestions(world: World): Promise<void> {
  const asked = [];
  for (let question = 0; question < QUESTIONS; question++) {
    asked.push(world.ask());
    await world.wait(FLAPPING_MS / QUESTIONS);
  }
  await Promise.all(asked);
  while (world.elapsed() < FLAPPING_MS + RECOVERY_MS) {
    const { result } = await world.ask();
    if (result.kind === 'answered' && result.completion.text === world.cast.primary.text) return;
    await world.wait(PROBE_MS);
  }
}

function isBack({ replies, cast }: Seen): Complaint {
  const back = replies.find(
    ({ result, askedMs }) =>
      askedMs >= FLAPPING_MS && result.kind === 'answered' && result.completion.text === cast.primary.text,
  );
  if (!back) return `the primary was not used again within ${seconds(RECOVERY_MS)} of its recovery`;
  return undefined;
}

function flaps(name: string, down: Play): Case {
  return {
    name,
    lastsMs: FLAPPING_MS + RECOVERY_MS,
    primary: flapping(down),
    scenario: twentyQuestions,
    judge: (seen) => first(answered(seen, { withinMs: 30_000 }), isBack(seen)),
  };
}

export const flappingPrimary: Fault = {
  id: 'flapping',
  title: 'primary flaps for 60 s',
  group: 'benchmark',
  cases: [flaps('down with 503', problem('overloaded')), flaps('down in silence', ({ wait }) => wait(120_000))],
};
