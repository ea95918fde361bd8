import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { openAbout } from '@draftsmith/drafting';
import { silentLogger } from '@draftsmith/logger';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Parts } from '../parts.ts';
import { openSealing } from './open-sealing.ts';
import { isResealed } from './reseal.ts';
import { watchSealing } from './watch-sealing.ts';

const [KEY_A, KEY_B] = ['a1'.repeat(16) + 'b2'.repeat(16), 'c3'.repeat(16) + 'd4'.repeat(16)];

const draft = (n: number) => ({
  id: crypto.randomUUID(),
  ...{ connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: String(n), deliveryId: 'd' },
  ...{ state: 'drafted' as const, receivedAt: new Date(0) },
  about: `plain.${JSON.stringify({ subject: 'Refund', customerName: 'Anna' })}`,
});

async function placesOf({ orm }: Database): Promise<string[]> {
  const rows = await orm.select({ place: sql<string>`ctid::text` }).from(drafts);
  return rows.map(({ place }) => place).sort();
}

describe.each(testBackends)('on %s', (backend) => {
  test('a start seals what an older version left in the open, and a start with another first key all of it', async () => {
    const [database, folder] = [await openTestDatabase(backend), await mkdtemp(join(tmpdir(), 'draftsmith-sealing-'))];
    const said: string[] = [];
    const logger = { ...silentLogger, info: (message: string) => void said.push(message) };
    /** One life of a process, until nothing is left to be sealed. */
    const liveWith = async (keys: string) => {
      const sealing = await openSealing({ DRAFTSMITH_DATA: folder, DRAFTSMITH_KEYS: keys }, database.orm, new Date(0));
      const stop = watchSealing({ database, sealing, options: { logger } as unknown as Parts['options'] });
      await expect.poll(() => isResealed(database.orm, sealing), { timeout: 20_000, interval: 20 }).toBe(true);
      await stop();
      return sealing;
    };
    try {
      await database.orm.insert(drafts).values([1, 2, 3].map(draft));
      await liveWith(KEY_A);
      expect(JSON.stringify(await database.orm.select().from(drafts))).not.toMatch(/Refund|Anna/);
      // Nor do dead rows hold it: the first places of the table are those of the rows that there are.
      if (backend === 'pglite') expect(await placesOf(database)).toEqual(['(0,1)', '(0,2)', '(0,3)']);

      const { sealer } = await liveWith(`${KEY_B},${KEY_A}`);
      const rows = await database.orm.select().from(drafts);
      expect(rows.map(({ about }) => sealer.isCurrent(about ?? ''))).toEqual([true, true, true]);
      expect(rows.map((row) => openAbout(sealer, row).customerName)).toEqual(['Anna', 'Anna', 'Anna']);
      expect(said).toHaveLength(2);

      await liveWith(`${KEY_B},${KEY_A}`);
      expect(said, 'a start that finds nothing to do is silent').toHaveLength(2);
    } finally {
      await database.close();
      await rm(folder, { recursive: true });
    }
  });
});
