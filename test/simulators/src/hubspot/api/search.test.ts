import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, openAccount, type TestAccount } from '../test-account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount({ limits: { searchPerSecond: 5 } });
});
afterAll(() => account.simulator.close());

async function search(object: string, body: object) {
  account.advance(1_000);
  return account.send('POST', `/crm/objects/2026-03/${object}/search`, body);
}
const filter = (propertyName: string, operator: string, more: object) => ({
  filterGroups: [{ filters: [{ propertyName, operator, ...more }] }],
});
const ids = (answer: { body: { results: { id: string }[] } }) => answer.body.results.map(({ id }) => id);

describe('search', () => {
  it('finds activities of a deal, the newest first, in pages', async () => {
    const { id } = account.portal.seed.deal();
    const made = account.portal.seed.activities(5, [['deals', id]], (index) => ({
      object: 'emails',
      properties: { hs_timestamp: NOW + index * 1000, hs_email_subject: `S${index}` },
    }));
    const body = {
      ...filter('associations.deal', 'EQ', { value: id }),
      sorts: [{ propertyName: 'hs_timestamp', direction: 'DESCENDING' }],
      properties: ['hs_email_subject'],
      limit: 3,
    };
    const first = await search('emails', body);
    expect([first.body.total, first.body.paging.next.after]).toEqual([5, '3']);
    const second = await search('emails', { ...body, after: '3' });
    expect([...ids(first), ...ids(second)]).toEqual(made.toReversed());
    expect(second.body.paging).toBeUndefined();
  });

  it('does not see what was written just now, nor that it changed', async () => {
    const { body: made } = await account.send('POST', '/crm/v3/objects/contacts', {
      properties: { firstname: 'Fresh' },
    });
    const fresh = filter('firstname', 'EQ', { value: 'fresh' });
    expect(ids(await search('contacts', fresh))).toEqual([]);
    account.advance(10_000);
    expect(ids(await search('contacts', fresh))).toEqual([made.id]);
    await account.send('PATCH', `/crm/v3/objects/contacts/${made.id}`, { properties: { firstname: 'Stale' } });
    expect(ids(await search('contacts', fresh))).toEqual([made.id]);
    account.advance(10_000);
    expect(ids(await search('contacts', fresh))).toEqual([]);
  });

  it('compares numbers as numbers and lists in lower case', async () => {
    const cheap = account.portal.seed.deal({ properties: { amount: '9.5', dealname: 'Cheap' } }).id;
    const dear = account.portal.seed.deal({ properties: { amount: '100', dealname: 'Dear' } }).id;
    expect(ids(await search('deals', filter('amount', 'LT', { value: '20' })))).toEqual([cheap]);
    expect(ids(await search('deals', filter('amount', 'BETWEEN', { value: 50, highValue: 200 })))).toEqual([dear]);
    expect(ids(await search('deals', filter('dealname', 'IN', { values: ['Dear'] })))).toEqual([]);
    expect(ids(await search('deals', filter('dealname', 'IN', { values: ['dear'] })))).toEqual([dear]);
  });

  it.each([
    ['two sorts', { sorts: ['createdate', 'amount'] }],
    ['201 at once', { limit: 201 }],
    ['beyond 10,000', { limit: 100, after: '9950' }],
    ['six groups', { filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) }],
    [
      'seven filters',
      {
        filterGroups: [
          { filters: Array.from({ length: 7 }, () => ({ propertyName: 'amount', operator: 'HAS_PROPERTY' })) },
        ],
      },
    ],
    ['3,001 characters', { query: 'x'.repeat(3_000) }],
    ['an unknown property', filter('nonsense', 'EQ', { value: '1' })],
  ])('refuses %s', async (_what, body) => expect((await search('deals', body)).status).toBe(400));

  it('allows five a second, without headers about it', async () => {
    account.advance(1_000);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => account.send('POST', '/crm/v3/objects/deals/search', {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ message: 'You have reached your secondly limit.', policyName: 'SECONDLY' });
    expect(answers[0]?.headers.get('x-hubspot-ratelimit-max')).toBeNull();
  });
});
