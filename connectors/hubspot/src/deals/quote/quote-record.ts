import type { CrmObject } from '../../client/schemas.ts';
import type { HubSpotClient } from '../../client.ts';
import { ASSOCIATION } from '../facts.ts';

/**
 * The only place that writes quotes. Its types know one state: a draft. Other states publish the quote at a public address,
 * and no value of these types can say them; a test reads the sources for any other place that could.
 */

interface EveryQuote {
  hs_title: string;
  /** YYYY-MM-DD. */
  hs_expiration_date: string;
  /** An account with a payment processor switches it on by itself. */
  hs_payment_enabled: 'false';
}

/** Quotes of Commerce Hub: they begin as drafts by themselves, and a state must not be sent. */
export interface CpqQuote extends EveryQuote {
  hs_template_type: 'CPQ_QUOTE';
  hs_billing_enabled: 'false';
  /** HTML. */
  hs_cover_letter?: string;
  hs_status?: never;
}

/** The older ones: without a state they could not be edited in HubSpot. */
export interface LegacyQuote extends EveryQuote {
  hs_status: 'DRAFT';
  hs_template_type?: never;
}

/** Ids of what the quote belongs to; one of each. */
export interface QuoteLinks {
  deal: string;
  template: string;
  contact: string | undefined;
  company: string | undefined;
}

/** Sent once: after a failure without an answer it may be there. */
export async function createQuoteRecord(
  client: HubSpotClient,
  quote: CpqQuote | LegacyQuote,
  links: QuoteLinks,
  signal: AbortSignal,
): Promise<CrmObject> {
  const associations = [
    linkTo(links.deal, ASSOCIATION.quoteToDeal),
    linkTo(links.template, ASSOCIATION.quoteToTemplate),
    ...(links.contact === undefined ? [] : [linkTo(links.contact, ASSOCIATION.quoteToContact)]),
    ...(links.company === undefined ? [] : [linkTo(links.company, ASSOCIATION.quoteToCompany)]),
  ];
  return client.createObject('quotes', { properties: { ...quote }, associations }, signal);
}

function linkTo(to: string, associationTypeId: number) {
  return { to, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }] } as const;
}
