import { beforeAll, describe, expect, test } from 'vitest';
import type { DialectName, ProblemKind } from './fault-server/dialect.ts';
import type { Play } from './fault-server/exchange.ts';
import { problem, whole } from './fault-server/plays.ts';
import { draftsmithWith } from './product.ts';
import { inPlayedTime, loadEverything } from './testing/played-time.ts';

beforeAll(loadEverything);

const KEYS = ['sk-first', 'sk-second'];
const product = draftsmithWith((config) => ({
  ...config,
  openai: { ...config.openai, apiKeys: KEYS },
  anthropic: { ...config.anthropic, apiKeys: KEYS },
}));

/** Refuses the first key only. */
const refusesTheFirst =
  (refused: Play): Play =>
  (exchange) =>
    (exchange.arrival.key === 'sk-first' ? refused : whole)(exchange);

const WRONG: readonly [number, ProblemKind][] = [
  [401, 'bad-key'],
  [402, 'no-credit'],
  [403, 'forbidden'],
  [429, 'rate-limited'],
];

describe.each<DialectName>(['openai', 'anthropic', 'responses'])('%s', (dialect) => {
  test.each(WRONG)(
    'a key that is answered %i makes room for the next one, at once and for the next question',
    (_, kind) =>
      inPlayedTime({ dialect, product, primary: refusesTheFirst(problem(kind)) }, async (world) => {
        const { result, repliedMs } = await world.ask();
        expect(result).toMatchObject({
          kind: 'answered',
          completion: {
            text: world.cast.primary.text,
            attempts: [
              { outcome: 'failed', key: 1 },
              { outcome: 'answered', key: 2 },
            ],
          },
        });
        expect(repliedMs).toBe(0);
        await world.ask();
        expect(world.primary.map(({ key }) => key)).toEqual(['sk-first', 'sk-second', 'sk-second']);
        expect(JSON.stringify(world.replies)).not.toContain('sk-first');
      }),
  );

  test('with every key refused, the fallback answers', () =>
    inPlayedTime({ dialect, product, primary: problem('bad-key') }, async (world) => {
      const { result } = await world.ask();
      expect(result).toMatchObject({ kind: 'answered', completion: { text: world.cast.fallback.text } });
      expect(world.primary.map(({ key }) => key)).toEqual(KEYS);
    }));
});

test('a key that is mended is used again', () =>
  inPlayedTime(
    {
      product,
      primary: (exchange) => {
        const refused = exchange.arrival.key === 'sk-first' ? exchange.age() < 30_000 : exchange.age() > 60_000;
        return (refused ? problem('bad-key') : whole)(exchange);
      },
    },
    async (world) => {
      await world.ask();
      await world.wait(61_000);
      const { result } = await world.ask();
      expect(result).toMatchObject({ completion: { text: world.cast.primary.text } });
      expect(world.primary.at(-1)?.key).toBe('sk-first');
    },
  ));
