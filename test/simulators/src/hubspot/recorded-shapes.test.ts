import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccount, type TestAccount, to } from './test-account.ts';

const RECORDED = resolve(import.meta.dirname, '../../../../../shared/fixtures/hubspot');
const AMP = 'amp-labs-connectors/providers/hubspot/test';

type Json = Record<string, unknown>;

function recorded(file: string): Json {
  return JSON.parse(readFileSync(resolve(RECORDED, file), 'utf8')) as Json;
}

/** Paths at which ours has nothing, or something of another type; null may stand for anything, lists by their first. */
function differences(real: unknown, ours: unknown, path = ''): string[] {
  if (real === null || ours === null) return [];
  if (Array.isArray(real)) {
    if (!Array.isArray(ours)) return [path];
    return real.length === 0 || ours.length === 0 ? [] : differences(real[0], ours[0], `${path}[0]`);
  }
  if (typeof real !== 'object') return typeof real === typeof ours ? [] : [path];
  if (typeof ours !== 'object') return [path];
  return Object.entries(real).flatMap(([name, value]) => {
    const own = (ours as Json)[name];
    return own === undefined ? [`${path}.${name}`] : differences(value, own, `${path}.${name}`);
  });
}

describe.skipIf(!existsSync(RECORDED))('recorded answers (need ../shared beside the checkout)', () => {
  let account: TestAccount;
  beforeAll(async () => {
    account = await openAccount({ portals: [{ id: 12_345_678 }] });
  });
  afterAll(() => account.simulator.close());
  const bodies = () => recorded('bodies.json') as Record<string, { body: Json } & Json>;
  const errors = () => recorded('bodies.json').errors as { status: number; body: Json }[];

  it('describe the account that we answer', async () => {
    const { body } = await account.get('/account-info/2026-03/details');
    const real = recorded(`${AMP}/post-auth/account-info.json`);
    // Recorded in summer; ours is in winter.
    expect(body).toEqual({ ...real, utcOffset: '-05:00', utcOffsetMilliseconds: -18_000_000 });
  });

  it('have the pipelines and properties that we answer', async () => {
    const pipelines = await account.get('/crm/v3/pipelines/deals');
    expect(differences(recorded(`${AMP}/metadata-deals-external-pipelines.json`), pipelines.body)).toEqual([]);
    const property = await account.get('/crm/v3/properties/contacts/address');
    const [real] = recorded(`${AMP}/metadata-contacts-properties-sampled.json`).results as Json[];
    // HubSpot's dates of definitions are not simulated.
    expect(differences(real, property.body)).toEqual(['.updatedAt', '.createdAt']);
  });

  it('have the records of batches and searches that we answer', async () => {
    const contact = account.portal.seed.record('contacts', { email: 'a@example.com', firstname: 'A', lastname: 'B' });
    const properties = ['email', 'firstname', 'lastname', 'company', 'phone', 'website'];
    const batch = await account.send('POST', '/crm/v3/objects/contacts/batch/read', {
      inputs: [{ id: contact }],
      properties,
    });
    expect(differences(recorded(`${AMP}/read/objects-api/contacts-batch.json`), batch.body)).toEqual([]);
    account.portal.seed.record('contacts', { email: 'b@example.com' });
    const page = await account.send('POST', '/crm/v3/objects/contacts/search', { limit: 1, properties });
    expect(differences(recorded(`${AMP}/search/contacts/1-first-page.json`), page.body)).toEqual([]);
  });

  it('have the links that we answer, and their absence', async () => {
    const { id } = account.portal.seed.deal();
    const contact = account.portal.seed.record('contacts', { firstname: 'A' });
    const company = account.portal.seed.record('companies', { name: 'C' });
    account.portal.seed.link(['contacts', contact], ['companies', company], 'Primary');
    const inputs = [{ id: contact }, { id }];
    const batch = await account.send('POST', '/crm/v4/associations/contacts/companies/batch/read', { inputs });
    expect(differences(bodies().associations_v4_batch_read_207?.body, batch.body)).toEqual([]);
    expect(batch.body.errors[0].message).toBe(`No company is associated with contact ${id}.`);
    const template = account.portal.seed.quoteTemplate('T', 'customizable_quote_template');
    const quote = account.portal.seed.record('quotes', {
      hs_title: 'Q',
      hs_expiration_date: '2026-12-31',
      hs_status: 'DRAFT',
    });
    const path = `/crm/v4/objects/quote_templates/${template}/associations/default/quotes/${quote}`;
    const real = bodies().association_default_put_200?.body as { results: Json[] };
    const { body } = await account.send('PUT', path);
    expect(body.results.map((one: Json) => one.associationSpec)).toEqual(
      real.results.map((one) => one.associationSpec),
    );
  });

  it('have the refusals that we answer', async () => {
    const unknown = await account.get('/crm/v3/objects/butterflies/1');
    expect(differences(recorded(`${AMP}/search/error-invalid-object.json`), unknown.body)).toEqual([]);
    const scope = await account.get('/crm/v3/objects/deals/1', account.portal.staticToken([]));
    expect(differences(recorded(`${AMP}/metadata-err-schemas-scope.json`), scope.body)).toEqual([]);

    const wrong = { properties: { first000name: 'A', last000name: 'B' } };
    const batch = await account.send('POST', '/crm/v3/objects/contacts/batch/create', { inputs: [wrong, wrong] });
    const many = recorded(`${AMP}/batch/create/contacts/err-many-invalid-properties.json`);
    expect([batch.status, batch.body.message, batch.body.category]).toEqual([400, many.message, many.category]);
    expect(batch.body.errors).toEqual(expect.arrayContaining(many.errors as Json[]));

    const inputs = [{ id: '123456' }, { id: '123456' }];
    const twice = await account.send('POST', '/crm/v3/objects/contacts/batch/update', { inputs });
    const { correlationId: _ours, ...body } = twice.body;
    const { correlationId: _theirs, ...real } = recorded(`${AMP}/batch/update/contacts/err-duplicate-ids.json`);
    expect(body).toEqual(real);
  });

  it('have the partial answers that we answer', async () => {
    account.portal.seed.record('contacts', { email: 'taken@example.com' });
    const inputs = [
      { objectWriteTraceId: '0', properties: { email: 'taken@example.com' } },
      { objectWriteTraceId: '1', properties: { email: 'free@example.com', firstname: 'S', lastname: 'D' } },
    ];
    const { status, body } = await account.send('POST', '/crm/v3/objects/contacts/batch/create', { inputs });
    expect(status).toBe(207);
    expect(differences(recorded(`${AMP}/batch/create/contacts/err-partial-success.json`), body)).toEqual([]);
    const update = [
      { id: body.results[0].id, properties: {} },
      { id: 'unknownIdentifier888', properties: {} },
    ];
    const partial = await account.send('POST', '/crm/v3/objects/contacts/batch/update', { inputs: update });
    const real = recorded(`${AMP}/batch/update/contacts/err-partial-success.json`);
    expect(partial.body.errors).toEqual((real as { errors: Json[] }).errors);
  });

  it('have the rate limit, the token, the file and the amounts that we answer', async () => {
    const [daily] = errors();
    account.simulator.faults.set({ match: { path: /owners/ }, times: 1, response: { status: 429, body: daily?.body } });
    expect((await account.get('/crm/v3/owners')).body.policyName).toBe('DAILY');
    const { refreshToken } = account.simulator.oauth.grant(account.portal.id);
    const { clientId, clientSecret } = account.simulator.app;
    const form = {
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
    };
    const token = await fetch(`${account.simulator.baseUrl}/oauth/v3/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    expect(differences(bodies().oauth_token_response?.body, await token.json())).toEqual([]);
    for (const { amount, price, quantity, ...given } of recorded('bodies.json').money as Record<string, string>[]) {
      const { origin: _o, wrong_if_per_unit_rounded: _w, hs_total_discount: _d, ...discounts } = given;
      const id = account.portal.seed.record('line_items', { price, quantity, ...discounts });
      expect(account.portal.state.record('line_items', id)?.properties.amount).toBe(amount);
    }
  });

  it('have the file that we answer', async () => {
    const body = new FormData();
    body.set('file', new Blob(['x'], { type: 'image/png' }), 'cat.png');
    body.set('folderPath', '/library/cat_archive');
    body.set('options', JSON.stringify({ access: 'PRIVATE' }));
    const headers = { authorization: `Bearer ${account.accessToken}` };
    const response = await fetch(`${account.simulator.baseUrl}/files/v3/files`, { method: 'POST', headers, body });
    // Pictures are not measured.
    expect(differences(bodies().file_upload_201?.body, await response.json())).toEqual(['.height', '.width']);
  });

  it('link a note as the guide does', async () => {
    const { id } = account.portal.seed.deal();
    const properties = { hs_timestamp: '2026-11-12T15:48:22Z', hs_note_body: 'x', hs_attachment_ids: '' };
    const { status } = await account.send('POST', '/crm/v3/objects/notes', { properties, associations: [to(id, 214)] });
    expect(status).toBe(201);
  });
});
