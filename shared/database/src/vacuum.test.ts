import { eq, getTableName, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from './open.ts';
import { drafts } from './schema/index.ts';
import { openTestDatabase } from './testing.ts';
import { vacuum, vacuumFully } from './vacuum.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase('pglite');
  const ids = Array.from({ length: 200 }, () => crypto.randomUUID());
  const row = { connector: 'z', account: 'a', resourceType: 'ticket', resourceId: '1', deliveryId: 'd' } as const;
  await database.orm
    .insert(drafts)
    .values(
      ids.map((id) => ({ ...row, id, state: 'drafted' as const, about: 'x'.repeat(500), receivedAt: new Date(0) })),
    );
});
afterEach(() => database.close());

/** Every row is written anew, as a change of each would. */
const rewrite = () =>
  database.orm
    .update(drafts)
    .set({ about: 'y'.repeat(500) })
    .where(eq(drafts.account, 'a'));

async function bytes(): Promise<number> {
  const { rows } = (await database.orm.execute(sql`select pg_relation_size('drafts')::int as bytes`)) as unknown as {
    rows: { bytes: number }[];
  };
  return rows[0]?.bytes ?? 0;
}

test('the embedded database uses the room of dead rows again, and grows without it', async () => {
  await rewrite();
  await vacuum(database);
  const settled = await bytes();
  await rewrite();
  await vacuum(database);
  expect(await bytes()).toBe(settled);
  for (let day = 0; day < 2; day += 1) await rewrite();
  expect(await bytes()).toBeGreaterThan(settled);
});

test('a table that is written anew is as small as its live rows', async () => {
  const fresh = await bytes();
  await rewrite();
  await vacuumFully(database, getTableName(drafts));
  expect(await bytes()).toBeLessThanOrEqual(fresh);
  expect(await database.orm.$count(drafts)).toBe(200);
});
