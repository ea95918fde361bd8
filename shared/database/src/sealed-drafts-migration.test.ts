import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPglite } from './create-pglite.ts';

const migration = (name: string) => readFile(join(import.meta.dirname, '..', 'migrations', `${name}.sql`), 'utf8');
const BEFORE = ['0000_start', '0001_ledger', '0002_budgets', '0003_privacy', '0004_erasures'];

const plain = (text: unknown) => JSON.parse(String(text).replace(/^plain\./, '')) as unknown;

test('words of drafts from before sealing move to where they are sealed, and none is lost', async () => {
  const client = await createPglite(undefined);
  try {
    for (const name of BEFORE) await client.exec(await migration(name));
    const insert = `insert into drafts (id, connector, account, resource_type, resource_id, delivery_id, state, received_at,
      subject, customer_name, text, citations) values (gen_random_uuid(), 'z', 'a', 'ticket', $1, 'd', 'drafted', now(), $2, $3, $4, $5)`;
    const citation = {
      sourceId: 'a',
      kind: 'article',
      title: 'T',
      visibility: 'public',
      excerpt: 'A "quoted" \\ line',
    };
    await client.query(insert, ['1', 'Refund "now"', 'Анна', 'Hello\nAnna', JSON.stringify([citation])]);
    await client.query(insert, ['2', '', null, null, '[]']);
    await client.query(insert, ['3', '', 'Boris', null, '[]']);

    await client.exec(await migration('0005_sealed_drafts'));

    const { rows } = await client.query<Record<string, unknown>>('select * from drafts order by resource_id');
    expect(plain(rows[0]?.about)).toEqual({ subject: 'Refund "now"', customerName: 'Анна' });
    expect(plain(rows[0]?.content)).toEqual({ text: 'Hello\nAnna', citations: [citation], check: null });
    expect(rows[1]).toMatchObject({ about: null, content: null });
    expect(plain(rows[2]?.about)).toEqual({ subject: '', customerName: 'Boris' });
    expect(String(rows[0]?.about)).toMatch(/^plain\./);
    for (const gone of ['subject', 'customer_name', 'text', 'citations']) expect(rows[0]).not.toHaveProperty(gone);
  } finally {
    await client.close();
  }
});
