import type { Seed, SeededDeal } from './crm/seed.ts';

/** A deal as reps have them: a decision maker, a company, three line items of every kind, and some history. */
export function sampleDeal(seed: Seed): SeededDeal {
  seed.associationLabel('deals', 'contacts', 'Decision maker');
  const deal = seed.deal({
    properties: { dealname: 'Northwind - warehouse rollout', deal_currency_code: 'USD', closedate: '2026-12-18' },
    contacts: [
      {
        firstname: 'Dana',
        lastname: 'Whitfield',
        email: 'dana.whitfield@example.com',
        jobtitle: 'Head of Operations',
        hs_buying_role: 'DECISION_MAKER',
        label: 'Decision maker',
      },
      {
        firstname: 'Oleg',
        lastname: 'Sorokin',
        email: 'oleg.sorokin@example.com',
        jobtitle: 'IT lead',
        hs_language: 'ru',
      },
    ],
    companies: [
      {
        name: 'Northwind Logistics',
        domain: 'northwind.example',
        industry: 'LOGISTICS_AND_SUPPLY_CHAIN',
        country: 'United States',
      },
    ],
    lineItems: [
      { name: 'Handheld scanner', quantity: 10, price: '234.56', hs_discount_percentage: 20, hs_sku: 'SCAN-1' },
      { name: 'Onboarding', quantity: 1, price: '1800.00', discount: '300.00', hs_sku: 'ONB' },
      {
        name: 'Warehouse platform',
        quantity: 25,
        price: '39.00',
        recurringbillingfrequency: 'monthly',
        hs_recurring_billing_period: 'P12M',
        hs_sku: 'PLAT',
      },
    ],
  });
  const on = [['deals', deal.id]] as const;
  seed.activity(
    'notes',
    { hs_note_body: '<p>Dana wants picking errors <b>halved</b> before the spring season.</p>' },
    on,
  );
  seed.activity(
    'calls',
    {
      hs_call_title: 'Discovery',
      hs_call_body: 'Two sites, three shifts. Paper lists today.',
      hs_call_duration: 1_860_000,
    },
    on,
  );
  seed.activity('meetings', { hs_meeting_title: 'Site visit', hs_meeting_outcome: 'COMPLETED' }, on);
  seed.activity(
    'emails',
    {
      hs_email_subject: 'Re: rollout',
      hs_email_text: 'We would start with the Reno site, then the second one. Please include training.',
      hs_email_direction: 'INCOMING_EMAIL',
    },
    [...on, ...deal.contacts.slice(0, 1).map((id) => ['contacts', id] as const)],
  );
  return deal;
}
