import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, openAccount, type TestAccount, to } from '../test-account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount();
});
afterAll(() => account.simulator.close());

describe('reading', () => {
  it('drops unknown properties, answers texts and nulls, and names links with spaces', async () => {
    const deal = account.portal.seed.deal({
      properties: { dealname: 'Rollout', amount: 1200 },
      lineItems: [{ name: 'Scanner', price: '2.50', quantity: 4 }],
    });
    const path = `/crm/v3/objects/deals/${deal.id}?properties=dealname,amount,description,nonsense&associations=line_items,contacts`;
    const { body } = await account.get(path);
    expect(body.properties).toEqual({
      amount: '1200',
      createdate: new Date(NOW).toISOString(),
      dealname: 'Rollout',
      description: null,
      hs_lastmodifieddate: new Date(NOW).toISOString(),
      hs_object_id: deal.id,
    });
    expect(body.associations).toEqual({
      'line items': { results: [{ id: deal.lineItems[0], type: 'deal_to_line_item' }] },
    });
    expect(body.url).toBe(`https://app.hubspot.com/contacts/${account.portal.id}/record/0-3/${deal.id}`);
  });

  it.each(['/crm/v3/objects/deals', '/crm/objects/2026-03/deals', '/crm/objects/2026-03/0-3', '/crm/v3/objects/0-3'])(
    'answers the same below %s',
    async (base) => {
      const { id } = account.portal.seed.deal();
      expect((await account.get(`${base}/${id}`)).body.id).toBe(id);
      const answer = await account.get(`${base}/1`);
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ status: 'error', category: 'OBJECT_NOT_FOUND' });
    },
  );

  it('counts both styles of path as one endpoint', async () => {
    account.simulator.calls.clear();
    const { id } = account.portal.seed.deal();
    await account.get(`/crm/v3/objects/deals/${id}`);
    await account.get(`/crm/objects/2026-03/0-3/${id}?properties=amount`);
    expect(account.simulator.calls.byEndpoint()).toEqual({ 'GET /crm/objects/deals/{id}': 2 });
  });

  it('lists in pages', async () => {
    const { simulator, portal, get } = await openAccount();
    for (let number = 0; number < 5; number += 1) portal.seed.record('products', { name: `P${number}` });
    const names: string[] = [];
    let after = '';
    for (let page = 0; page < 5; page += 1) {
      const { body } = await get(`/crm/v3/objects/products?limit=2&properties=name${after && `&after=${after}`}`);
      names.push(...body.results.map((one: { properties: { name: string } }) => one.properties.name));
      after = body.paging?.next.after ?? '';
      if (after === '') break;
    }
    await simulator.close();
    expect(names).toEqual(['P0', 'P1', 'P2', 'P3', 'P4']);
  });

  it('says which type it does not know', async () => {
    const { status, body } = await account.get('/crm/v3/objects/butterflies/1');
    expect([status, body.message]).toEqual([400, 'Unable to infer object type from: butterflies']);
  });

  it('has nothing below paths that HubSpot lacks', async () => {
    expect((await account.get('/crm/objects/deals/1')).status).toBe(404);
    expect((await account.get('/crm/v3/objects/deals/1/nothing')).status).toBe(404);
  });
});

