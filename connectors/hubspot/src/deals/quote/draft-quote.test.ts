import { afterEach, describe, expect, test } from 'vitest';
import { type DealAccount, NO_SIGNAL, pricesOf, quoteOf, seedDeal, startDealAccount } from '../testing/deal-account.ts';

let account: DealAccount | undefined;
afterEach(async () => account?.hubspot.close());

type Product = 'cpq' | 'legacy' | 'both' | 'none';

async function open(quotes: Product, templates: readonly ('cpq' | 'legacy')[] = ['cpq', 'legacy']) {
  account = await startDealAccount({ portals: [{ id: 12_345_678, quotes, paymentProcessor: true }] });
  const portal = account.hubspot.portal();
  if (templates.includes('cpq')) portal.seed.quoteTemplate('New', 'cpq_template', { hs_language: 'en' });
  if (templates.includes('legacy'))
    portal.seed.quoteTemplate('Old', 'customizable_quote_template', { hs_language: 'en' });
  const deal = seedDeal(account);
  return { ...account, portal, deal, resource: account.ref(deal.id) };
}

describe.each([
  ['cpq', { hs_template_type: 'CPQ_QUOTE', hs_status: 'DRAFT', hs_billing_enabled: 'false' }],
  ['legacy', { hs_status: 'DRAFT' }],
] as const)('an account with %s quotes', (product, expected) => {
  test('gets a draft with copies of the line items', async () => {
    const { portal, deal, deals, resource } = await open(product);
    const receipt = await deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL);
    expect(receipt).toMatchObject({ kind: 'created', url: expect.stringContaining(`/record/0-14/${receipt.quoteId}`) });
    const [quote] = portal.state.quotes(deal.id);
    expect(quote).toMatchObject({
      id: receipt.quoteId,
      properties: {
        ...expected,
        hs_title: expect.stringMatching(/^Rollout \[ds-[0-9a-f]{16}\]$/),
        hs_expiration_date: '2026-12-31',
        hs_payment_enabled: 'false',
        hs_quote_amount: '3646.18',
      },
    });
    const copies = portal.state.lineItemsOf('quotes', receipt.quoteId);
    expect(copies.map(({ properties }) => properties.amount)).toEqual(['1876.48', '269.70', '1500.00']);
    expect(copies.map(({ id }) => id)).not.toContain(deal.lineItems[0]);
    expect(portal.state.linked('deals', deal.id, 'line_items')).toEqual(deal.lineItems);
    expect(portal.state.linked('quotes', receipt.quoteId, 'contacts')).toEqual(deal.contacts);
    expect(portal.state.linked('quotes', receipt.quoteId, 'companies')).toEqual(deal.companies);
    expect(portal.state.violations()).toEqual([]);
    expect(portal.state.published()).toEqual([]);
  });

  test('the same key leaves one', async () => {
    const { portal, deal, deals, resource } = await open(product);
    const first = await deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL);
    expect(await deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL)).toEqual({
      ...first,
      kind: 'already-there',
    });
    expect(portal.state.quotes(deal.id)).toHaveLength(1);
    expect(portal.state.lineItemsOf('quotes', first.quoteId)).toHaveLength(3);
  });
});

test('the letter is text, not markup', async () => {
  const { portal, deal, deals, resource } = await open('cpq');
  const { quoteId } = await deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL);
  expect(portal.state.record('quotes', quoteId)?.properties.hs_cover_letter).toBe(
    '<p>Dear &lt;Carla&gt;,</p><p>here it is.</p>',
  );
});

test('the template of the language is taken', async () => {
  const { portal, deal, deals, resource } = await open('legacy');
  const german = portal.seed.quoteTemplate('Deutsch', 'customizable_quote_template', { hs_language: 'de' });
  const { quoteId } = await deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL);
  expect(portal.state.linked('quotes', quoteId, 'quote_templates')).toEqual([german]);
});

