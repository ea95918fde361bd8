import { drafts } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { describe, expect, test } from 'vitest';
import { createDraftStore, type DraftRow } from './draft-store.ts';

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
    const store = createDraftStore(database);
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
    const store = createDraftStore(database);
    const one = row('c1', { subject: 'be\0fore', outcome: { kind: 'failed', message: 'a\0b' } });
    await Promise.all([
      store.save(one),
      store.save({ ...one, state: 'drafted', text: 'Hello' }),
      store.save(row('c2')),
    ]);
    const stored = await database.orm.select().from(drafts);
    expect(stored).toHaveLength(2);
    expect(stored.find(({ id }) => id === one.id)).toMatchObject({
      subject: 'before',
      outcome: { message: 'ab' },
      state: 'drafted',
      text: 'Hello',
    });
  });
});

async function disposable(backend: (typeof testBackends)[number]) {
  const database = await openTestDatabase(backend);
  return { ...database, [Symbol.asyncDispose]: () => database.close() };
}
