import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccount, type TestAccount } from '../test-account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount({ portals: [{ id: 1, largestFile: 1_000 }] });
});
afterAll(() => account.simulator.close());

const PRIVATE = { access: 'PRIVATE' };
const ONCE = { ...PRIVATE, duplicateValidationStrategy: 'RETURN_EXISTING', duplicateValidationScope: 'EXACT_FOLDER' };

async function upload(given: {
  name?: string;
  text?: string;
  fields?: Record<string, string>;
  options?: object;
  path?: string;
}) {
  const form = new FormData();
  form.set('file', new Blob([given.text ?? 'content'], { type: 'application/pdf' }), given.name ?? 'draft.pdf');
  for (const [name, value] of Object.entries(given.fields ?? { folderPath: '/drafts' })) form.set(name, value);
  if (given.options) form.set('options', JSON.stringify(given.options));
  const response = await fetch(account.simulator.baseUrl + (given.path ?? '/files/v3/files'), {
    method: 'POST',
    headers: { authorization: `Bearer ${account.accessToken}` },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

describe('files', () => {
  it('are kept with their bytes, and private ones opened by a signed link only', async () => {
    const { status, body } = await upload({ name: 'Договор v1.pdf', text: 'привет', options: PRIVATE });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Договор v1',
      extension: 'pdf',
      path: '/drafts/Договор v1.pdf',
      access: 'PRIVATE',
    });
    expect(account.portal.state.file(body.id ?? '')?.bytes.toString()).toBe('привет');
    expect((await fetch(body.url ?? '')).status).toBe(404);
    const signed = (await account.get(`/files/2026-03/files/${body.id}/signed-url?expirationSeconds=60`)).body;
    expect(await (await fetch(signed.url)).text()).toBe('привет');
    account.advance(61_000);
    expect((await fetch(signed.url)).status).toBe(404);
  });

  it.each([
    ['no options', {}],
    ['no access', { options: {} }],
    ['a hidden file', { options: { access: 'HIDDEN_PRIVATE' } }],
    ['no folder', { options: PRIVATE, fields: {} }],
    ['two folders', { options: PRIVATE, fields: { folderPath: '/a', folderId: '1' } }],
    ['a file that is too large', { options: PRIVATE, text: 'x'.repeat(1_001) }],
    ['a life of hours', { options: { ...PRIVATE, ttl: 'PT3H' } }],
  ])('are refused with %s', async (_what, given) => expect((await upload(given)).status).toBe(400));

  it('come once with RETURN_EXISTING, and get a number without', async () => {
    const first = await upload({ name: 'same.pdf', text: 'same', options: ONCE });
    const again = await upload({ name: 'same.pdf', text: 'same', options: ONCE, path: '/files/2026-03/files' });
    expect(again.body.id).toBe(first.body.id);
    expect((await upload({ name: 'same.pdf', text: 'same', options: PRIVATE })).body.name).toBe('same-1');
    const elsewhere = await upload({ name: 'same.pdf', text: 'same', options: ONCE, fields: { folderPath: '/other' } });
    expect(elsewhere.body.id).not.toBe(first.body.id);
    expect((await upload({ text: 'same', options: { ...ONCE, duplicateValidationStrategy: 'REJECT' } })).status).toBe(
      409,
    );
  });

  it('end by deletion, by purge and by their time', async () => {
    const [a, b, c] = await Promise.all(
      ['1', '2', '3'].map((text) =>
        upload({ text, name: `${text}.pdf`, options: text === '3' ? { ...PRIVATE, ttl: 'P1D' } : PRIVATE }),
      ),
    );
    expect((await account.send('DELETE', `/files/v3/files/${a?.body.id}`)).status).toBe(204);
    expect((await account.send('DELETE', `/files/v3/files/${b?.body.id}/gdpr-delete`)).status).toBe(204);
    expect(account.portal.state.purgedFiles()).toEqual([b?.body.id]);
    account.advance(86_400_000);
    expect(account.portal.state.file(c?.body.id ?? '')).toBeUndefined();
    account.advance(-86_400_000);
  });

  it('show a public one as a violation', async () => {
    await upload({ name: 'open.pdf', text: 'open', options: { access: 'PUBLIC_NOT_INDEXABLE' } });
    expect(account.portal.state.violations()).toEqual([{ rule: 'public-file', detail: 'open.pdf' }]);
  });
});
