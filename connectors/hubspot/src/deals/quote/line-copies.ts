import { AppError, isAppError } from '@draftsmith/errors';
import type { NewObject } from '../../client/objects.ts';
import type { CrmObject } from '../../client/schemas.ts';
import type { HubSpotClient } from '../../client.ts';
import { BATCH_IDS } from '../../facts.ts';
import { ASSOCIATION } from '../facts.ts';
import { isNothing } from '../gather/discount.ts';
import { propertyOf } from '../properties.ts';
import { readAll } from '../read-all.ts';

/**
 * What a copy takes over. Not the product: HubSpot fills in from it whatever the line leaves empty, and would make a line
 * that is paid once a recurring one.
 */
const COPIED = [
  'name',
  'description',
  'hs_sku',
  'quantity',
  'price',
  'hs_line_item_currency_code',
  'recurringbillingfrequency',
  'hs_recurring_billing_period',
  'hs_recurring_billing_start_date',
  'hs_tax_rate_group_id',
  'hs_pricing_model',
] as const;

const READ_BACK = [...COPIED, 'discount', 'hs_discount_percentage', 'amount', 'hs_position_on_quote'] as const;
/** Times that the rest of a batch is sent again of which HubSpot made only some. */
const MAX_ROUNDS = 3;

/**
 * Copies line items of a deal to its quote: an item belongs to one parent, and linking the deal's own would take them away
 * from it. A batch is made whole or not at all, so as many as are there tell which batches were written; what a person
 * changed in the draft since then stays as it is.
 *
 * @returns the quote's line items as HubSpot computed them, in the order of `itemIds` where nobody moved them
 */
export async function copyLineItems(
  client: HubSpotClient,
  { quoteId, itemIds }: { quoteId: string; itemIds: readonly string[] },
  signal: AbortSignal,
): Promise<CrmObject[]> {
  let present = await readCopies(client, quoteId, signal);
  if (present.length === 0 || present.length < itemIds.length) {
    const found = await readAll(client, 'line_items', itemIds, READ_BACK, signal);
    const copies = found.map((item, position) => copyOf(item, quoteId, position));
    for (let start = 0; start < copies.length; start += BATCH_IDS) {
      if (present.length > start) continue;
      present = await writeBatch(client, { quoteId, batch: copies.slice(start, start + BATCH_IDS), present }, signal);
    }
  }
  return present.toSorted((a, b) => positionOf(a) - positionOf(b));
}

async function writeBatch(
  client: HubSpotClient,
  { quoteId, batch, present }: { quoteId: string; batch: readonly NewObject[]; present: readonly CrmObject[] },
  signal: AbortSignal,
): Promise<CrmObject[]> {
  let missing = batch;
  for (let round = 1; ; round += 1) {
    try {
      await client.batchCreate('line_items', missing, signal);
    } catch (thrown) {
      if (!isAppError(thrown) || signal.aborted) throw thrown;
      const isPartial = thrown.code === 'hubspot.partial-write';
      if (!isPartial && thrown.kind !== 'timeout' && thrown.kind !== 'unavailable') throw thrown;
      const now = await readCopies(client, quoteId, signal).catch(() => [...present]);
      if (now.length === present.length || (isPartial && round === MAX_ROUNDS)) throw thrown;
      const positions = new Set(now.map(positionOf));
      missing = batch.filter(({ properties }) => !positions.has(Number(properties.hs_position_on_quote)));
      if (missing.length > 0 && round < MAX_ROUNDS) continue;
      return now;
    }
    return readCopies(client, quoteId, signal);
  }
}

async function readCopies(client: HubSpotClient, quoteId: string, signal: AbortSignal): Promise<CrmObject[]> {
  const links = await client.associations('quotes', quoteId, 'line_items', signal);
  const ids = links.map(({ id }) => id);
  return readAll(client, 'line_items', ids, READ_BACK, signal);
}

const positionOf = (item: CrmObject) => Number.parseInt(propertyOf(item, 'hs_position_on_quote') ?? '-1', 10);

function copyOf(item: CrmObject, quoteId: string, position: number): NewObject {
  const given = COPIED.flatMap((name) => {
    const value = propertyOf(item, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: ASSOCIATION.lineItemToQuote }] as const;
  return {
    properties: { ...Object.fromEntries(given), ...discountProperty(item), hs_position_on_quote: String(position) },
    associations: [{ to: quoteId, types }],
  };
}

/** Never both: nobody knows which of them HubSpot would apply. */
function discountProperty(item: CrmObject): Record<string, string> {
  const set = (['discount', 'hs_discount_percentage'] as const).flatMap((name) => {
    const value = propertyOf(item, name);
    return value === undefined || isNothing(value) ? [] : [[name, value] as const];
  });
  if (set.length > 1)
    throw new AppError('invalid', 'A line item has two discounts, an amount and a percentage', {
      code: 'hubspot.two-discounts',
    });
  return Object.fromEntries(set);
}
