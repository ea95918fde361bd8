import { beforeAll, expect, test } from 'vitest';
import type { Play } from './fault-server/exchange.ts';
import { problem, whole } from './fault-server/plays.ts';
import { inPlayedTime, loadEverything } from './testing/played-time.ts';
import type { World } from './world.ts';

beforeAll(loadEverything);

const downFor =
  (ms: number, down: Play): Play =>
  (exchange) =>
    (exchange.age() < ms ? down : whole)(exchange);

const askAtOnce = (world: World, questions: number) =>
  Promise.all(Array.from({ length: questions }, () => world.ask()));

/** How often the primary is asked meanwhile. */
async function asked(world: World, meanwhile: () => Promise<unknown>): Promise<number> {
  const before = world.primary.length;
  await meanwhile();
  return world.primary.length - before;
}

test.each<[string, Play]>([
  ['answers 503', problem('overloaded')],
  ['resets', (exchange) => exchange.reset()],
  ['says nothing', ({ wait }) => wait(120_000)],
])('a primary that %s is soon left alone, then tried by one question at a time, then trusted again', (_, down) =>
  inPlayedTime({ primary: downFor(120_000, down) }, async (world) => {
    for (let question = 0; question < 3; question++) await world.ask();
    expect(await asked(world, () => askAtOnce(world, 5)), 'open').toBe(0);

    await world.wait(25_000);
    expect(await asked(world, () => askAtOnce(world, 5)), 'half-open').toBe(1);
    expect(await asked(world, () => askAtOnce(world, 5)), 'open again').toBe(0);

    await world.wait(120_000);
    const { result } = await world.ask();
    expect(result).toMatchObject({ completion: { text: world.cast.primary.text } });
    expect(await asked(world, () => askAtOnce(world, 5)), 'closed').toBe(5);
    expect(world.replies.every((reply) => reply.result.kind === 'answered')).toBe(true);
  }),
);

test.each<[string, Play]>([
  ['a prompt too long', problem('too-long')],
  ['a filtered prompt', problem('filtered')],
])('%s says nothing about the health of the primary', (_, primary) =>
  inPlayedTime({ primary }, async (world) => {
    expect(await asked(world, () => askAtOnce(world, 10))).toBe(10);
    expect(await asked(world, () => askAtOnce(world, 10))).toBe(10);
  }),
);

test('with both of them down, a question still tries', () =>
  inPlayedTime({ primary: downFor(30_000, problem('overloaded')), fallback: problem('overloaded') }, async (world) => {
    await askAtOnce(world, 10);
    await world.wait(30_000);
    const { result } = await world.ask();
    expect(result).toMatchObject({ kind: 'answered', completion: { text: world.cast.primary.text } });
  }));