test('an account without templates is told so', async () => {
  const { deal, deals, resource } = await open('both', []);
  await expect(deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL)).rejects.toMatchObject({
    code: 'hubspot.no-quote-template',
  });
});

test('an account that may make no quotes is told so', async () => {
  const { deal, deals, resource } = await open('none');
  await expect(deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL)).rejects.toMatchObject({
    kind: 'permission',
  });
});

describe('what HubSpot made of it is compared', () => {
  test('a line that is a cent off', async () => {
    const { deal, deals, resource } = await open('cpq');
    const prices = pricesOf(deal.lineItems, (nets) => nets.splice(0, 1, '1876.49'));
    const receipt = await deals.draftQuote(quoteOf(resource, deal.lineItems, { prices }), NO_SIGNAL);
    expect(receipt).toMatchObject({
      kind: 'differs',
      detail: 'Line 1 is 1876.48 in HubSpot, and 1876.49 in the proposal.',
    });
  });

  const LATER: [string, string, Record<string, string>, number, string][] = [
    ['in another currency', 'its own', { hs_line_item_currency_code: 'USD' }, 2, 'is in USD in HubSpot, and EUR'],
    ['for longer', 'P36M', { hs_recurring_billing_period: 'P36M' }, 1, 'runs P36M in HubSpot, and P12M'],
    ['more for less', '3 x 500', { quantity: '3', price: '500' }, 2, 'has the quantity 3 in HubSpot, and 1'],
    ['something else', 'a name', { name: 'Other' }, 2, 'has another name in HubSpot than'],
    ['for another price', 'less discount', { price: '89.90', discount: '0' }, 1, 'costs 89.90 in HubSpot, and 99.90'],
    ['in another rhythm', 'yearly', { recurringbillingfrequency: 'annually' }, 1, 'is paid year in HubSpot, and month'],
    ['in steps', 'tiers', { hs_pricing_model: 'volume' }, 2, 'has tiered prices in HubSpot'],
  ];
  test.each(LATER)('a deal that sells %s since (%s)', async (_, __, change, line, detail) => {
    const { portal, deal, deals, resource } = await open('cpq');
    portal.acts.update('line_items', deal.lineItems[line] ?? '', change);
    const receipt = await deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL);
    expect(receipt).toMatchObject({ kind: 'differs', detail: expect.stringContaining(`Line ${line + 1} ${detail}`) });
    // Asked for again, it says the same.
    expect(await deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL)).toEqual(receipt);
  });

  test('a deal in another currency since', async () => {
    const { portal, deal, deals, resource } = await open('legacy');
    portal.acts.update('deals', deal.id, { deal_currency_code: 'USD' });
    expect(await deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL)).toMatchObject({
      kind: 'differs',
      detail: 'The quote is in USD, and the proposal in EUR.',
    });
  });

  test.each([
    ['added', undefined, 'is taxed 19 % (VAT) in HubSpot, and without a rate in the proposal'],
    ['another one', { name: 'VAT', percent: '7', amount: '0' }, 'is taxed 19 % (VAT) in HubSpot, and 7 % (VAT)'],
    ['the same one', { name: 'VAT', percent: '19.0', amount: '0' }, undefined],
  ])('a tax: %s', async (_, tax, detail) => {
    const { portal, deal, deals, resource } = await open('cpq');
    const rate = portal.seed.taxRate({ name: 'VAT', percentageRate: '19' });
    portal.acts.update('line_items', deal.lineItems[2] ?? '', { hs_tax_rate_group_id: rate.id });
    const prices = pricesOf(deal.lineItems);
    Object.assign(prices.lines[2]!, tax && { tax });
    const receipt = await deals.draftQuote(quoteOf(resource, deal.lineItems, { prices }), NO_SIGNAL);
    expect(receipt).toMatchObject(
      detail ? { kind: 'differs', detail: expect.stringContaining(`Line 3 ${detail}`) } : { kind: 'created' },
    );
  });

  test('a line item that is gone', async () => {
    const { portal, deal, deals, resource } = await open('cpq');
    portal.acts.archive('line_items', deal.lineItems[2] ?? '');
    expect(await deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL)).toMatchObject({
      kind: 'differs',
      detail: 'The quote has 2 lines, the proposal 3.',
    });
  });

  test('a product does not turn what is paid once into a subscription', async () => {
    const { portal, deal, deals, resource } = await open('cpq');
    const product = portal.seed.record('products', { name: 'Setup', price: '9', recurringbillingfrequency: 'monthly' });
    const item = portal.seed.deal({ lineItems: [{ name: 'Setup', quantity: '1', price: '1500' }] }).lineItems[0] ?? '';
    portal.acts.update('line_items', item, { hs_product_id: product });
    portal.seed.link(['deals', deal.id], ['line_items', item]);
    const all = [...deal.lineItems, item];
    const prices = pricesOf(all, (nets) => nets.push('1500'));
    Object.assign(prices.lines[3]!, { name: 'Setup', price: '1500' });
    expect(await deals.draftQuote(quoteOf(resource, all, { prices }), NO_SIGNAL)).toMatchObject({ kind: 'created' });
  });

  test('what a person took out of the draft is not put back', async () => {
    const { portal, deal, deals, resource } = await open('legacy');
    const { quoteId } = await deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL);
    portal.acts.archive('line_items', portal.state.lineItemsOf('quotes', quoteId)[0]?.id ?? '');
    expect(await deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL)).toMatchObject({
      kind: 'differs',
      quoteId,
    });
    expect(portal.state.lineItemsOf('quotes', quoteId)).toHaveLength(2);
  });
});

