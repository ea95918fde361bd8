import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { expect, it } from 'vitest';
import { parseUsd } from '../price/money.ts';
import { parseLimits } from './parse-limits.ts';
import { readBudgets } from './read-budgets.ts';
import { NOON } from './testing/noon.ts';

const CHILD = join(import.meta.dirname, 'testing', 'spender-process.ts');
const WORST = 1_000_000n;
const PROCESSES = 4;
const AT_ONCE = 8;

/** The same sequence for the same seed, uniform in [0, 1). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Vendor {
  /** What all calls cost, those of killed processes included. */
  billed: bigint;
  calls: number;
  killed: number;
}

/** Lets processes spend until all of them are refused. `kills` of them end in the middle of their calls. */
async function spendAll(
  url: string,
  limits: string,
  { kills, seed }: { kills: number; seed: number },
): Promise<Vendor> {
  const random = seeded(seed);
  const vendor: Vendor = { billed: 0n, calls: 0, killed: 0 };
  let doomed = 0;
  const begin = (): Promise<void> => {
    const child = fork(CHILD, [url, limits, String(WORST), String(AT_ONCE)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // Processes end at very different points: before their first call, and after hundreds.
    const lives = doomed < kills ? 1 + Math.floor(random() * 120) : Number.POSITIVE_INFINITY;
    if (Number.isFinite(lives)) doomed++;
    return serve(child, vendor, { random, lives }).then((killed) => {
      if (!killed) return undefined;
      vendor.killed++;
      return begin();
    });
  };
  await Promise.all(Array.from({ length: PROCESSES }, begin));
  return vendor;
}

/** @returns whether the process was killed */
async function serve(
  child: ChildProcess,
  vendor: Vendor,
  { random, lives }: { random: () => number; lives: number },
): Promise<boolean> {
  const exited = once(child, 'exit');
  let served = 0;
  child.on('message', ({ call }: { call: number }) => {
    vendor.calls++;
    served++;
    // From a tenth of the worst case up to all of it.
    const cost = WORST / 10n + BigInt(Math.floor(random() * 0.9 * Number(WORST)));
    vendor.billed += cost;
    if (served >= lives) child.kill('SIGKILL');
    else child.send({ call, cost: String(cost) }, () => undefined);
  });
  const [code, signal]: unknown[] = await exited;
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`A spender ended with ${code}`);
  return signal === 'SIGKILL';
}

const LIMIT = parseUsd('0.002') ?? 0n;
const LIMITS = 'suite=1/month, account=0.002/day';
const HALF = LIMIT / 2n;
const HALF_LIMITS = 'suite=1/month, account=0.001/day';
const run = testBackends.includes('postgres') ? it : it.skip;

run('several processes use a budget up to the last call that fits, and no further', { timeout: 120_000 }, async () => {
  await using database = await disposable();
  const vendor = await spendAll(database.url, LIMITS, { kills: 0, seed: 1 });
  expect(vendor.billed <= LIMIT).toBe(true);
  // Nobody was stopped while there was room for one more.
  expect(LIMIT - vendor.billed < WORST).toBe(true);
  const [, account] = await readBudgets(database.orm, parseLimits(LIMITS), new Date(NOON));
  expect(account).toMatchObject({ spent: vendor.billed, held: 0n, presumed: 0n });
  expect(vendor.calls).toBeGreaterThan(2_000);
});

run('processes killed in the middle of their calls overspend nothing', { timeout: 120_000 }, async () => {
  await using database = await disposable();
  const vendor = await spendAll(database.url, HALF_LIMITS, { kills: 8, seed: 2 });
  expect(vendor.killed).toBe(8);
  expect(vendor.billed <= HALF).toBe(true);
  const [, account] = await readBudgets(database.orm, parseLimits(HALF_LIMITS), new Date(NOON));
  const { spent = 0n, held = 0n, presumed = 0n } = account ?? {};
  const charged = spent + held + presumed;
  expect(charged <= HALF).toBe(true);
  // What the dead had spent is charged, and beyond that at most what each had set aside for its calls and a few more.
  expect(charged >= vendor.billed).toBe(true);
  expect(charged - vendor.billed <= 8n * (2n * BigInt(AT_ONCE) + 8n) * WORST).toBe(true);
  expect(HALF - charged < WORST).toBe(true);
});

async function disposable() {
  const database = await openTestDatabase('postgres');
  return { ...database, url: database.url ?? '', [Symbol.asyncDispose]: () => database.close() };
}
