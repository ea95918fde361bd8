import type { Database, Orm } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createSealer } from '@draftsmith/sealing';
import { testRing, testSealer } from '@draftsmith/sealing/testing';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { createDraftStore, type DraftRow } from './draft-store.ts';
import { openAbout, openContent } from './sealed-words.ts';

const sealer = testSealer();
/** Rows as they rest, and the words in them. */
const storedIn = async ({ orm }: Database) =>
  (await orm.select().from(drafts)).map((one) => ({ ...one, ...openAbout(sealer, one), ...openContent(sealer, one) }));

const at = new Date('2026-11-20T10:00:00Z');
const row = (revision: string, more: Partial<DraftRow> = {}): DraftRow & { revision: string } => ({
  id: crypto.randomUUID(),
  connector: 'desk',
  account: 'acme',
  resourceType: 'ticket',
  resourceId: '7',
  deliveryId: crypto.randomUUID(),
  state: 'working',
  receivedAt: at,
  ...more,
  revision,
});

describe.each(testBackends)('on %s', (backend) => {
  test('of many that claim a message one gets it; its own repeat gets it again; a failed one is taken over', async () => {
    await using database = await disposable(backend);
    const store = createDraftStore(database, sealer);
    const rivals = Array.from({ length: 12 }, () => row('c1'));
    const claims = await Promise.all(rivals.map((rival) => store.claim(rival)));
    const winners = claims.filter(({ kind }) => kind === 'claimed');
    expect(winners).toHaveLength(1);
    const winner = rivals.find((_, i) => claims[i]?.kind === 'claimed')!;
    expect(claims.filter((claim) => claim.kind === 'taken' && claim.by === winner.id)).toHaveLength(11);
    expect(await store.claim(winner)).toEqual({ kind: 'claimed', id: winner.id });

    await store.save({ ...winner, state: 'failed' });
    expect(await store.claim(row('c1'))).toEqual({ kind: 'claimed', id: winner.id });
  });

  test('a row is written whole, a NUL in it hurts nobody, and two writes of one row in one batch are no error', async () => {
    await using database = await disposable(backend);
    const store = createDraftStore(database, sealer);
    const one = row('c1', { subject: 'be\0fore', outcome: { kind: 'failed', message: 'a\0b' } });
    await Promise.all([
      store.save(one),
      store.save({ ...one, state: 'drafted', text: 'Hello' }),
      store.save(row('c2')),
    ]);
    const stored = await storedIn(database);
    expect(stored).toHaveLength(2);
    expect(stored.find(({ id }) => id === one.id)).toMatchObject({
      subject: 'before',
      outcome: { message: 'ab' },
      state: 'drafted',
      text: 'Hello',
    });
  });

  test('an excerpt that ends in half an emoji, or spells an escape, costs no draft its row', async () => {
    await using database = await disposable(backend);
    const store = createDraftStore(database, sealer);
    const cited = (excerpt: string) => ({
      citations: [{ sourceId: 'a', kind: 'article' as const, title: 'A', visibility: 'public' as const, excerpt }],
    });
    const spelled = String.raw`Ends with \u0000`;
    await Promise.all([store.save(row('c1', cited('cut \ud83d'))), store.save(row('c2', cited(spelled)))]);
    const stored = await storedIn(database);
    expect(stored.map(({ citations }) => citations[0]?.excerpt).sort()).toEqual([spelled, 'cut \ufffd'].sort());
  });

  test('a try that ends before its claim ends the row that an earlier try took over', async () => {
    await using database = await disposable(backend);
    const store = createDraftStore(database, sealer);
    const failed = row('c1', { state: 'failed' });
    await store.save(failed);
    const heir = row('c1');
    expect(await store.claim(heir)).toEqual({ kind: 'claimed', id: failed.id });

    const { revision: _, ...unread } = heir;
    expect(await store.save({ ...unread, state: 'failed' })).toBe(failed.id);
    const stranger = row('c1');
    expect(await store.save({ ...stranger, revision: null, state: 'skipped' })).toBe(stranger.id);
    expect(await database.orm.select({ id: drafts.id, state: drafts.state }).from(drafts)).toHaveLength(2);
    expect(await store.claim(row('c1'))).toEqual({ kind: 'claimed', id: failed.id });
  });

  test('no word of a draft rests in the open, and what is counted of its check does', async () => {
    await using database = await disposable(backend);
    const store = createDraftStore(database, sealer);
    const check = { sentences: [], claims: 15, supported: 14 };
    const words = { subject: 'Refund for Anna', customerName: 'Anna Kuznetsova', text: 'Dear Anna', check };
    await store.save(row('c1', words));
    const claimed = row('c2', { subject: words.subject, customerName: words.customerName });
    await store.claim(claimed);
    const rows = await database.orm.select().from(drafts);
    expect(JSON.stringify(rows)).not.toMatch(/Anna|Refund/);
    expect(rows).toContainEqual(expect.objectContaining({ revision: 'c1', claims: 15, supported: 14 }));
    expect(await storedIn(database)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ revision: 'c1', ...words }),
        expect.objectContaining({
          id: claimed.id,
          subject: words.subject,
          customerName: words.customerName,
          text: null,
        }),
      ]),
    );
  });

  test('a later try goes on with the very words, and one that has not read the ticket keeps whom it is about', async () => {
    await using database = await disposable(backend);
    const store = createDraftStore(database, sealer);
    const check = { sentences: [], claims: 1, supported: 1 };
    const one = row('c1', { subject: 'Refund', customerName: 'Anna', text: 'Dear Anna', language: 'en', check });
    await store.save(one);
    expect(await store.claim(one)).toMatchObject({
      kind: 'claimed',
      written: { text: 'Dear Anna', citations: [], check, language: 'en' },
    });
    await store.save({ ...row('c1'), id: one.id, state: 'failed' });
    expect(await storedIn(database)).toMatchObject([{ subject: 'Refund', customerName: 'Anna', state: 'failed' }]);
  });

  test('words taken over into another row are sealed for that row', async () => {
    await using database = await disposable(backend);
    const store = createDraftStore(database, sealer);
    const failed = row('c1', { state: 'failed' });
    await store.save(failed);
    const { revision: _, ...heir } = row('c1');
    await store.claim({ ...heir, revision: 'c1' });
    expect(await store.save({ ...heir, state: 'failed', subject: 'Refund', text: 'Dear Anna' })).toBe(failed.id);
    expect(await storedIn(database)).toMatchObject([{ id: failed.id, subject: 'Refund', text: 'Dear Anna' }]);
  });

  test('what was forgotten while a try was under way stays forgotten when it ends', async () => {
    await using database = await disposable(backend);
    const store = createDraftStore(database, sealer);
    const one = row('c1', { subject: 'Refund', text: 'Dear Anna' });
    await store.save(one);
    const forgotten = { about: null, content: null, forgottenAt: at, forgottenWhy: 'request' } as const;
    await database.orm.update(drafts).set(forgotten).where(eq(drafts.id, one.id));
    await store.save({ ...one, state: 'drafted' });
    expect(await storedIn(database)).toMatchObject([{ ...forgotten, state: 'drafted' }]);
  });

  test('words whose key is gone stop nothing: the message is drafted anew', async () => {
    await using database = await disposable(backend);
    const one = row('c1', { text: 'Dear Anna' });
    await createDraftStore(database, createSealer(testRing())).save(one);
    expect(await createDraftStore(database, sealer).claim(one)).toEqual({ kind: 'claimed', id: one.id });
  });

  test('what the database refuses can be tried again', async () => {
    await using database = await disposable(backend);
    const store = createDraftStore(database, sealer);
    const refused = { kind: 'unavailable', retryable: true, code: 'drafts.database' };
    await expect(store.save(row('c1', { id: 'not a uuid' }))).rejects.toMatchObject(refused);
    await expect(store.claim(row('c1', { id: 'not a uuid' }))).rejects.toMatchObject(refused);
  });
});

