import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccount, type TestAccount } from '../../test-account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount({ portals: [{ id: 1, dealAmountFollowsLineItems: true }] });
});
afterAll(() => account.simulator.close());

const item = (properties: Record<string, string | number>) => {
  const id = account.portal.seed.record('line_items', properties);
  return account.portal.state.record('line_items', id)!.properties;
};

describe('line items', () => {
  it('take a percentage off the line total, not off the unit price', () => {
    expect(item({ price: '234.56', quantity: 10, hs_discount_percentage: 20 })).toMatchObject({
      hs_pre_discount_amount: '2345.60',
      hs_total_discount: '469.12',
      amount: '1876.48',
    });
  });

  it('take a discount off every unit', () => {
    expect(item({ price: '75.00', quantity: 3, discount: '5.00' }).amount).toBe('210.00');
  });

  it('add up: before the discount = amount + discount', () => {
    const cents = fc
      .integer({ min: 0, max: 10_000_000 })
      .map((value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        cents,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 100 }),
        (price, quantity, rate) => {
          const values = item({ price, quantity, hs_discount_percentage: rate });
          const minor = (name: string) => BigInt((values[name] ?? '').replace('.', ''));
          expect(minor('hs_pre_discount_amount')).toBe(minor('amount') + minor('hs_total_discount'));
        },
      ),
    );
  });

  it('know currencies without cents', () => {
    expect(
      item({ price: '1000', quantity: 3, hs_discount_percentage: '12.5', hs_line_item_currency_code: 'JPY' }).amount,
    ).toBe('2625');
  });

  it('count recurring revenue', () => {
    const values = item({
      price: '100',
      quantity: 1,
      recurringbillingfrequency: 'monthly',
      hs_recurring_billing_period: 'P24M',
    });
    expect(values).toMatchObject({
      amount: '100.00',
      hs_mrr: '100.00',
      hs_arr: '1200.00',
      hs_acv: '1200.00',
      hs_tcv: '2400.00',
    });
  });

  it('take tax rates and what their product says', async () => {
    const tax = account.portal.seed.taxRate({ name: 'VAT', percentageRate: '19' });
    const product = account.portal.seed.record('products', { name: 'Scanner', price: '10.05', hs_sku: 'S-1' });
    const { body } = await account.send('POST', '/crm/v3/objects/line_items', {
      properties: { hs_product_id: product, quantity: '2', hs_tax_rate_group_id: tax.id },
    });
    expect(body.properties).toMatchObject({
      name: 'Scanner',
      hs_sku: 'S-1',
      amount: '20.10',
      hs_tax_amount: '3.82',
      hs_post_tax_amount: '23.92',
    });
    expect((await account.get('/tax-rates/v1/tax-rates')).body.results[0]).toMatchObject({
      id: tax.id,
      percentageRate: 19,
    });
  });

  it("move the amount of the deal where the account says so, in nobody's name", async () => {
    const deal = account.portal.seed.deal({ lineItems: [{ price: '10', quantity: 1 }] });
    account.simulator.webhooks.connect('http://127.0.0.1:9/hook', [
      { subscriptionType: 'deal.propertyChange', propertyName: 'amount' },
    ]);
    account.simulator.webhooks.hold();
    await account.send('PATCH', `/crm/v3/objects/line_items/${deal.lineItems[0]}`, { properties: { quantity: '4' } });
    expect(account.portal.state.record('deals', deal.id)?.properties.amount).toBe('40.00');
    account.simulator.webhooks.release((events) => {
      expect(events).toEqual([expect.objectContaining({ propertyValue: '40.00', changeSource: 'CALCULATED' })]);
      return [];
    });
    account.simulator.webhooks.disconnect();
  });

  it.each([
    ['amount', '5'],
    ['price', '-1'],
    ['hs_recurring_billing_period', '12 months'],
    ['recurringbillingfrequency', 'yearly'],
  ])('refuse %s = %s', async (name, value) => {
    const { status } = await account.send('POST', '/crm/v3/objects/line_items', {
      properties: { name: 'x', [name]: value },
    });
    expect(status).toBe(400);
  });

  it('show both discounts as a violation', () => {
    item({ price: '10', quantity: 1, discount: '1', hs_discount_percentage: '10' });
    expect(account.portal.state.violations()).toContainEqual({ rule: 'both-discounts', detail: 'line item ' });
  });
});
