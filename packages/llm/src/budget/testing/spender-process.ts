import { openDatabase } from '@draftsmith/database';
import { systemClock } from '../../clock.ts';
import { createBudget } from '../create-budget.ts';
import { parseLimits } from '../parse-limits.ts';
import { createSqlBudgetStore } from '../sql-store.ts';
import { NOON } from './noon.ts';

// A process that spends from a shared budget until it is refused. A test in its parent plays the vendor: it bills each
// call that it is told of, over IPC, and kills processes in the middle of theirs.
const [url = '', limits = '', worst = '0', atOnce = '1'] = process.argv.slice(2);
const database = await openDatabase({ url, dataDir: ':memory:', poolSize: 3 });
const timing = { leaseMs: 1_500 };
const store = createSqlBudgetStore(database.orm);
const clock = { ...systemClock, now: () => NOON + Math.round(performance.now()) };
const budget = createBudget({ limits: parseLimits(limits), store, clock, timing });
// Without its parent it would wait for ever.
process.on('disconnect', () => process.exit());

const bills = new Map<number, (cost: bigint) => void>();
let calls = 0;
process.on('message', ({ call, cost }: { call: number; cost: string }) => bills.get(call)?.(BigInt(cost)));

/** Asks the vendor, who says what the call cost. */
function ask(): Promise<bigint> {
  const call = ++calls;
  const { promise, resolve } = Promise.withResolvers<bigint>();
  bills.set(call, resolve);
  process.send?.({ call });
  return promise.finally(() => bills.delete(call));
}

async function spend(): Promise<void> {
  for (;;) {
    const granted = await budget.reserve({ account: 'acme' }, BigInt(worst));
    if ('refused' in granted) return;
    granted.settle(await ask());
  }
}

await Promise.all(Array.from({ length: Number(atOnce) }, spend));
await budget.close();
await database.close();
process.disconnect();
