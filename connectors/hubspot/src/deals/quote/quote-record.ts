import type { CrmObject } from '../../client/schemas.ts';
import type { HubSpotClient } from '../../client.ts';
import { ASSOCIATION } from '../facts.ts';
import { optional } from '../properties.ts';
import type { QuoteTemplate } from './templates.ts';

/**
 * The only place that writes quotes. Its types know one state: a draft. Other states publish the quote at a public address,
 * and no value of these types can say them; a test reads the sources for any other place that could.
 */

interface EveryQuote {
  hs_title: string;
  hs_expiration_date: string;
  /** An account with a payment processor switches it on by itself. */
  hs_payment_enabled: 'false';
}

/** Quotes of Commerce Hub: they begin as drafts by themselves, and a state must not be sent. */
interface CpqQuote extends EveryQuote {
  hs_template_type: 'CPQ_QUOTE';
  hs_billing_enabled: 'false';
  hs_cover_letter?: string;
  hs_status?: never;
}

/** The older ones: without a state they could not be edited in HubSpot. */
interface LegacyQuote extends EveryQuote {
  hs_status: 'DRAFT';
  hs_template_type?: never;
}

export interface QuoteText {
  title: string;
  /** YYYY-MM-DD. */
  expiresOn: string;
  /** HTML; only the newer kind of quotes has one. */
  coverLetter: string | undefined;
}

/** Ids of what the quote belongs to; one of each. */
export interface QuoteLinks {
  deal: string;
  contact: string | undefined;
  company: string | undefined;
}

/** Sent once: after a failure without an answer it may be there. */
export async function createQuoteRecord(
  client: HubSpotClient,
  { template, text, links }: { template: QuoteTemplate; text: QuoteText; links: QuoteLinks },
  signal: AbortSignal,
): Promise<CrmObject> {
  const associations = [
    linkTo(links.deal, ASSOCIATION.quoteToDeal),
    linkTo(template.id, ASSOCIATION.quoteToTemplate),
    ...(links.contact === undefined ? [] : [linkTo(links.contact, ASSOCIATION.quoteToContact)]),
    ...(links.company === undefined ? [] : [linkTo(links.company, ASSOCIATION.quoteToCompany)]),
  ];
  return client.createObject('quotes', { properties: { ...quoteOf(template, text) }, associations }, signal);
}

function quoteOf({ product }: QuoteTemplate, { title, expiresOn, coverLetter }: QuoteText): CpqQuote | LegacyQuote {
  const every = { hs_title: title, hs_expiration_date: expiresOn, hs_payment_enabled: 'false' } as const;
  if (product === 'legacy') return { ...every, hs_status: 'DRAFT' };
  const cpq = { hs_template_type: 'CPQ_QUOTE', hs_billing_enabled: 'false' } as const;
  return { ...every, ...cpq, ...optional('hs_cover_letter', coverLetter) };
}

function linkTo(to: string, associationTypeId: number) {
  return { to, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }] } as const;
}
