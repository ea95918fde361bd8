import { afterEach, describe, expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { createAnswerStore } from './create-store.ts';
import { CONNECT_MS, FIRST_RETRY_MS, HEARTBEAT_MS } from './redis-link.ts';
import { type FakeRedis, type Fault, startFakeRedis } from './testing/fake-redis.ts';
import { keyOf, listeningLogger, makerOf } from './testing/stores.ts';

const LIMIT_MS = 100;
const WARNING = 'warn: The shared cache does not answer: this process goes on without it';
const AGAIN = 'info: The shared cache answers again';

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** The clock stands still unless a test moves it: what waits for it, waits for ever. */
async function setUp(faultOf?: FakeRedis['faultOf']) {
  return setUpAt(await startFakeRedis(faultOf));
}

function setUpAt(server: FakeRedis) {
  const clock = createManualClock();
  const { lines, logger } = listeningLogger();
  const memory = { maxBytes: 1_000_000, ttlMs: 3_600_000 };
  const store = createAnswerStore<string>({ memory, redis: { url: server.url, commandMs: LIMIT_MS }, clock, logger });
  cleanUps.push(store.close, server.close);
  let asked = 0;
  return {
    clock,
    lines,
    server,
    store,
    /** A question that nobody has asked before, answered by who asks. */
    async ask(): Promise<void> {
      const text = `answer ${asked++}`;
      expect(await store.through(keyOf(text), makerOf(text))).toEqual({ from: 'made', result: text, leader: true });
    },
    looks: () => server.commands.filter((name) => name.startsWith('EVAL')).length,
  };
}

const inScripts =
  (fault: Fault): FakeRedis['faultOf'] =>
  (command) =>
    command.startsWith('EVAL') ? fault : 'none';

describe('a Redis that was well', () => {
  it.each<[Fault, string]>([
    ['reset', 'ECONNRESET'],
    ['garbage', 'Error'],
    ['wrong type', 'llm.redis-nonsense'],
    ['swapped', 'llm.redis-nonsense'],
    ["-OOM command not allowed when used memory > 'maxmemory'.", 'OOM'],
    ["-READONLY You can't write against a read only replica.", 'READONLY'],
    ['-NOSCRIPT No matching script. Please use EVAL.', 'NOSCRIPT'],
    ['-secret words of a strange server', 'SimpleError'],
  ])('and answers with %s is left alone, said once, and asked again later', async (fault, reason) => {
    const { ask, server, clock, lines, looks } = await setUp();
    await ask();
    await expect.poll(looks).toBe(2);
    server.faultOf = inScripts(fault);
    await ask();
    await expect.poll(() => lines).toEqual([`${WARNING} (${reason})`]);
    const before = server.commands.length;
    await ask();
    await ask();
    expect(server.commands).toHaveLength(before);

    server.faultOf = () => 'none';
    await clock.advance(FIRST_RETRY_MS);
    await expect.poll(() => lines).toEqual([expect.any(String), AGAIN]);
    const looked = looks();
    await ask();
    expect(looks()).toBeGreaterThan(looked);
  });

  it('and hangs is waited for once, for as long as the limit', async () => {
    const { ask, server, clock, lines, looks } = await setUp();
    await ask();
    await expect.poll(looks).toBe(2);
    server.faultOf = inScripts('hang');
    let answered = false;
    const asked = ask().then(() => {
      answered = true;
    });
    await expect.poll(looks).toBe(3);
    await clock.advance(LIMIT_MS - 1);
    expect(answered).toBe(false);
    await clock.advance(1);
    await asked;
    await expect.poll(server.connections).toBe(0);
    expect(lines).toEqual([`${WARNING} (llm.redis-timeout)`]);
    await ask();
    await ask();
    expect(looks()).toBe(3);
  });

  it('and hangs holds none of those who ask at the same time longer than that', async () => {
    const { ask, server, clock, looks } = await setUp(inScripts('hang'));
    const asked = Promise.all([ask(), ask(), ask()]);
    await expect.poll(looks).toBe(3);
    await clock.advance(LIMIT_MS);
    await asked;
    expect(server.commands.filter((name) => name === 'HELLO')).toHaveLength(1);
  });

  it('is asked no more for a caller who has left', async () => {
    const { store, looks } = await setUp(inScripts('busy'));
    const caller = new AbortController();
    const left = expect(store.through(keyOf('d'), makerOf('no'), caller.signal)).rejects.toThrow('cancelled');
    await expect.poll(looks).toBe(1);
    // Its reply comes after all others; it counts as one itself.
    await store.purge('acme');
    caller.abort();
    await left;
    await store.purge('acme');
    expect(looks()).toBe(3);
  });

  it('and dies while nobody asks is found by the heartbeat', async () => {
    const { ask, store, server, clock, lines } = await setUp();
    const probes = () => server.commands.filter((name) => name === 'SET');
    await ask();
    // Its reply comes after all others: nothing else is on its way.
    await store.purge('acme');
    await clock.advance(HEARTBEAT_MS);
    await expect.poll(probes).toHaveLength(2);
    await store.purge('acme');
    server.faultOf = () => 'hang';
    await clock.advance(HEARTBEAT_MS);
    await expect.poll(probes).toHaveLength(3);
    await clock.advance(LIMIT_MS);
    expect(lines).toEqual([`${WARNING} (llm.redis-timeout)`]);
  });
});

describe('a Redis that was never well', () => {
  it('and hangs is waited for by the first caller only', async () => {
    const { ask, server, clock } = await setUp(() => 'hang');
    const first = ask();
    await expect.poll(() => server.commands).toContain('HELLO');
    await clock.advance(LIMIT_MS);
    await first;
    await ask();
    await ask();
    await clock.advance(CONNECT_MS);
    await expect.poll(server.connections).toBe(0);
  });

  it.each<Fault>(['hang', '-READONLY', '-OOM', '-NOAUTH', 'wrong type'])(
    'and answers writes with %s is never asked for answers',
    async (fault) => {
      const { ask, server, clock, lines, looks } = await setUp((command) => (command === 'SET' ? fault : 'none'));
      const first = ask();
      await expect.poll(() => server.commands).toContain('SET');
      await clock.advance(LIMIT_MS);
      await first;
      await ask();
      expect(looks()).toBe(0);
      await expect.poll(() => lines).toHaveLength(1);
    },
  );

  it('is tried less and less often, and said once', async () => {
    const { server, clock, lines } = await setUp(() => '-LOADING Redis is loading the dataset in memory');
    const tries = () => server.commands.filter((name) => name === 'HELLO').length;
    const delays = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000];
    const waits = delays.map((ms) => clock.armed(ms));
    for (const [index, ms] of delays.entries()) {
      await waits[index];
      expect(tries()).toBe(index + 1);
      await clock.advance(ms - 1);
      expect(tries()).toBe(index + 1);
      await clock.advance(1);
    }
    expect(lines).toEqual([`${WARNING} (LOADING)`]);
  });
});

it('says that a purge is owed, instead of keeping silent about answers that others still have', async () => {
  const { store, server, ask } = await setUp();
  await ask();
  server.faultOf = () => 'reset';
  await expect(store.purge('acme')).rejects.toMatchObject({ kind: 'unavailable', code: 'llm.purge-owed' });
});

it('leaves no connection behind, at whatever stage of connecting it is closed', async () => {
  const server = await startFakeRedis(() => 'hang');
  cleanUps.push(server.close);
  for (let turns = 0; turns < 20; turns++) {
    const { store } = setUpAt(server);
    for (let turn = 0; turn < turns; turn++) await new Promise((next) => setImmediate(next));
    await store.close();
  }
  await expect.poll(server.connections).toBe(0);
});
