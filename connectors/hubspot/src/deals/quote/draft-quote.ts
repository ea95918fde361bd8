import type { DraftQuote, QuoteReceipt } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import type { CrmObject } from '../../client/schemas.ts';
import { recordUrl } from '../account.ts';
import { TYPE_ID, UNCONFIRMED } from '../facts.ts';
import { firstByTies } from '../gather/people.ts';
import { optional } from '../properties.ts';
import type { WritePorts } from '../write/attach.ts';
import { escapeText, shortened } from '../write/escape.ts';
import { findMarked } from '../write/find-marked.ts';
import { markerOf } from '../write/marker.ts';
import { once } from '../write/once.ts';
import { differenceOf, QUOTE_PROPERTIES } from './compare.ts';
import { copyLineItems } from './line-copies.ts';
import { createQuoteRecord } from './quote-record.ts';
import { quoteTemplates } from './templates.ts';

const TITLE_LENGTH = 200;

/**
 * A draft of a quote with copies of the deal's line items; a person publishes it, or nobody. The reference in its title lets
 * a repetition find it, and the number of its lines which of them were written.
 */
export async function draftQuote(write: DraftQuote, ports: WritePorts, signal: AbortSignal): Promise<QuoteReceipt> {
  const { client, account } = ports;
  const info = await account.info(signal);
  const marker = markerOf('quote', write.idempotencyKey);
  const where = { dealId: write.resource.id, type: 'quotes', property: 'hs_title', marker } as const;
  const { kind, value } = await once({
    find: () => findMarked(client, where, [], signal),
    create: () => createQuote(write, marker, ports, signal),
    signal,
  });
  const itemIds = write.prices.lines.map(({ itemId }) => itemId);
  const copies = await copyLineItems(client, { quoteId: value.id, itemIds }, signal);
  const [quote, taxRates] = await Promise.all([
    client.getObject('quotes', value.id, QUOTE_PROPERTIES, signal),
    account.taxRates(signal),
  ]);
  const detail = differenceOf({ quote, copies }, write.prices, taxRates);
  const found = { quoteId: value.id, ...optional('url', recordUrl(info, TYPE_ID.quote, value.id)) };
  return detail === undefined ? { kind, ...found } : { kind: 'differs', ...found, detail };
}

async function createQuote(
  write: DraftQuote,
  marker: string,
  { client }: WritePorts,
  signal: AbortSignal,
): Promise<CrmObject> {
  const dealId = write.resource.id;
  const [templates, contacts, companies] = await Promise.all([
    quoteTemplates(client, write.locale, signal),
    client.associations('deals', dealId, 'contacts', signal),
    client.associations('deals', dealId, 'companies', signal),
  ]);
  const links = { deal: dealId, contact: firstByTies(contacts, 'contact'), company: firstByTies(companies, 'company') };
  const text = {
    title: `${shortened(write.title, TITLE_LENGTH)} [${marker}]`,
    expiresOn: write.expiresOn,
    coverLetter: write.coverLetter ? letterHtml(write.coverLetter) : undefined,
  };
  for (const [i, template] of templates.entries()) {
    try {
      return await createQuoteRecord(client, { template, text, links }, signal);
    } catch (thrown) {
      // Refused, so nothing was made: the account's other kind of quote may be allowed.
      const isRefused = isAppError(thrown) && (thrown.kind === 'permission' || thrown.kind === 'invalid');
      if (!isRefused || i === templates.length - 1) throw thrown;
    }
  }
  throw new Error('quoteTemplates gives at least one');
}

/** Whole paragraphs, as many as have room. */
function letterHtml(text: string): string {
  let html = '';
  for (const paragraph of text.split(/\n{2,}/)) {
    const next = `<p>${escapeText(paragraph.trim()).replaceAll('\n', '<br>')}</p>`;
    if (html.length + next.length > UNCONFIRMED.coverLetterMaxLength) break;
    html += next;
  }
  return html;
}
