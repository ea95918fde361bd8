import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPglite } from './create-pglite.ts';

const FOLDER = join(import.meta.dirname, '..', 'migrations');
const NAME = '0008_drafts_declined_words.sql';

test('that a model declined stays on a draft, its words go, and other rows are left as they are', async () => {
  const client = await createPglite(undefined);
  try {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
    for (const name of names.slice(0, names.indexOf(NAME))) {
      await client.exec(await readFile(join(FOLDER, name), 'utf8'));
    }
    const insert = (resource: string, attempts: object[], outcome: object | null) =>
      client.query(
        `insert into drafts (id, connector, account, resource_type, resource_id, delivery_id, state, attempts, outcome, received_at)
         values (gen_random_uuid(), 'z', 'a', 'ticket', $1, 'd', 'skipped', $2, $3, now())`,
        [resource, JSON.stringify(attempts), outcome && JSON.stringify(outcome)],
      );
    const busy = { outcome: 'failed', detail: 'OpenAI is overloaded' };
    const declined = (detail: string) => [busy, { outcome: 'refused', detail }];
    const skipped = (detail: string) => ({ kind: 'skipped', reason: 'refused', detail });
    await insert('1', declined('Not for Ms Doe'), skipped('Not for Ms Doe'));
    await insert('2', declined('Not for Ms Doe'), null);
    await insert('3', [busy], skipped('The answer repeated its instructions and held no reply'));
    await insert('4', [], null);
    await client.exec(await readFile(join(FOLDER, NAME), 'utf8'));
    const { rows } = await client.query('select attempts, outcome from drafts order by resource_id');
    const ours = 'The model declined to answer';
    expect(rows).toEqual([
      { attempts: declined(ours), outcome: skipped(ours) },
      { attempts: declined(ours), outcome: null },
      { attempts: [busy], outcome: skipped('The answer repeated its instructions and held no reply') },
      { attempts: [], outcome: null },
    ]);
  } finally {
    await client.close();
  }
});
