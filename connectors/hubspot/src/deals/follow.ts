import type { DealFollowUp, ResourceRef } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import type { CrmObject, Pipeline } from '../client/schemas.ts';
import type { HubSpotClient } from '../client.ts';
import { BATCH_IDS } from '../facts.ts';
import type { DealAccount } from './account.ts';
import { UNCONFIRMED } from './facts.ts';
import { stageIn } from './gather/deal.ts';
import { momentOf, newestFirst, optional, propertyOf } from './properties.ts';

interface Ports {
  client: HubSpotClient;
  account: DealAccount;
  warn: (message: string) => void;
}

/** Mails of a deal that are looked through for one that left with the proposal. */
const MAX_MAILS = 2 * BATCH_IDS;

/** What became of a proposal: where the deal stands, and whether somebody sent it. */
export async function followDeal(
  resource: ResourceRef,
  attached: { fileIds: readonly string[]; at: string; quoteId?: string },
  { client, account, warn }: Ports,
  signal: AbortSignal,
): Promise<DealFollowUp> {
  const [deal, pipelines] = await Promise.all([
    orUndefined(client.getObject('deals', resource.id, ['dealstage', 'pipeline'], signal), ['not-found']),
    account.pipelines(signal),
  ]);
  if (!deal) return { gone: true };
  const optionally = async (read: Promise<string | undefined>) =>
    orUndefined(read, ['permission', 'not-found'], (message) =>
      warn(`Whether a proposal was sent is not known: ${message}`),
    );
  const [mailedAt, publishedAt] = await Promise.all([
    optionally(mailWith(resource.id, attached, client, signal)),
    attached.quoteId === undefined ? undefined : optionally(publicationOf(attached.quoteId, client, signal)),
  ]);
  const sentAt = [mailedAt, publishedAt].filter((at) => at !== undefined).toSorted()[0];
  return { gone: false, ...optional('stage', stageOf(deal, pipelines)), ...optional('sentAt', sentAt) };
}

function stageOf(deal: CrmObject, pipelines: readonly Pipeline[]): DealFollowUp['stage'] {
  const id = propertyOf(deal, 'dealstage');
  if (id === undefined) return undefined;
  const stage = stageIn(pipelines, id, propertyOf(deal, 'pipeline'));
  const { isClosed, probability } = stage?.metadata ?? {};
  const chance = Number(probability ?? Number.NaN);
  const isOpen = isClosed === undefined || isClosed === null ? chance > 0 && chance < 1 : isClosed !== 'true';
  const outcome = isOpen || Number.isNaN(chance) ? 'open' : chance >= 1 ? 'won' : 'lost';
  return { id, name: stage?.label ?? id, outcome };
}

/** When the first mail with one of the files left. */
async function mailWith(
  dealId: string,
  { fileIds, at }: { fileIds: readonly string[]; at: string },
  client: HubSpotClient,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (fileIds.length === 0) return undefined;
  const links = await client.associations('deals', dealId, 'emails', signal);
  const ids = links
    .map(({ id }) => id)
    .toSorted(newestFirst)
    .slice(0, MAX_MAILS);
  const properties = ['hs_timestamp', 'hs_email_direction', 'hs_attachment_ids'];
  const { found } = await client.batchRead('emails', ids, properties, signal);
  const since = Date.parse(at);
  const times = found.flatMap((mail) => {
    const files = (propertyOf(mail, 'hs_attachment_ids') ?? '').split(';').map((id) => id.trim());
    const moment = momentOf(propertyOf(mail, 'hs_timestamp'));
    const isSent = propertyOf(mail, 'hs_email_direction') === 'EMAIL' && files.some((id) => fileIds.includes(id));
    return isSent && moment !== undefined && Date.parse(moment) >= since ? [moment] : [];
  });
  return times.toSorted()[0];
}

/** We write drafts only: any state that shows a quote to the customer was set by a person. */
async function publicationOf(quoteId: string, client: HubSpotClient, signal: AbortSignal): Promise<string | undefined> {
  const quote = await client.getObject(
    'quotes',
    quoteId,
    ['hs_status', 'hs_quote_link', 'hs_lastmodifieddate'],
    signal,
  );
  const published: readonly string[] = UNCONFIRMED.publishedStates;
  const isOut =
    published.includes(propertyOf(quote, 'hs_status') ?? '') || propertyOf(quote, 'hs_quote_link') !== undefined;
  return isOut ? momentOf(propertyOf(quote, 'hs_lastmodifieddate')) : undefined;
}

async function orUndefined<Value>(
  value: Promise<Value>,
  kinds: readonly string[],
  tell: (message: string) => void = () => undefined,
): Promise<Value | undefined> {
  try {
    return await value;
  } catch (thrown) {
    if (!isAppError(thrown) || !kinds.includes(thrown.kind)) throw thrown;
    tell(thrown.message);
    return undefined;
  }
}
