import type { PortalHandle, SeededDeal } from '@draftsmith/simulators/hubspot';
import type { ModelRequest } from '@draftsmith/simulators/models';

export const PORTAL = 247187887;
export const COMPANY = 'Larkspur Systems';
/** By which the card reaches the server: HubSpot takes https only, and its developer proxy leads to this machine. */
export const SERVICE_URL = 'https://drafts.example.com';

/** What must be nowhere once the account is gone, and never in a log. */
export const THEIRS = ['Featherstone', 'Oldenburg', 'marigold@', 'casimir@', 'paper lists', 'Harbourside'];

export const NEED = 'Your teams pick from paper lists, and that costs them time.';
/** What a rep asks for, and what comes of it. */
export const STEER = 'stress the short start-up';
export const STEERED = 'Everything that your teams need for a short start-up is part of the offer.';
export const TYPED = 'Your teams pick from paper lists, and want to replace them.';

const HONEST: Readonly<Record<string, string>> = {
  summary: NEED,
  solution: 'We propose {{item.1.name}} and {{item.2.name}} for {{total.once.net}}.',
  scope: 'The offer covers everything that your teams need to work together.',
  timeline: 'We begin as soon as you agree.',
  'next-steps': 'Please come back to {{owner.name}} with your questions.',
};

/** Each sentence has what the deal does not say: a price, a discount, a deadline, a customer, a promise. */
const LIES: Readonly<Record<string, string>> = {
  summary: 'Zorblatt Industries loses 4711 orders a week to paper lists.',
  solution: 'We propose {{item.1.name}} for only $1,499.00 instead of {{total.once.net}}.',
  scope: 'The offer covers 77 positions, less a discount of 45 %.',
  timeline: 'Everything is delivered by 14 January 2027, within three days.',
  'next-steps': 'Call Peter Zorblatt at +1 555 0147, and forty-five percent are yours.',
};

/** What no document may say, whatever a model says. */
export const LIED = /Zorblatt|4711|1,499|\b77\b|45 %|14 January|three days|forty-five|0147/i;

/** A model that writes sections as it is asked to; a lying one says something false in each. */
export function writes({ system, messages }: ModelRequest, lying: boolean): string {
  const asked = messages.map(({ text }) => text).join('\n');
  const kinds = (/Write now: ([\w, -]+)\./.exec(asked)?.[1] ?? '').split(', ');
  const steered = asked.includes(STEER);
  const prose = (kind: string) => (lying ? LIES : HONEST)[kind] ?? '';
  const sections = kinds.map((kind) => ({
    kind,
    paragraphs: [
      {
        ...{ text: steered && kind === 'scope' ? STEERED : prose(kind), bullet: false },
        sources: kind === 'summary' ? [1] : [],
      },
    ],
  }));
  if (!system.includes('business proposal')) throw new Error('Only proposals are written in this story');
  return JSON.stringify({ sections });
}

/** A deal of the account, whose contact nobody has linked yet. */
export function storyDeal({ seed, state }: PortalHandle, name: string): SeededDeal & { contact: string } {
  const [owner] = state.records('contacts').length === 0 ? [seed.owner(LINDQVIST)] : [];
  if (owner) seed.associationLabel('deals', 'contacts', 'Decision maker');
  const at = state.records('deals').length + 1;
  const contact = seed.record('contacts', {
    ...{ firstname: 'Marigold', lastname: 'Featherstone', email: `marigold@featherstone-${at}.example` },
    ...{ jobtitle: 'Head of Operations', hs_language: 'en' },
  });
  const deal = seed.deal({
    properties: {
      ...{ dealname: name, deal_currency_code: 'USD', closedate: '2031-12-18', hubspot_owner_id: LINDQVIST.id },
    },
    companies: [{ name: 'Harbourside Storage', domain: `harbourside-${at}.example` }],
    lineItems: [
      { name: 'Handheld scanner', quantity: 10, price: '234.56', hs_discount_percentage: 20, hs_sku: 'SCAN-1' },
      { name: 'Onboarding', quantity: 1, price: '1800.00', discount: '300.00', hs_sku: 'ONB' },
      {
        ...{ name: 'Warehouse platform', quantity: 25, price: '39.00', hs_sku: 'PLAT' },
        ...{ recurringbillingfrequency: 'monthly', hs_recurring_billing_period: 'P12M' },
      },
    ],
  });
  seed.activity(
    'emails',
    {
      ...{ hs_email_subject: 'Picking', hs_email_direction: 'INCOMING_EMAIL' },
      // No two say the same: what a model answered once is not asked for again.
      hs_email_text: `Our teams pick from paper lists, and that costs them time. We need to replace the paper lists in our warehouse. ${name}.`,
    },
    [
      ['deals', deal.id],
      ['contacts', contact],
    ],
  );
  return { ...deal, contact };
}

const LINDQVIST = {
  id: '14249999',
  firstName: 'Bo',
  lastName: 'Lindqvist',
  email: 'bo@larkspur.example',
  userId: 882769999,
};