test.runIf(testBackends.includes('postgres'))(
  'of two workers that find a failed row at the same moment, one takes it over',
  async () => {
    await using database = await disposable('postgres');
    const failed = row('c1', { state: 'failed' });
    await createDraftStore(database, sealer).save(failed);
    const worker = meetingAfterInsert(database, 2);
    const claims = await Promise.all([worker().claim(row('c1')), worker().claim(row('c1'))]);
    expect(claims.map(({ kind }) => kind).sort()).toEqual(['claimed', 'taken']);
  },
);

/** Stores of different processes, none of which goes on before all have seen that the row is there. */
function meetingAfterInsert(database: Database, count: number): () => ReturnType<typeof createDraftStore> {
  const { promise: met, resolve: meet } = Promise.withResolvers<void>();
  let here = 0;
  const held = (tx: Orm) => ({
    values: (rows: DraftRow[]) => ({
      onConflictDoNothing: () => ({
        returning: async () => {
          const inserted = await tx.insert(drafts).values(rows).onConflictDoNothing().returning();
          here += 1;
          if (here === count) meet();
          await met;
          return inserted;
        },
      }),
    }),
  });
  const transaction = (work: (tx: Orm) => Promise<unknown>) =>
    database.orm.transaction((tx) =>
      work(new Proxy(tx, { get: (of, name) => (name === 'insert' ? () => held(tx) : Reflect.get(of, name)) })),
    );
  return () => createDraftStore({ ...database, orm: { transaction } as unknown as Orm }, sealer);
}

async function disposable(backend: (typeof testBackends)[number]) {
  const database = await openTestDatabase(backend);
  return { ...database, [Symbol.asyncDispose]: () => database.close() };
}
