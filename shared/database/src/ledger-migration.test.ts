import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPglite } from './create-pglite.ts';

const migration = (name: string) => readFile(join(import.meta.dirname, '..', 'migrations', `${name}.sql`), 'utf8');

const ATTEMPTS = JSON.stringify([
  { provider: 'openai', model: 'gpt-5-mini', outcome: 'failed', ms: 1_200.4, detail: 'OpenAI is overloaded' },
  { provider: 'anthropic', model: 'claude-sonnet-5', outcome: 'answered', ms: 800 },
]);

test('completions from before the ledger survive it, each attempt as a row of its own', async () => {
  const client = await createPglite(undefined);
  try {
    await client.exec(await migration('0000_start'));
    const draft = '11111111-1111-4111-8111-111111111111';
    await client.query(
      `insert into drafts (id, connector, account, resource_type, resource_id, delivery_id, state, received_at)
       values ($1, 'zendesk', 'acme', 'ticket', '1', 'd', 'drafted', now())`,
      [draft],
    );
    const insert = `insert into completions (id, draft_id, account, purpose, outcome, provider, model, prompt, attempts,
      latency_ms, input_tokens, output_tokens, cost_usd, price, cache, created_at)
      values (gen_random_uuid(), $1, 'acme', 'reply', $2, $3, $4, 'Hello', $5, 2000, $6, $7, $8, $9, $10, '2026-11-20T12:00:00Z')`;
    const row = '{"model":"claude-sonnet-5"}';
    await client.query(insert, [
      draft,
      'answered',
      'anthropic',
      'claude-sonnet-5-0929',
      ATTEMPTS,
      10,
      5,
      '0.00012345',
      row,
      'miss',
    ]);
    await client.query(insert, [null, 'answered', 'anthropic', 'claude-sonnet-5-0929', '[]', 0, 0, '0', null, 'hit']);

    await client.exec(await migration('0001_ledger'));

    const { rows: kept } = await client.query('select * from completions order by cache');
    const monthLater = new Date('2026-12-20T12:00:00Z');
    expect(kept).toMatchObject([
      { cache: 'hit', reference: null, connector: null, prompt: 'Hello', texts_until: monthLater },
      { cache: 'miss', reference: draft, connector: 'zendesk', cost_usd: '0.000123450000', texts_until: monthLater },
    ]);
    const { rows } = await client.query('select * from attempts order by n');
    const same = {
      completion_id: (kept[1] as { id: string }).id,
      connector: 'zendesk',
      account: 'acme',
      purpose: 'reply',
    };
    const unpaid = { ...same, input_tokens: 0, output_tokens: 0, cost_usd: '0.000000000000', price: null };
    const paid = { ...same, input_tokens: 10, output_tokens: 5, cost_usd: '0.000123450000', price: JSON.parse(row) };
    expect(rows).toMatchObject([
      { ...unpaid, n: 1, model: 'gpt-5-mini', outcome: 'failed', ms: 1_200, detail: 'OpenAI is overloaded' },
      { ...paid, n: 2, model: 'claude-sonnet-5-0929', outcome: 'answered', ms: 800, detail: null },
    ]);
  } finally {
    await client.close();
  }
});
