import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccount, type TestAccount } from '../test-account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount({
    portals: [{ id: 1, timeZone: 'Asia/Kolkata', companyCurrency: 'EUR', additionalCurrencies: ['USD'] }],
  });
});
afterAll(() => account.simulator.close());

describe('account', () => {
  it('says its currencies and time zone', async () => {
    const { body } = await account.get('/account-info/v3/details');
    expect(body).toMatchObject({
      portalId: 1,
      companyCurrency: 'EUR',
      additionalCurrencies: ['USD'],
      utcOffset: '+05:30',
      utcOffsetMilliseconds: 19_800_000,
    });
  });

  it('knows owners by e-mail, by id and by user id', async () => {
    const owner = account.portal.seed.owner({ email: 'Jo@example.com' });
    const gone = account.portal.seed.owner({ email: 'gone@example.com', archived: true });
    const byEmail = await account.get('/crm/v3/owners?email=jo%40example.com');
    expect(byEmail.body.results.map(({ id }: { id: string }) => id)).toEqual([owner.id]);
    expect((await account.get('/crm/v3/owners?email=gone%40example.com')).body.results).toEqual([]);
    expect((await account.get(`/crm/owners/2026-03/${owner.id}`)).body.userId).toBe(owner.userId);
    expect((await account.get(`/crm/v3/owners/${owner.userId}?idProperty=userId`)).body.id).toBe(owner.id);
    expect((await account.get(`/crm/v3/owners/${gone.id}`)).body).toMatchObject({ archived: true, userId: null });
    expect((await account.get('/crm/v3/owners/5')).status).toBe(404);
  });

  it('pages through owners', async () => {
    const first = await account.get('/crm/v3/owners?limit=1');
    const second = await account.get(`/crm/v3/owners?limit=1&after=${first.body.paging.next.after}`);
    expect(second.body.results[0].id).not.toBe(first.body.results[0].id);
  });

  it('has pipelines of its own', async () => {
    account.portal.seed.pipeline({ id: 'renewals', label: 'Renewals', stages: [{ id: 'open', label: 'Open' }] });
    const { body } = await account.get('/crm/pipelines/2026-03/deals/renewals');
    expect(body).toMatchObject({
      id: 'renewals',
      displayOrder: 1,
      stages: [{ id: 'open', metadata: { isClosed: 'false' } }],
    });
    const move = { properties: { pipeline: 'renewals', dealstage: 'closedwon' } };
    expect((await account.send('PATCH', `/crm/v3/objects/deals/${account.portal.seed.deal().id}`, move)).status).toBe(
      400,
    );
  });

  it('defines properties, and says what the discount of a line item is', async () => {
    expect((await account.get('/crm/properties/2026-03/line_items/discount')).body.label).toBe('Unit discount');
    expect((await account.get('/crm/v3/properties/deals/nonsense')).status).toBe(404);
    const define = { name: 'Wrong Name', label: 'x', groupName: 'dealinformation', type: 'string', fieldType: 'text' };
    expect((await account.send('POST', '/crm/v3/properties/deals', define)).status).toBe(400);
    const created = await account.send('POST', '/crm/properties/2026-03/deals', { ...define, name: 'proposal_state' });
    expect([created.status, created.body.hubspotDefined]).toEqual([201, false]);
    const { id } = account.portal.seed.deal();
    const write = { properties: { proposal_state: 'drafted' } };
    expect((await account.send('PATCH', `/crm/v3/objects/deals/${id}`, write)).body.properties.proposal_state).toBe(
      'drafted',
    );
  });

  it('has templates of both kinds', async () => {
    account.portal.seed.quoteTemplate('New', 'cpq_template');
    account.portal.seed.quoteTemplate('Old', 'customizable_quote_template');
    const { body } = await account.get('/crm/objects/2026-03/quote_templates?properties=hs_type,hs_name');
    expect(body.results.map((one: { properties: { hs_type: string } }) => one.properties.hs_type)).toEqual([
      'cpq_template',
      'customizable_quote_template',
    ]);
  });
});
