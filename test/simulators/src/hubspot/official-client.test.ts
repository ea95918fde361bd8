import type { Client } from '@hubspot/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccount, type TestAccount, to } from './test-account.ts';

const sdk = await import('@hubspot/api-client').catch(() => undefined);

/** HubSpot's own client is picky about statuses and bodies: what it takes, a real account could have answered. */
describe.skipIf(!sdk)('the official client (needs @hubspot/api-client)', () => {
  let account: TestAccount;
  let client: Client;
  let dealId: string;
  beforeAll(async () => {
    account = await openAccount();
    client = new sdk!.Client({
      accessToken: account.accessToken,
      basePath: account.simulator.baseUrl,
      numberOfApiCallRetries: 1,
    });
    dealId = account.portal.seed.deal({
      properties: { dealname: 'Rollout', amount: 12 },
      contacts: [{ firstname: 'A', email: 'a@example.com' }],
      lineItems: [{ name: 'Scanner', price: '234.56', quantity: 10, hs_discount_percentage: 20 }],
    }).id;
  });
  afterAll(() => account.simulator.close());

  it('reads a deal with its links', async () => {
    const deal = await client.crm.deals.basicApi.getById(dealId, ['dealname', 'amount'], undefined, ['line_items']);
    expect(deal.properties).toMatchObject({ dealname: 'Rollout', amount: '12' });
    expect(deal.createdAt).toBeInstanceOf(Date);
    const [line] = deal.associations?.['line items']?.results ?? [];
    const { results } = await client.crm.lineItems.batchApi.read({
      inputs: [{ id: line?.id ?? '' }],
      properties: ['amount'],
      propertiesWithHistory: [],
    });
    expect(results[0]?.properties.amount).toBe('1876.48');
  });

  it('creates, updates, searches and archives', async () => {
    const note = await client.crm.objects.notes.basicApi.create({
      properties: { hs_timestamp: '2026-11-12T15:48:22Z', hs_note_body: '<p>x</p>' },
      associations: [to(dealId, 214)] as never,
    });
    await client.crm.objects.notes.basicApi.update(note.id, { properties: { hs_note_body: 'y' } });
    expect(account.portal.state.notes(dealId).map(({ properties }) => properties.hs_note_body)).toEqual(['y']);
    account.advance(10_000);
    const found = await client.crm.objects.notes.searchApi.doSearch({
      filterGroups: [{ filters: [{ propertyName: 'associations.deal', operator: 'EQ' as never, value: dealId }] }],
      properties: ['hs_note_body'],
      sorts: ['-hs_timestamp'],
      limit: 10,
    } as never);
    expect(found.results.map(({ id }) => id)).toEqual([note.id]);
    await client.crm.objects.notes.basicApi.archive(note.id);
    expect(account.portal.state.notes(dealId)).toEqual([]);
  });

  it('reads and makes associations v4', async () => {
    const contact = account.portal.seed.record('contacts', { firstname: 'B' });
    await client.crm.associations.v4.basicApi.createDefault('deals', dealId, 'contacts', contact);
    const { results } = await client.crm.associations.v4.basicApi.getPage('deals', dealId, 'contacts', undefined, 500);
    expect(results.map(({ toObjectId }) => String(toObjectId))).toContain(contact);
    const batch = await client.crm.associations.v4.batchApi.getPage('deals', 'quotes', { inputs: [{ id: dealId }] });
    expect(batch).toMatchObject({ numErrors: 1 });
  });

  it('refreshes tokens, uploads files and reads owners, pipelines and properties', async () => {
    const { clientId, clientSecret } = account.simulator.app;
    const { refreshToken } = account.simulator.oauth.grant(account.portal.id);
    const token = await client.oauth.tokensApi.create(
      'refresh_token',
      undefined,
      undefined,
      clientId,
      clientSecret,
      refreshToken,
    );
    expect([token.expiresIn, token.refreshToken]).toEqual([1800, refreshToken]);
    const options = JSON.stringify({ access: 'PRIVATE' });
    const file = await client.files.filesApi.upload(
      { data: Buffer.from('pdf'), name: 'a.pdf' },
      undefined,
      '/drafts',
      'a.pdf',
      undefined,
      options,
    );
    expect(account.portal.state.file(file.id)?.bytes.toString()).toBe('pdf');
    expect((await client.crm.owners.ownersApi.getPage()).results[0]?.email).toBe('rep1@example.com');
    expect((await client.crm.pipelines.pipelinesApi.getAll('deals')).results[0]?.stages).toHaveLength(7);
    expect((await client.crm.properties.coreApi.getByName('line_items', 'discount')).label).toBe('Unit discount');
  });

  it('throws on what is refused', async () => {
    await expect(client.crm.deals.basicApi.getById('1')).rejects.toMatchObject({ code: 404 });
    const wrong = { properties: { nonsense: '1' }, associations: [] };
    await expect(client.crm.deals.basicApi.create(wrong)).rejects.toMatchObject({ code: 400 });
  });
});
