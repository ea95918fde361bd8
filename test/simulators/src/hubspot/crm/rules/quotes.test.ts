import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccount, type TestAccount, to } from '../../test-account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount({ portals: [{ id: 1 }, { id: 2, quotes: 'legacy' }, { id: 3, paymentProcessor: true }] });
});
afterAll(() => account.simulator.close());

const QUOTES = '/crm/objects/2026-03/quotes';
const base = { hs_title: 'Rollout', hs_expiration_date: '2026-12-31' };
const cpq = { ...base, hs_template_type: 'CPQ_QUOTE' };
const legacy = { ...base, hs_status: 'DRAFT' };
const create = (properties: object, associations: unknown[] = [], token?: string) =>
  account.send('POST', QUOTES, { properties, associations }, token);

function dealWith(quantity: number) {
  const { seed } = account.portal;
  const owner = seed.owner();
  return seed.deal({
    properties: { deal_currency_code: 'EUR', hubspot_owner_id: owner.id },
    lineItems: [{ name: 'Scanner', price: '10', quantity }],
  });
}

describe('CPQ quotes', () => {
  it('are drafts by themselves and follow their deal', async () => {
    const deal = dealWith(3);
    const copy = account.portal.seed.record('line_items', { name: 'Scanner', price: '10', quantity: 3 });
    const { status, body } = await create(cpq, [to(deal.id, 64), to(copy, 67)]);
    expect(status).toBe(201);
    const quote = account.portal.state.record('quotes', body.id)?.properties;
    expect(quote).toMatchObject({
      hs_status: 'DRAFT',
      hs_currency: 'EUR',
      hs_quote_amount: '30.00',
      hs_payment_enabled: 'false',
    });
    expect(quote?.hubspot_owner_id).toBe(account.portal.state.record('deals', deal.id)?.properties.hubspot_owner_id);
    expect(quote?.hs_pdf_download_link).toBeUndefined();
    expect(account.portal.state.violations()).toEqual([]);
  });

  it.each([
    ['a status', { ...cpq, hs_status: 'DRAFT' }],
    ['e-signature', { ...cpq, hs_esign_enabled: true }],
    ['no title', { hs_template_type: 'CPQ_QUOTE', hs_expiration_date: '2026-12-31' }],
    ['another template type', { ...base, hs_template_type: 'OTHER' }],
  ])('refuse %s', async (_what, properties) => expect((await create(properties)).status).toBe(400));

  it('know no taxes, and their template only from the start', async () => {
    const tax = account.portal.seed.record('taxes', { hs_type: 'PERCENT', hs_value: '19' });
    expect((await create(cpq, [to(tax, 366)])).status).toBe(400);
    const template = account.portal.seed.quoteTemplate('Standard', 'cpq_template');
    const old = account.portal.seed.quoteTemplate('Old', 'customizable_quote_template');
    expect((await create(cpq, [to(old, 286)])).status).toBe(400);
    const { body } = await create(cpq, [to(template, 286)]);
    const late = await account.send(
      'PUT',
      `/crm/v4/objects/quotes/${body.id}/associations/default/quote_templates/${template}`,
    );
    expect(late.status).toBe(400);
  });

  it('take payments by themselves where a processor is connected', async () => {
    const { body } = await create(cpq, [], account.simulator.portal(3).staticToken());
    expect(body.properties).toMatchObject({ hs_payment_enabled: 'true', hs_billing_enabled: 'true' });
  });

  it('are refused where the account has legacy quotes only', async () => {
    expect((await create(cpq, [], account.simulator.portal(2).staticToken())).status).toBe(403);
  });
});

