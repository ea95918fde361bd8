import type { DealGapCode } from '@draftsmith/contracts';

/** What is missing, in a sentence, and what the link to mend it says. */
export interface GapWords {
  /** `subject`: what it is about, e.g. a line item's name. */
  text: (subject: string | undefined) => string;
  fix: string;
}

const of = (subject: string | undefined, otherwise: string) => (subject ? `“${subject}”` : otherwise);

export const gaps: Record<DealGapCode, GapWords> = {
  'no-line-items': { text: () => 'The deal has no line items, so there is nothing to price.', fix: 'Add line items' },
  'no-contact': {
    text: () => 'Nobody is associated with the deal, so it is addressed to no one.',
    fix: 'Add a contact',
  },
  'no-company': { text: () => 'No company is associated with the deal.', fix: 'Add a company' },
  'no-decision-maker': {
    text: () => 'No contact is labelled as the one who decides. The proposal is addressed to the first contact.',
    fix: 'Label a contact',
  },
  'no-close-date': { text: () => 'The deal has no close date.', fix: 'Set the close date' },
  'close-date-past': { text: () => 'The close date has passed.', fix: 'Change the close date' },
  'no-currency': { text: () => 'Neither the deal nor the account names a currency.', fix: 'Set the currency' },
  'mixed-currencies': {
    text: (subject) =>
      `Line items are in different currencies${subject ? `: ${subject}` : ''}. They cannot be added up.`,
    fix: 'Open line items',
  },
  'tiered-price': {
    text: (subject) => `${of(subject, 'A line item')} has tiered pricing, which one price cannot stand for.`,
    fix: 'Open line items',
  },
  'zero-price': { text: (subject) => `${of(subject, 'A line item')} has a price of zero.`, fix: 'Open line items' },
  'bad-number': {
    text: (subject) => `${of(subject, 'A line item')} has a quantity, price or discount that cannot be right.`,
    fix: 'Open line items',
  },
  'price-expired': {
    text: (subject) => `The price of ${of(subject, 'a line item')} has ended on your rate card.`,
    fix: 'Open line items',
  },
  'price-off-card': {
    text: (subject) => `The price of ${of(subject, 'a line item')} differs from your rate card.`,
    fix: 'Open line items',
  },
  'amount-differs': {
    text: (subject) => `HubSpot’s amount for ${of(subject, 'a line item')} is not what its own figures give.`,
    fix: 'Open line items',
  },
  'no-activities': {
    text: () => 'There are no notes, e-mails, calls or meetings. The summary will be general.',
    fix: 'Open the deal',
  },
  'too-many-lines': { text: () => 'There are more line items than a proposal can hold.', fix: 'Open line items' },
};
