import type { PortalHandle } from '@draftsmith/simulators/hubspot';

export interface DealSize {
  lineItems: number;
  activities: number;
}

const KINDS = ['notes', 'emails', 'calls', 'meetings'] as const;
const BODIES = {
  notes: (text: string) => ({ hs_note_body: `<p>${text}</p>` }),
  emails: (text: string) => ({
    hs_email_text: text,
    hs_email_subject: 'Rollout',
    hs_email_direction: 'INCOMING_EMAIL',
  }),
  calls: (text: string) => ({ hs_call_body: text, hs_call_title: 'Call' }),
  meetings: (text: string) => ({ hs_meeting_body: text, hs_meeting_title: 'Meeting' }),
} as const;

/** A deal as long as sales people have them; no two have the same words, so that nothing is answered from a cache. */
export function benchDeal({ seed }: PortalHandle, number: number, { lineItems, activities }: DealSize): string {
  const contact = seed.record('contacts', {
    ...{ firstname: 'Dana', lastname: 'Whitfield', email: `dana-${number}@northwind.example`, hs_language: 'en' },
  });
  const { id } = seed.deal({
    properties: { dealname: `Rollout ${number}`, deal_currency_code: 'USD', closedate: '2031-12-18' },
    companies: [{ name: `Northwind ${number}`, domain: `northwind-${number}.example` }],
    lineItems: Array.from({ length: lineItems }, (_, at) => ({
      ...{ name: `Module ${at + 1}`, quantity: at + 1, price: `${at + 1}9.95`, hs_position_on_quote: at },
      ...(at % 3 === 0 && { hs_discount_percentage: 10 }),
      ...(at % 2 === 0 && { recurringbillingfrequency: 'monthly', hs_recurring_billing_period: 'P12M' }),
    })),
  });
  seed.link(['deals', id], ['contacts', contact]);
  seed.activities(activities, [['deals', id]], (at) => {
    const object = KINDS[at % KINDS.length] ?? 'notes';
    const text = `We need to replace the paper lists in hall ${number}-${at} before the season begins. ${'Everybody agrees that it is slow. '.repeat(6)}`;
    return { object, properties: BODIES[object](text) };
  });
  return id;
}