describe('legacy quotes', () => {
  it('without a status are minimal, which is seen', async () => {
    const before = account.portal.state.violations().length;
    await create(base);
    expect(
      account.portal.state
        .violations()
        .slice(before)
        .map(({ rule }) => rule),
    ).toEqual(['minimal-quote']);
  });

  it('add discounts, then fees, then taxes', async () => {
    const { seed, state } = account.portal;
    const line = seed.record('line_items', { price: '100', quantity: 1 });
    const discount = seed.record('discounts', { hs_type: 'PERCENT', hs_value: '10' });
    const fee = seed.record('fees', { hs_type: 'FIXED', hs_value: '5' });
    const tax = seed.record('taxes', { hs_type: 'PERCENT', hs_value: '20' });
    const { body } = await create(legacy, [to(line, 67), to(tax, 366), to(fee, 364), to(discount, 362)]);
    expect(state.record('quotes', body.id)?.properties.hs_quote_amount).toBe('114.00');
  });

  it('publish by a status, which tests can see, also when it was refused', async () => {
    const { body } = await create(legacy);
    const path = `${QUOTES}/${body.id}`;
    const publish = { properties: { hs_status: 'APPROVAL_NOT_NEEDED' } };
    expect((await account.send('PATCH', path, publish)).status).toBe(400);
    expect(account.portal.state.published()).toEqual([]);
    const template = account.portal.seed.quoteTemplate('Old', 'customizable_quote_template');
    await account.send('PUT', `/crm/v4/objects/quotes/${body.id}/associations/default/quote_templates/${template}`);
    expect((await account.send('PATCH', path, publish)).body.properties).toMatchObject({ hs_locked: 'true' });
    expect(account.portal.state.published()).toEqual([
      { quoteId: body.id, status: 'APPROVAL_NOT_NEEDED', published: true },
    ]);
    expect(account.portal.state.quoteStatusWrites()).toContainEqual({
      quoteId: body.id,
      status: 'DRAFT',
      published: false,
    });
    expect(account.portal.state.quoteStatusWrites()).toContainEqual({
      quoteId: body.id,
      status: 'APPROVAL_NOT_NEEDED',
      published: false,
    });
    expect((await account.send('PATCH', path, { properties: { hs_title: 'x' } })).status).toBe(400);
    expect((await account.send('PATCH', path, { properties: { hs_status: 'DRAFT' } })).body.properties.hs_locked).toBe(
      'false',
    );
  });

  it('show a publishing status although the whole write was refused, and not what a person did', async () => {
    const before = account.portal.state.quoteStatusWrites().length;
    await create({ ...legacy, hs_status: 'APPROVED', nonsense: '1' });
    expect(account.portal.state.quoteStatusWrites().slice(before)).toEqual([
      { quoteId: null, status: 'APPROVED', published: false },
    ]);
    const quote = account.portal.seed.record('quotes', legacy);
    account.portal.acts.update('quotes', quote, { hs_status: 'PENDING_APPROVAL' });
    expect(account.portal.state.quoteStatusWrites()).toHaveLength(before + 1);
  });

  it('have one deal', async () => {
    const [one, two] = [dealWith(1), dealWith(1)];
    expect((await create(legacy, [to(one.id, 64), to(two.id, 64)])).status).toBe(400);
    const { body } = await create(legacy, [to(one.id, 64)]);
    expect(
      (await account.send('PUT', `/crm/v4/objects/deals/${two.id}/associations/default/quotes/${body.id}`)).status,
    ).toBe(400);
  });
});

describe('line items of a deal', () => {
  it('are moved when a quote takes them, and die with it', async () => {
    const deal = dealWith(2);
    const shared = deal.lineItems[0]!;
    const before = account.portal.state.violations().length;
    const { body } = await create(cpq, [to(deal.id, 64), to(shared, 67)]);
    expect(account.portal.state.lineItemsOf('deals', deal.id)).toEqual([]);
    expect(account.portal.state.lineItemsOf('quotes', body.id).map(({ id }) => id)).toEqual([shared]);
    expect(
      account.portal.state
        .violations()
        .slice(before)
        .map(({ rule }) => rule),
    ).toEqual(['line-item-shared']);
    await account.send('DELETE', `${QUOTES}/${body.id}`);
    expect(account.portal.state.record('line_items', shared)).toBeUndefined();
  });
});
