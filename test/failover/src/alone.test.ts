import { beforeAll, describe, expect, test } from 'vitest';
import type { DialectName } from './fault-server/dialect.ts';
import type { Play } from './fault-server/exchange.ts';
import { begin, endStream, inTurn, problem, say, whole } from './fault-server/plays.ts';
import { inPlayedTime, loadEverything } from './testing/played-time.ts';
import { QUESTION } from './world.ts';

beforeAll(loadEverything);

const cut: Play = async (exchange) => {
  await begin(exchange);
  await say(exchange, 0, 40);
  await endStream(exchange);
};

const stalled: Play = async (exchange) => {
  await begin(exchange);
  await say(exchange, 0, 40);
  await exchange.wait(120_000);
};

/** What goes wrong once, and how long the next request is to be put off at least. */
const ONCE: readonly [string, Play, number][] = [
  ['a 429 with Retry-After 2', problem('rate-limited', { 'retry-after': '2' }), 2_000],
  ['a 429 with Retry-After 20', problem('rate-limited', { 'retry-after': '20' }), 20_000],
  ['a 500', problem('server'), 0],
  ['a 503 with Retry-After 3', problem('overloaded', { 'retry-after': '3' }), 3_000],
  ['a reset', (exchange) => exchange.reset(), 0],
  ['silence', ({ wait }) => wait(120_000), 0],
  ['a cut', cut, 0],
  ['a stall', stalled, 0],
];

describe.each<DialectName>(['openai', 'anthropic', 'responses'])('one model of %s alone', (dialect) => {
  test.each(ONCE)('answers after %s', (_, fault, waitMs) =>
    inPlayedTime({ dialect, primary: inTurn(fault, whole) }, async (world) => {
      const result = await world.asker([world.cast.primary.route]).complete(QUESTION);
      expect(result).toMatchObject({ kind: 'answered', completion: { text: world.cast.primary.text } });
      const [one, two] = world.primary.map(({ at }) => at);
      expect((two ?? 0) - (one ?? 0)).toBeGreaterThanOrEqual(waitMs);
    }),
  );

  test('gives up on a 429 for ever, after few requests', () =>
    inPlayedTime({ dialect, primary: problem('rate-limited') }, async (world) => {
      const result = await world.asker([world.cast.primary.route]).complete(QUESTION);
      expect(result).toMatchObject({ kind: 'exhausted', detail: expect.stringContaining('429') });
      expect(world.primary.length).toBeLessThanOrEqual(4);
    }));

  test('does not wait for a day because it is told to', () =>
    inPlayedTime({ dialect, primary: problem('rate-limited', { 'retry-after': '86400' }) }, async (world) => {
      const result = await world.asker([world.cast.primary.route]).complete(QUESTION);
      expect(result.kind).toBe('exhausted');
      expect(world.elapsed()).toBeLessThanOrEqual(60_000);
    }));
});
