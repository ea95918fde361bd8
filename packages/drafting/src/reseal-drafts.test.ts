import type { Database } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createSealer, type KeyRing, newSealingKey, type SealingKey } from '@draftsmith/sealing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDraftStore } from './draft-store.ts';
import { resealDrafts } from './reseal-drafts.ts';
import { openAbout, openContent } from './sealed-words.ts';

const ringOf = (...keys: [SealingKey, ...SealingKey[]]): KeyRing => ({ keys: () => keys });
const withSealer = (ring: KeyRing) => ({ ring, sealer: createSealer(ring) });

const [old, current] = [newSealingKey(new Date(0)), newSealingKey(new Date(1))];
const before = withSealer(ringOf(old));
const after = withSealer(ringOf(current, old));
const onlyCurrent = withSealer(ringOf(current)).sealer;

const COUNT = 450;
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(() => database.orm.delete(drafts));
  afterAll(() => database.close());

  const row = (n: number) => ({
    id: idOf(n),
    ...{ connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: String(n), revision: 'c1' },
    ...{ deliveryId: 'd', state: 'drafted' as const, receivedAt: new Date(0) },
  });
  /** More than a batch of them, sealed with the old key. */
  const fill = () => {
    const store = createDraftStore(database, before.sealer);
    return Promise.all(
      Array.from({ length: COUNT }, (_, n) => store.save({ ...row(n), subject: `S${n}`, text: `T${n}` })),
    );
  };
  const opened = async (sealer = onlyCurrent) =>
    (await database.orm.select().from(drafts).orderBy(drafts.id)).map((one) => [
      openAbout(sealer, one).subject,
      openContent(sealer, one).text,
    ]);
  const ALL = Array.from({ length: COUNT }, (_, n) => [`S${n}`, `T${n}`]);

  test('everything opens with the new key alone; what is left alone in the middle is finished by the next run', async () => {
    await fill();
    const stop = new AbortController();
    const first = await resealDrafts(database.orm, after, {
      signal: stop.signal,
      onProgress: (n) => n === 210 && stop.abort(),
    });
    expect(first.resealed).toBe(210);
    expect(await opened(after.sealer), 'half way, both keys open all of it').toEqual(ALL);
    expect(await resealDrafts(database.orm, after)).toEqual({ resealed: COUNT - 210, damaged: 0 });
    expect(await opened()).toEqual(ALL);
    expect(await resealDrafts(database.orm, after)).toEqual({ resealed: 0, damaged: 0 });
  });

  test('processes that do it at the same time share the work', async () => {
    await fill();
    const runs = await Promise.all([1, 2, 3].map(() => resealDrafts(database.orm, after)));
    expect(runs.reduce((sum, { resealed }) => sum + resealed, 0)).toBe(COUNT);
    expect(await opened()).toEqual(ALL);
  });

  test('rows from before sealing are sealed, and no word is in the open any more', async () => {
    await database.orm
      .insert(drafts)
      .values({ ...row(1), about: 'plain.{"subject":"Refund","customerName":"Anna"}', content: null });
    expect(await resealDrafts(database.orm, withSealer(ringOf(current)))).toEqual({ resealed: 1, damaged: 0 });
    const [stored] = await database.orm.select().from(drafts);
    expect(JSON.stringify(stored)).not.toMatch(/Anna|Refund/);
    expect(stored && openAbout(onlyCurrent, stored)).toEqual({ subject: 'Refund', customerName: 'Anna' });
  });

  test('what was changed, and what a foreign key sealed, stay as they are and hold up nothing', async () => {
    await fill();
    const [mine] = await database.orm
      .select()
      .from(drafts)
      .where(eq(drafts.id, idOf(1)));
    await database.orm
      .update(drafts)
      .set({ content: mine?.content ?? '' })
      .where(eq(drafts.id, idOf(2)));
    const foreign = withSealer(ringOf(newSealingKey(new Date(2)))).sealer.seal('{}', 'elsewhere');
    await database.orm
      .update(drafts)
      .set({ about: foreign, content: null })
      .where(eq(drafts.id, idOf(3)));
    expect(await resealDrafts(database.orm, after)).toEqual({ resealed: COUNT - 2, damaged: 1 });
    const [left] = await database.orm
      .select()
      .from(drafts)
      .where(eq(drafts.id, idOf(3)));
    expect(left?.about).toBe(foreign);
  });

  test('what a person or the retention forgot meanwhile is not brought back', async () => {
    await fill();
    let forgotten: Promise<unknown> | undefined;
    const forget = async () => database.orm.update(drafts).set({ about: null, content: null });
    // The rows of the batch are read already, and all but the first are still to be written.
    const onProgress = () => {
      forgotten ??= forget();
    };
    await resealDrafts(database.orm, after, { onProgress });
    await forgotten;
    const rows = await database.orm.select().from(drafts);
    expect(rows.filter(({ about, content }) => about ?? content)).toEqual([]);
  });
});
