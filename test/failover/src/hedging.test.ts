import { beforeAll, expect, test } from 'vitest';
import type { Play } from './fault-server/exchange.ts';
import { begin, close, finish, problem, say, whole } from './fault-server/plays.ts';
import { draftsmithWith } from './product.ts';
import { inPlayedTime, loadEverything } from './testing/played-time.ts';

beforeAll(loadEverything);

const HEDGE_MS = 3_000;
const product = draftsmithWith((config) => ({
  ...config,
  routes: config.routes.map((route, index) => (index === 0 ? { ...route, hedgeAfterMs: HEDGE_MS } : route)),
}));

const after =
  (ms: number): Play =>
  async (exchange) => {
    await begin(exchange);
    await exchange.wait(ms);
    await say(exchange);
    await close(exchange);
    await finish(exchange);
  };

test('a slow primary is given a twin, and hung up on when the twin is faster', () =>
  inPlayedTime({ product, primary: after(8_000) }, async (world) => {
    const { result, repliedMs } = await world.ask();
    expect(repliedMs).toBe(HEDGE_MS);
    expect(result).toMatchObject({ kind: 'answered', completion: { text: world.cast.fallback.text } });
    await world.wait(1);
    expect(world.primary).toMatchObject([{ abandoned: true }]);
  }));

test('a slow primary that is faster than its twin wins, and the twin is hung up on', () =>
  inPlayedTime({ product, primary: after(4_000), fallback: after(4_000) }, async (world) => {
    const { result, repliedMs } = await world.ask();
    expect(repliedMs).toBe(4_000);
    expect(result).toMatchObject({ kind: 'answered', completion: { text: world.cast.primary.text } });
    await world.wait(1);
    expect(world.fallback).toMatchObject([{ abandoned: true }]);
  }));

test('when the twin fails, the slow primary is still waited for', () =>
  inPlayedTime({ product, primary: after(8_000), fallback: problem('overloaded') }, async (world) => {
    const { result } = await world.ask();
    expect(result).toMatchObject({ kind: 'answered', completion: { text: world.cast.primary.text } });
  }));

test('a primary in time is asked alone', () =>
  inPlayedTime({ product, primary: after(2_000) }, async (world) => {
    await world.ask();
    await world.wait(10_000);
    expect(world.fallback).toEqual([]);
  }));

test('a failure that would come again has no twin', () =>
  inPlayedTime({ product, primary: problem('filtered') }, async (world) => {
    expect((await world.ask()).result.kind).toBe('refused');
    await world.wait(10_000);
    expect(world.fallback).toEqual([]);
  }));

test('twins whose answers are both broken end in a failure, never in half an answer', () =>
  inPlayedTime({ product, primary: cutAfter(4_000), fallback: cutAfter(0) }, async (world) => {
    expect((await world.ask()).result.kind).toBe('exhausted');
  }));

function cutAfter(ms: number): Play {
  return async (exchange) => {
    await begin(exchange);
    await exchange.wait(ms);
    await say(exchange, 0, 40);
    exchange.close();
  };
}

test('a hedged route that is well answers as ever', () =>
  inPlayedTime({ product, primary: whole }, async (world) => {
    expect((await world.ask()).result).toMatchObject({ completion: { text: world.cast.primary.text } });
  }));
