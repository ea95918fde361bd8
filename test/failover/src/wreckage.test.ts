import { seededRandom } from '@draftsmith/seeded-random';
import { beforeAll, describe, expect, test } from 'vitest';
import { DIALECT_NAMES } from './fault-server/dialect.ts';
import type { Exchange, Play } from './fault-server/exchange.ts';
import { begin, close, endStream, finish, inTurn, problem, respond, say, whole } from './fault-server/plays.ts';
import { answered, askedAtMost, falseText, first } from './judge.ts';
import { naiveClient } from './testing/naive-client.ts';
import { inPlayedTime, loadEverything } from './testing/played-time.ts';
import type { World } from './world.ts';

beforeAll(loadEverything);

/** All bytes of a play, and none of its pauses. */
async function bytesOf(play: Play, exchange: Exchange): Promise<Buffer> {
  const written: Buffer[] = [];
  const write = async (bytes: string | Uint8Array) => void written.push(Buffer.from(bytes));
  await play({ ...exchange, arrival: { ...exchange.arrival }, write });
  return Buffer.concat(written);
}

const PLACES = 40;

/** As many questions as places, each of which meets another wreck of a whole answer. */
async function askThroughWrecks(world: World): Promise<void> {
  for (let place = 0; place < PLACES; place++) {
    await world.ask();
    // No breaker: this is about what a wreck is taken for.
    await world.wait(30_000);
  }
}

/** What comes of a whole answer that ends after a random part of its bytes. */
function cutAnywhere(random: () => number, end: (exchange: Exchange) => void): Play {
  return async (exchange) => {
    const bytes = await bytesOf(whole, exchange);
    await exchange.write(bytes.subarray(0, Math.ceil(random() * (bytes.length - 1))));
    await exchange.wait(50);
    end(exchange);
  };
}

describe.each([...DIALECT_NAMES])('a whole answer of %s', (dialect) => {
  test.each<[string, (exchange: Exchange) => void]>([
    ['closed', ({ close: hangUp }) => hangUp()],
    ['reset', ({ reset }) => reset()],
  ])('cut at any byte and %s is never taken for whole', async (how, end) => {
    const primary = cutAnywhere(seededRandom(how.length), end);
    await inPlayedTime({ dialect, primary }, async (world) => {
      await askThroughWrecks(world);
      expect(first(falseText(world), answered(world, { withinMs: 20_000 }))).toBeUndefined();
    });
  });

  test('with a byte that no text holds, anywhere, is right or is not taken', async () => {
    const random = seededRandom(1);
    const wrecked: Play = async (exchange) => {
      const bytes = await bytesOf(whole, exchange);
      bytes[Math.floor(random() * bytes.length)] = 0xff;
      await exchange.write(bytes);
    };
    await inPlayedTime({ dialect, primary: wrecked }, async (world) => {
      await askThroughWrecks(world);
      expect(first(falseText(world), answered(world, { withinMs: 40_000 }))).toBeUndefined();
    });
  });

  test('that comes in crumbs is read like one that comes at once', async () => {
    const random = seededRandom(2);
    const crumbled: Play = async (exchange) => {
      const bytes = await bytesOf(whole, exchange);
      for (let at = 0; at < bytes.length; ) {
        const next = at + 1 + Math.floor(random() * 200);
        await exchange.write(bytes.subarray(at, next));
        await exchange.wait(1);
        at = next;
      }
    };
    await inPlayedTime({ dialect, primary: crumbled }, async (world) => {
      for (let question = 0; question < 10; question++) await world.ask();
      const alone = askedAtMost(world.primary, 10);
      expect(first(answered(world, { by: 'primary', withinMs: 5_000 }), alone)).toBeUndefined();
    });
  });
});

test('a cut anywhere shows when it is taken for whole', () =>
  inPlayedTime(
    { primary: cutAnywhere(seededRandom(3), ({ close: hangUp }) => hangUp()), product: naiveClient },
    async (world) => {
      for (let question = 0; question < 20; question++) await world.ask().catch(() => undefined);
      expect(falseText(world)).toMatch(/^a wrong text was passed off/);
    },
  ));

/** What a vendor may do to a request on a bad day. */
function badDay(random: () => number): Play {
  const anywhere = (exchange: Exchange) => Math.floor(random() * exchange.answer.pieces.length);
  const broken =
    (end: (exchange: Exchange) => unknown): Play =>
    async (exchange) => {
      await begin(exchange);
      await say(exchange, 0, anywhere(exchange));
      await end(exchange);
    };
  const days: readonly Play[] = [
    whole,
    whole,
    whole,
    problem('rate-limited', { 'retry-after': '2' }),
    problem('server'),
    problem('overloaded'),
    problem('bad-key'),
    respond(200, { 'content-type': 'text/html' }, '<html></html>'),
    (exchange) => exchange.reset(),
    ({ wait }) => wait(120_000),
    broken((exchange) => exchange.reset()),
    broken(endStream),
    broken(finish),
    broken(({ wait }) => wait(120_000)),
    broken(async (exchange) => {
      await close(exchange, 'length');
      await finish(exchange);
    }),
  ];
  return (exchange) => days[Math.floor(random() * days.length)]?.(exchange);
}

test.each(Array.from({ length: 12 }, (_, seed) => seed))(
  'on a bad day of everybody (seed %i) answers are whole, calls are few, and a good day is noticed',
  async (seed) => {
    const random = seededRandom(seed);
    const dayOf =
      (play: Play): Play =>
      (exchange) =>
        (exchange.age() < 300_000 ? play : whole)(exchange);
    const plays = { primary: dayOf(badDay(random)), fallback: dayOf(badDay(random)) };
    const dialect = DIALECT_NAMES[seed % DIALECT_NAMES.length] ?? 'openai';
    await inPlayedTime({ ...plays, dialect, arrangement: 'strangers', random }, async (world) => {
      for (let round = 0; round < 5; round++) {
        await Promise.all([world.ask(), world.wait(200).then(() => world.ask()), world.ask()]);
      }
      const { length } = world.replies;
      expect(falseText(world)).toBeUndefined();
      expect(world.replies.every(({ askedMs, repliedMs }) => repliedMs - askedMs <= 60_000)).toBe(true);
      expect(world.primary.length + world.fallback.length).toBeLessThanOrEqual(length * 6);
      await world.wait(400_000 - world.elapsed());
      expect((await world.ask()).result).toMatchObject({ completion: { text: world.cast.primary.text } });
    });
  },
);

test('an answer that comes while the connection was left idle and closed is asked for anew', () =>
  inPlayedTime(
    {
      primary: async (exchange) => {
        await whole(exchange);
        await exchange.wait(1_000);
        exchange.reset();
      },
      fallback: inTurn(problem('server')),
    },
    async (world) => {
      for (let question = 0; question < 5; question++) {
        await world.ask();
        await world.wait(1_000);
      }
      expect(answered(world, { by: 'primary', withinMs: 5_000 })).toBeUndefined();
    },
  ));
