import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccount, type TestAccount } from '../test-account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount();
});
afterAll(() => account.simulator.close());

describe('associations v4', () => {
  it('answer ids as numbers, in pages, with every kind', async () => {
    account.portal.seed.associationLabel('deals', 'contacts', 'Decision maker');
    const deal = account.portal.seed.deal({
      contacts: [{ firstname: 'A', label: 'Decision maker' }, { firstname: 'B' }, { firstname: 'C' }],
    });
    const seen: number[] = [];
    let after = '';
    for (let page = 0; page < 3; page += 1) {
      const path = `/crm/v4/objects/deals/${deal.id}/associations/contacts?limit=2${after && `&after=${encodeURIComponent(after)}`}`;
      const { body } = await account.get(path);
      if (page === 0) {
        expect(body.results[0].associationTypes).toEqual([
          expect.objectContaining({ category: 'USER_DEFINED', label: 'Decision maker' }),
          { category: 'HUBSPOT_DEFINED', typeId: 3, label: null },
        ]);
      }
      seen.push(...body.results.map((one: { toObjectId: number }) => one.toObjectId));
      after = body.paging?.next.after ?? '';
      if (after === '') break;
    }
    expect(seen).toEqual(deal.contacts.map(Number));
  });

  it('say in a batch that there are none as an error', async () => {
    const [linked, alone] = [account.portal.seed.deal({ companies: [{ name: 'C' }] }), account.portal.seed.deal()];
    const inputs = [{ id: linked.id }, { id: alone.id }];
    const { status, body } = await account.send('POST', '/crm/v4/associations/deals/companies/batch/read', { inputs });
    expect(status).toBe(207);
    expect(body.results).toEqual([
      {
        from: { id: linked.id },
        to: [
          {
            toObjectId: Number(linked.companies[0]),
            associationTypes: [
              { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' },
              { category: 'HUBSPOT_DEFINED', typeId: 341, label: null },
            ],
          },
        ],
      },
    ]);
    expect(body.errors).toEqual([
      {
        status: 'error',
        category: 'OBJECT_NOT_FOUND',
        subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
        message: `No company is associated with deal ${alone.id}.`,
        context: { fromObjectId: [alone.id], fromObjectType: ['deal'], toObjectType: ['company'] },
      },
    ]);
  });

  it('can be made to fail in part', async () => {
    const { id } = account.portal.seed.deal({ companies: [{ name: 'C' }] });
    account.simulator.partial.set({ path: /associations\/deals\/companies/, inputs: () => true });
    const { status, body } = await account.send('POST', '/crm/v4/associations/deals/companies/batch/read', {
      inputs: [{ id }],
    });
    expect([status, body.results, body.errors[0].category]).toEqual([207, [], 'INTERNAL_ERROR']);
  });

  it('are made in both directions, plain, labelled and many at once', async () => {
    const { seed, state } = account.portal;
    const deal = seed.deal().id;
    const [a, b, c] = [1, 2, 3].map((number) => seed.record('contacts', { firstname: `N${number}` }));
    const plain = await account.send('PUT', `/crm/v4/objects/contacts/${a}/associations/default/deals/${deal}`);
    expect(plain.body.results).toEqual([
      {
        from: { id: a },
        to: { id: deal },
        associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 4 },
      },
      {
        from: { id: deal },
        to: { id: a },
        associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 },
      },
    ]);
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 }];
    expect(
      (await account.send('PUT', `/crm/objects/2026-03/deals/${deal}/associations/contacts/${b}`, types)).status,
    ).toBe(201);
    const inputs = [
      { from: { id: deal }, to: { id: c }, types },
      { from: { id: deal }, to: { id: '1' }, types },
    ];
    const batch = await account.send('POST', '/crm/v4/associations/deals/contacts/batch/create', { inputs });
    expect([batch.status, batch.body.errors[0].message]).toEqual([207, '1 is not a valid ID']);
    expect(state.linked('deals', deal, 'contacts')).toEqual([a, b, c]);
    await account.send('DELETE', `/crm/v4/objects/contacts/${a}/associations/deals/${deal}`);
    expect(state.linked('deals', deal, 'contacts')).toEqual([b, c]);
  });

  it('refuse kinds that the pair does not have', async () => {
    const deal = account.portal.seed.deal({ contacts: [{ firstname: 'A' }] });
    const path = `/crm/v4/objects/deals/${deal.id}/associations/contacts/${deal.contacts[0]}`;
    const { status } = await account.send('PUT', path, [
      { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 214 },
    ]);
    expect(status).toBe(400);
  });

  it('hold thousands of activities', async () => {
    const { id } = account.portal.seed.deal();
    const kinds = ['notes', 'emails', 'calls', 'meetings', 'tasks'] as const;
    account.portal.seed.activities(5_000, [['deals', id]], (index) => ({ object: kinds[index % 5]!, properties: {} }));
    const { body } = await account.get(`/crm/v4/objects/deals/${id}/associations/notes?limit=500`);
    expect(body.results).toHaveLength(500);
    expect(body.paging.next.after).toMatch(/=$|\w/);
  });
});