test('two discounts on one line are refused', async () => {
  const { portal, deal, deals, resource } = await open('cpq');
  portal.acts.update('line_items', deal.lineItems[0] ?? '', { discount: '5' });
  await expect(deals.draftQuote(quoteOf(resource, deal.lineItems), NO_SIGNAL)).rejects.toMatchObject({
    code: 'hubspot.two-discounts',
  });
});

describe('250 lines are written once, in three batches', () => {
  async function openLong() {
    const it = await open('cpq');
    const lineItems = Array.from({ length: 250 }, (_, i) => ({ name: `Item ${i}`, quantity: '1', price: `${i}.25` }));
    const deal = it.portal.seed.deal({ lineItems, properties: { deal_currency_code: 'EUR' } });
    const line = { quantity: '1', subtotal: '', discount: '' };
    const lines = deal.lineItems.map((itemId, i) => ({
      ...{ ...line, itemId, name: `Item ${i}`, price: `${i}.25`, net: `${i}.25` },
    }));
    return { ...it, write: quoteOf(it.ref(deal.id), [], { prices: { ...pricesOf([]), lines } }) };
  }

  test('also when HubSpot makes only some of a batch', async () => {
    const { hubspot, deals, write } = await openLong();
    hubspot.partial.set({ path: /line_items\/batch\/create/, inputs: (i) => i % 7 === 3 });
    expect(await deals.draftQuote(write, NO_SIGNAL)).toMatchObject({ kind: 'created' });
    expect(await deals.draftQuote(write, NO_SIGNAL)).toMatchObject({ kind: 'already-there' });
  });

  test('also when it breaks off between two', async () => {
    const { hubspot, deals, write } = await openLong();
    const match = { path: /line_items\/batch\/create/ };
    hubspot.faults.set({ match, times: 1, response: { delayMs: 0 } });
    hubspot.faults.set({ match, times: 1, response: 'reset' });
    await expect(deals.draftQuote(write, NO_SIGNAL)).rejects.toMatchObject({ retryable: true });
    expect(await deals.draftQuote(write, NO_SIGNAL)).toMatchObject({ kind: 'already-there' });
  });
});
