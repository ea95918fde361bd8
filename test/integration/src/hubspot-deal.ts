import type { DealSeed, PortalHandle, SeededDeal } from '@draftsmith/simulators/hubspot';

let made = 0;

/** Ten scanners less a fifth, an hour of work less 30.00, and a subscription: by hand 1876.48, 150.00, and 975.00 a month. */
export const LINE_ITEMS = [
  { name: 'Handheld scanner', quantity: 10, price: '234.56', hs_discount_percentage: 20, hs_sku: 'SCAN-1' },
  { name: 'Onboarding', quantity: 1, price: '180.00', discount: '30.00', hs_sku: 'ONB' },
  {
    ...{ name: 'Warehouse platform', quantity: 25, price: '39.00', hs_sku: 'PLAT' },
    ...{ recurringbillingfrequency: 'monthly', hs_recurring_billing_period: 'P12M' },
  },
];

/** A deal that lacks nothing: somebody who decides, a company, prices, and a note. No two share a contact. */
export function completeDeal({ seed }: PortalHandle, change: DealSeed = {}): SeededDeal {
  made += 1;
  seed.associationLabel('deals', 'contacts', 'Decision maker');
  const deal = seed.deal({
    contacts: [
      {
        ...{ firstname: 'Dana', lastname: 'Whitfield', jobtitle: 'Head of Operations' },
        ...{ email: `dana-${made}@northwind.example`, hs_buying_role: 'DECISION_MAKER', label: 'Decision maker' },
      },
    ],
    companies: [{ name: `Northwind ${made}`, domain: `northwind-${made}.example` }],
    lineItems: LINE_ITEMS,
    ...change,
    properties: {
      ...{ dealname: `Northwind, rollout ${made}`, deal_currency_code: 'USD', closedate: '2031-12-18' },
      ...change.properties,
    },
  });
  seed.activity('notes', { hs_note_body: '<p>Dana wants picking errors <b>halved</b> before spring.</p>' }, [
    ['deals', deal.id],
  ]);
  return deal;
}
