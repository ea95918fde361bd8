import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPglite } from './create-pglite.ts';

const FOLDER = join(import.meta.dirname, '..', 'migrations');
const NAME = '0006_declined_words.sql';

test('words of a refusal go where the prompt is gone already, and stay beside one that is kept', async () => {
  const client = await createPglite(undefined);
  try {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
    for (const name of names.slice(0, names.indexOf(NAME))) {
      await client.exec(await readFile(join(FOLDER, name), 'utf8'));
    }
    const insert = `with completion as (
        insert into completions (id, account, purpose, outcome, prompt, latency_ms, input_tokens, output_tokens,
          cost_usd, cache, created_at)
        values (gen_random_uuid(), 'acme', 'reply', 'refused', $1, 1, 0, 0, 0, 'miss', now()) returning id
      )
      insert into attempts (completion_id, n, at, account, purpose, provider, model, outcome, detail, ms)
      select id, n, now(), 'acme', $2, 'openai', 'gpt-5-mini', outcome, detail, 1 from completion,
        (values (1, 'failed', 'OpenAI is overloaded'), (2, 'refused', 'Not for Ms Doe')) as tries (n, outcome, detail)`;
    await client.query(insert, [null, 'forgotten']);
    await client.query(insert, ['Hello', 'kept']);
    await client.exec(await readFile(join(FOLDER, NAME), 'utf8'));
    const { rows } = await client.query('select purpose, detail from attempts order by purpose, n');
    expect(rows).toEqual([
      { purpose: 'forgotten', detail: 'OpenAI is overloaded' },
      { purpose: 'forgotten', detail: 'The model declined to answer' },
      { purpose: 'kept', detail: 'OpenAI is overloaded' },
      { purpose: 'kept', detail: 'Not for Ms Doe' },
    ]);
  } finally {
    await client.close();
  }
});
