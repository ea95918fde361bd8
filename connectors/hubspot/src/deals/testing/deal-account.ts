import type { AttachProposal, DealConnection, DraftQuote, PriceTable, ResourceRef } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import { type HubSpotOptions, type HubSpotSimulator, startHubSpot } from '@draftsmith/simulators/hubspot';
import { createHubSpotClient } from '../../client.ts';
import { createDealConnection } from '../connection.ts';

export const NOW = new Date('2026-11-20T10:00:00Z');
export const NO_SIGNAL = new AbortController().signal;

export interface RecordedRequest {
  method: string;
  path: string;
  /** JSON as it was sent; the options of an upload; undefined without a body. */
  body: unknown;
}

export interface DealAccount {
  hubspot: HubSpotSimulator;
  deals: DealConnection;
  warnings: string[];
  requests: RecordedRequest[];
  clock: { forward(ms: number): void };
  /** What each request goes through; a test puts its own in to break off there. */
  wire: { send: typeof fetch };
  ref(id: string): ResourceRef;
}

/** An account in the simulator and a connection to it, which remembers what it sent. Whoever starts it closes it. */
export async function startDealAccount(
  options: HubSpotOptions & { scopes?: readonly string[] } = {},
): Promise<DealAccount> {
  let time = NOW.getTime();
  const now = () => new Date(time);
  const hubspot = await startHubSpot({ clock: now, ...options });
  const portal = hubspot.portal();
  const token = portal.staticToken(options.scopes);
  const warnings: string[] = [];
  const requests: RecordedRequest[] = [];
  const wire = { send: fetch };
  const warn = (message: string) => warnings.push(message);
  const client = createHubSpotClient({
    baseUrl: hubspot.baseUrl,
    accessToken: async () => token,
    now,
    warn,
    fetch: async (input, init) => {
      requests.push(recorded(input, init));
      return wire.send(input, init);
    },
  });
  const account = String(portal.id);
  return {
    hubspot,
    warnings,
    requests,
    wire,
    deals: createDealConnection(client, { portalId: account }, { now, warn }),
    clock: {
      forward(ms) {
        time += ms;
      },
    },
    ref: (id) => ({ connector: 'hubspot', account, type: 'deal', id }),
  };
}

function recorded(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): RecordedRequest {
  const { pathname, search } = new URL(String(input));
  const { body, method = 'GET' } = init ?? {};
  const text = body instanceof FormData ? String(body.get('options')) : typeof body === 'string' ? body : undefined;
  return { method, path: pathname + search, body: text === undefined ? undefined : JSON.parse(text) };
}

/** Five items, two of them with discounts, one recurring: the sums are HubSpot's own arithmetic, by hand. */
export const LINE_ITEMS = [
  { name: 'Consulting', quantity: '10', price: '234.56', hs_discount_percentage: '20', hs_sku: 'C-1' },
  {
    name: 'Licence',
    quantity: '3',
    price: '99.90',
    discount: '10',
    recurringbillingfrequency: 'monthly',
    hs_recurring_billing_period: 'P12M',
  },
  { name: 'Setup', quantity: '1', price: '1500' },
] as const;
export const NETS = ['1876.48', '269.70', '1500'] as const;

/** A deal with all that a proposal needs. */
export function seedDeal({ hubspot }: Pick<DealAccount, 'hubspot'>) {
  const { seed, state } = hubspot.portal();
  // Two contacts with one address are refused.
  const email = `carla${state.records('contacts').length}@example.org`;
  return seed.deal({
    properties: {
      dealname: 'Rollout',
      deal_currency_code: 'EUR',
      closedate: '2026-12-24T23:30:00Z',
      amount: '3646.18',
    },
    contacts: [{ firstname: 'Carla', lastname: 'Muster', email, hs_language: 'de' }],
    companies: [{ name: 'Muster GmbH', domain: 'example.org' }],
    lineItems: LINE_ITEMS,
  });
}

export function attachment(resource: ResourceRef, change: Partial<AttachProposal> = {}): AttachProposal {
  return {
    resource,
    idempotencyKey: 'version-3',
    files: [
      { name: 'rollout-v3-1a2b3c4d.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.7 three') },
      { name: 'rollout-v3-1a2b3c4d.docx', contentType: 'application/octet-stream', bytes: Buffer.from('PK three') },
    ],
    note: {
      language: 'en',
      version: 3,
      title: 'Rollout',
      total: '€3,646.18',
      byName: 'Rep One',
      summary: [{ text: 'They want to begin soon.', sources: [{ title: 'Call', url: 'https://app.hubspot.com/x' }] }],
      modelWritten: true,
      model: 'model-1',
    },
    ...change,
  };
}

export function pricesOf(itemIds: readonly string[], change: (nets: string[]) => void = () => undefined): PriceTable {
  const nets: string[] = [...NETS];
  change(nets);
  return {
    currency: 'EUR',
    lines: itemIds.map((itemId, i) => ({
      itemId,
      name: LINE_ITEMS[i]?.name ?? '',
      quantity: LINE_ITEMS[i]?.quantity ?? '1',
      price: LINE_ITEMS[i]?.price ?? '0',
      subtotal: '0',
      discount: '0',
      net: nets[i] ?? '0',
      ...(i === 1 && { recurring: { every: 'month', term: 'P12M' } }),
    })),
    totals: [],
  };
}

export function quoteOf(
  resource: ResourceRef,
  itemIds: readonly string[],
  change: Partial<DraftQuote> = {},
): DraftQuote {
  return {
    resource,
    idempotencyKey: 'version-3',
    title: 'Rollout',
    expiresOn: '2026-12-31',
    locale: 'de-DE',
    prices: pricesOf(itemIds),
    coverLetter: 'Dear <Carla>,\n\nhere it is.',
    ...change,
  };
}

/**
 * As a job does: again and again, with the same key. Whatever fails must be an error of ours that says it can be repeated.
 * @throws what cannot be repeated, and the last failure after `tries`
 */
export async function untilDone<Value>(run: () => Promise<Value>, tries: number): Promise<Value> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await run();
    } catch (thrown) {
      if (!isAppError(thrown) || !thrown.retryable || failures >= tries) throw thrown;
    }
  }
}