describe('writing', () => {
  it('creates with links, or not at all', async () => {
    const { id } = account.portal.seed.deal();
    const note = { hs_timestamp: '2026-11-12T15:48:22Z', hs_note_body: '<p>Draft</p>' };
    const refused = await account.send('POST', '/crm/v3/objects/notes', {
      properties: note,
      associations: [to('1', 214)],
    });
    expect(refused.status).toBe(400);
    expect(account.portal.state.notes()).toEqual([]);
    const { status, body } = await account.send('POST', '/crm/v3/objects/notes', {
      properties: note,
      associations: [to(id, 214)],
    });
    expect(status).toBe(201);
    expect(body.properties).toMatchObject({ hs_timestamp: '2026-11-12T15:48:22Z', hs_object_source: 'INTEGRATION' });
    expect(account.portal.state.notes(id).map((one) => one.id)).toEqual([body.id]);
  });

  it('refuses the whole write for one unknown property', async () => {
    const { id } = account.portal.seed.deal({ properties: { dealname: 'Before' } });
    const { status, body } = await account.send('PATCH', `/crm/v3/objects/deals/${id}`, {
      properties: { dealname: 'After', nonsense: '1' },
    });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      {
        message: 'Property "nonsense" does not exist',
        code: 'PROPERTY_DOESNT_EXIST',
        context: { propertyName: ['nonsense'] },
      },
    ]);
    expect(account.portal.state.record('deals', id)?.properties.dealname).toBe('Before');
  });

  it.each([
    ['amount', 'much', 'INVALID_INTEGER'],
    ['dealtype', 'nobusiness', 'INVALID_OPTION'],
    ['dealstage', 'nowhere', 'INVALID_OPTION'],
    ['closedate', 'tomorrow', 'INVALID_LONG'],
    ['hs_object_id', '5', 'READ_ONLY_VALUE'],
  ])('refuses %s = %s', async (name, value, code) => {
    const { id } = account.portal.seed.deal();
    const { body } = await account.send('PATCH', `/crm/v3/objects/deals/${id}`, { properties: { [name]: value } });
    expect(body.errors?.[0].code).toBe(code);
  });

  it('needs the time of a note and keeps 65,536 characters of it', async () => {
    const create = (properties: object) => account.send('POST', '/crm/v3/objects/notes', { properties });
    expect((await create({ hs_note_body: 'x' })).body.context).toEqual({ properties: ['hs_timestamp'] });
    expect((await create({ hs_timestamp: NOW, hs_note_body: 'x'.repeat(65_536) })).status).toBe(201);
    expect((await create({ hs_timestamp: NOW, hs_note_body: 'x'.repeat(65_537) })).status).toBe(400);
  });

  it('shows attachments of files that do not exist', async () => {
    const { simulator, portal, send } = await openAccount();
    await send('POST', '/crm/v3/objects/notes', { properties: { hs_timestamp: NOW, hs_attachment_ids: '12;13' } });
    expect(portal.state.violations().map(({ rule }) => rule)).toEqual(['unknown-attachment', 'unknown-attachment']);
    await simulator.close();
  });

  it('keeps values unique where a property says so', async () => {
    const define = {
      name: 'draft_key',
      label: 'Key',
      groupName: 'dealinformation',
      type: 'string',
      fieldType: 'text',
      hasUniqueValue: true,
    };
    expect((await account.send('POST', '/crm/v3/properties/deals', define)).status).toBe(201);
    expect((await account.send('POST', '/crm/v3/properties/deals', define)).status).toBe(409);
    const create = () =>
      account.send('POST', '/crm/v3/objects/deals', { properties: { dealname: 'A', draft_key: 'k1' } });
    const { body: first } = await create();
    const second = await create();
    expect([second.status, second.body.category]).toEqual([409, 'CONFLICT']);
    expect((await account.get('/crm/v3/objects/deals/k1?idProperty=draft_key')).body.id).toBe(first.id);
    const inputs = [{ id: 'k1', idProperty: 'draft_key', properties: { dealname: 'B' } }];
    const { body } = await account.send('POST', '/crm/v3/objects/deals/batch/upsert', { inputs });
    expect(body.results[0]).toMatchObject({ id: first.id, new: false });
  });

  it('archives, twice if need be, and still shows what was', async () => {
    const { id } = account.portal.seed.deal();
    const path = `/crm/v3/objects/deals/${id}`;
    expect((await account.send('DELETE', path)).status).toBe(204);
    expect((await account.send('DELETE', path)).status).toBe(204);
    expect((await account.get(path)).status).toBe(404);
    expect((await account.get(`${path}?archived=true`)).body.archived).toBe(true);
  });
});

describe('what a token opens', () => {
  it('is one account, even where ids are the same', async () => {
    const two = await openAccount({ portals: [{ id: 1 }, { id: 2 }] });
    const [first, second] = [two.simulator.portal(1), two.simulator.portal(2)];
    const a = first.seed.deal({ properties: { dealname: 'of one' } });
    const b = second.seed.deal({ properties: { dealname: 'of two' } });
    expect(a.id).toBe(b.id);
    const read = async (token: string) =>
      (await two.get(`/crm/v3/objects/deals/${a.id}`, token)).body.properties.dealname;
    expect([await read(first.staticToken()), await read(second.staticToken())]).toEqual(['of one', 'of two']);
    await two.simulator.close();
  });

  it('ends where scopes are missing', async () => {
    const token = account.portal.staticToken(['crm.objects.deals.read']);
    const { id } = account.portal.seed.deal();
    expect((await account.get(`/crm/v3/objects/deals/${id}`, token)).status).toBe(200);
    const { status, body } = await account.send(
      'POST',
      '/crm/v3/objects/notes',
      { properties: { hs_timestamp: NOW } },
      token,
    );
    expect([status, body.category]).toEqual([403, 'MISSING_SCOPES']);
    expect(body.context.requiredGranularScopes).toEqual(['crm.objects.contacts.write']);
  });

  it('hides what e-mails say without sales-email-read', async () => {
    const { id } = account.portal.seed.deal();
    const email = account.portal.seed.activity('emails', { hs_email_subject: 'Price', hs_email_text: 'Secret' }, [
      ['deals', id],
    ]);
    const path = `/crm/v3/objects/emails/${email}?properties=hs_email_subject,hs_email_text,hs_timestamp`;
    const token = account.portal.staticToken(['crm.objects.contacts.read']);
    expect((await account.get(path, token)).body.properties).toMatchObject({
      hs_email_subject: null,
      hs_email_text: null,
    });
    expect((await account.get(path)).body.properties).toMatchObject({ hs_email_subject: 'Price' });
  });

  it('ends with its time', async () => {
    const late = await openAccount();
    late.advance(30 * 60_000);
    const { status, body } = await late.get('/account-info/v3/details');
    expect([status, body.category]).toEqual([401, 'EXPIRED_AUTHENTICATION']);
    expect((await late.get('/account-info/v3/details', 'nonsense')).body.category).toBe('INVALID_AUTHENTICATION');
    expect((await late.get('/account-info/v3/details', late.portal.staticToken())).status).toBe(200);
    await late.simulator.close();
  });
});
