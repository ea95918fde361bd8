import type { ActivityBudget, DealContext, GatheredDeal, ResourceRef } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import type { AccountInfo, CrmObject, Owner } from '../../client/schemas.ts';
import type { HubSpotClient } from '../../client.ts';
import { digestOf } from '../../digest.ts';
import { type DealAccount, dealUrl, nameOf, recordUrl } from '../account.ts';
import { UNCONFIRMED } from '../facts.ts';
import { type History, type HistoryPorts, listActivities, readActivities } from '../history/read.ts';
import { selectActivities } from '../history/select.ts';
import { optional, propertyOf } from '../properties.ts';
import { readAll } from '../read-all.ts';
import { DEAL_PROPERTIES, dealOf } from './deal.ts';
import { inOrder, LINE_ITEM_PROPERTIES, lineItemOf } from './line-items.ts';
import { COMPANY_PROPERTIES, CONTACT_PROPERTIES, companyOf, contactsOf } from './people.ts';

export interface GatherPorts {
  client: HubSpotClient;
  account: DealAccount;
  now: () => Date;
  warn: HistoryPorts['warn'];
}

/**
 * Everything that a proposal is made from, in two rounds of calls that run side by side: what hangs on the deal, then what
 * is in it. Reads only.
 */
export async function gatherDeal(
  resource: ResourceRef,
  budget: ActivityBudget,
  ports: GatherPorts,
  signal: AbortSignal,
): Promise<GatheredDeal> {
  const { account } = ports;
  const [root, info, pipelines, taxRates, discountMeans] = await Promise.all([
    readRoot(resource.id, ports, signal),
    account.info(signal),
    account.pipelines(signal),
    account.taxRates(signal),
    account.discountMeans(signal),
  ]);
  if (!root) return { kind: 'skip', reason: 'deleted' };

  const read = await readLinked(root, info, ports, signal);
  const urlOf = (typeId: string, id: string) => recordUrl(info, typeId, id);
  const url = dealUrl(info, resource.id);
  const given = {
    deal: dealOf(root.deal, info, pipelines),
    contacts: contactsOf(read.contacts, root.contacts, urlOf),
    ...optional('company', companyOf(read.companies, root.companies, urlOf)),
    lineItems: inOrder(read.lineItems).map((item) => lineItemOf(item, { discountMeans, taxRates })),
    ...optional('owner', ownerOf(read.owner)),
    account: { timeZone: info.timeZone, ...optional('currency', info.companyCurrency ?? undefined) },
    links: url === undefined ? {} : { deal: url, lineItems: url, contacts: url, company: url },
  } satisfies Partial<DealContext>;
  const activities = selectActivities(read.history.activities, budget, ports.now());
  const context: DealContext = {
    resource,
    revision: revisionOf(given, read.history),
    ...given,
    activities,
    activitiesLeft: read.history.ids.length - activities.length,
  };
  return { kind: 'deal', context };
}

/** The deal and the ids of what hangs on it; undefined when it is gone. */
async function readRoot(dealId: string, { client, warn }: GatherPorts, signal: AbortSignal) {
  const linked = (to: 'contacts' | 'companies' | 'line_items') => client.associations('deals', dealId, to, signal);
  try {
    const [deal, contacts, companies, lineItems, activityIds] = await Promise.all([
      client.getObject('deals', dealId, DEAL_PROPERTIES, signal),
      linked('contacts'),
      linked('companies'),
      linked('line_items'),
      listActivities(dealId, { client, warn }, signal),
    ]);
    return { deal, contacts, companies, lineItems, activityIds };
  } catch (thrown) {
    if (isAppError(thrown) && thrown.code === 'resource-gone') return undefined;
    throw thrown;
  }
}

type Root = NonNullable<Awaited<ReturnType<typeof readRoot>>>;

interface Linked {
  contacts: readonly CrmObject[];
  companies: readonly CrmObject[];
  lineItems: readonly CrmObject[];
  owner: Owner | undefined;
  history: History;
}

async function readLinked(
  root: Root,
  info: AccountInfo,
  { client, account, warn }: GatherPorts,
  signal: AbortSignal,
): Promise<Linked> {
  const ids = (links: readonly { id: string }[]) => links.map(({ id }) => id);
  const url = dealUrl(info, root.deal.id);
  const urlOf = (id: string) => (url === undefined ? undefined : `${url}?${UNCONFIRMED.activityParameter}=${id}`);
  const ownerId = propertyOf(root.deal, 'hubspot_owner_id');
  const [contacts, companies, lineItems, owner, history] = await Promise.all([
    readAll(client, 'contacts', ids(root.contacts), CONTACT_PROPERTIES, signal),
    readAll(client, 'companies', ids(root.companies), COMPANY_PROPERTIES, signal),
    readAll(client, 'line_items', ids(root.lineItems), LINE_ITEM_PROPERTIES, signal),
    ownerId === undefined ? undefined : account.owner(ownerId, 'id', signal),
    readActivities(root.activityIds, { client, warn, urlOf }, signal),
  ]);
  return { contacts, companies, lineItems, owner, history };
}

function ownerOf(owner: Owner | undefined): DealContext['owner'] {
  const name = owner && nameOf(owner);
  if (!owner || name === undefined) return undefined;
  return { id: owner.id, name, ...optional('email', owner.email ?? undefined) };
}

/**
 * Over everything that was read, whatever the budget let through: a look with a small budget and a proposal with a large one
 * agree. Our own notes are not part of it, or writing one would make every proposal out of date.
 */
function revisionOf(given: object, history: History): string {
  const activities = history.activities
    .map(({ id, at, title = '', text }) => [id, at, title, text])
    .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const ids = history.ids.toSorted();
  return digestOf(JSON.stringify([given, ids, activities])).slice(0, 32);
}
