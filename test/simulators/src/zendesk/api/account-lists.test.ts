import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN_ID, AGENT_ID, FORM_ID, GROUP_ID, OPEN_TICKET_ID, OTHER_BRAND_ID } from '../sample-seed.ts';
import { type Account, openAccount } from '../test-account.ts';

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.simulator.close());

const idsOf = (items: { id: number }[]) => items.map(({ id }) => id);

describe('what rules can name', () => {
  it('brands, the default one first', async () => {
    const { body } = await account.get('/api/v2/brands.json');
    expect(body).toMatchObject({ count: 2, next_page: null });
    expect(body.brands).toMatchObject([
      { id: 26363596759827, name: 'Sample', subdomain: 'sample', default: true, active: true },
      { id: OTHER_BRAND_ID, name: 'Sample Outlet', subdomain: 'sample-outlet', default: false },
    ]);
    expect((await account.get(`/api/v2/brands/${OTHER_BRAND_ID}.json`)).body.brand.name).toBe('Sample Outlet');
    expect((await account.get('/api/v2/brands/1.json')).status).toBe(404);
  });

  it('groups, forms and the tags in use', async () => {
    expect((await account.get('/api/v2/groups.json?page[size]=1')).body).toMatchObject({
      groups: [{ id: GROUP_ID, name: 'Billing' }],
      meta: { has_more: false },
    });
    expect((await account.get('/api/v2/ticket_forms.json')).body.ticket_forms).toMatchObject([
      { id: FORM_ID, name: 'Returns', active: true, default: true },
    ]);
    expect((await account.get('/api/v2/tags.json')).body.tags).toEqual([{ name: 'refund', count: 1 }]);
  });

  it('staff, without those who left', async () => {
    const path = '/api/v2/users.json?role[]=agent&role[]=admin';
    expect(idsOf((await account.get(path)).body.users)).toEqual([ADMIN_ID, AGENT_ID]);
    expect(idsOf((await account.get('/api/v2/users.json?role=agent')).body.users)).toEqual([AGENT_ID]);
    account.simulator.deleteUser(AGENT_ID);
    expect(idsOf((await account.get(path)).body.users)).toEqual([ADMIN_ID]);
  });
});

describe('a ticket', () => {
  it('names its brand, group and form, which can be changed and searched for', async () => {
    const { ticket, groups } = (await account.get(`/api/v2/tickets/${OPEN_TICKET_ID}.json?include=groups`)).body;
    expect(ticket).toMatchObject({ brand_id: 26363596759827, group_id: GROUP_ID, ticket_form_id: FORM_ID });
    expect(groups).toMatchObject([{ name: 'Billing' }]);
    await account.send('PUT', `/api/v2/tickets/${OPEN_TICKET_ID}.json`, { ticket: { brand_id: OTHER_BRAND_ID } });
    const search = async (query: string) =>
      idsOf((await account.get(`/api/v2/search.json?query=${encodeURIComponent(query)}`)).body.results);
    expect(await search('type:ticket brand:"Sample Outlet"')).toEqual([OPEN_TICKET_ID]);
    expect(await search(`type:ticket group:billing brand:${OTHER_BRAND_ID}`)).toEqual([OPEN_TICKET_ID]);
    expect(await search('type:ticket group:nobody')).toEqual([]);
  });
});
