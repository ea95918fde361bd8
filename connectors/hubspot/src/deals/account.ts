import type { ConnectorPorts } from '@draftsmith/contracts';
import { AppError, isAppError } from '@draftsmith/errors';
import type { AccountInfo, Owner, Pipeline, TaxRate } from '../client/schemas.ts';
import type { HubSpotClient } from '../client.ts';
import { cached } from './cached.ts';
import { TYPE_ID } from './facts.ts';
import { type DiscountMeaning, discountMeaning } from './gather/discount.ts';

/** What holds for all deals of the account; read once in a while. */
export interface DealAccount {
  /** @throws AppError `invalid` for a token of another account: our proposals would land there */
  info(signal: AbortSignal): Promise<AccountInfo>;
  pipelines(signal: AbortSignal): Promise<readonly Pipeline[]>;
  /** By id; empty where the app may not read them. */
  taxRates(signal: AbortSignal): Promise<ReadonlyMap<string, TaxRate>>;
  discountMeans(signal: AbortSignal): Promise<DiscountMeaning>;
  /** Undefined where there is none, or the app may not read owners. */
  owner(id: string, by: 'id' | 'userId', signal: AbortSignal): Promise<Owner | undefined>;
}

/** An admin who mends a stage or a tax rate sees it after this. */
const TTL_MS = 5 * 60_000;

export function createDealAccount(
  client: HubSpotClient,
  { portalId }: { portalId: string },
  { now, warn }: Pick<ConnectorPorts, 'now' | 'warn'>,
): DealAccount {
  const keep = { ttlMs: TTL_MS, now };

  /** A permission that is not given leaves something out; everything else is a failure. */
  async function optionally<Value>(what: string, read: Promise<Value>): Promise<Value | undefined> {
    try {
      return await read;
    } catch (thrown) {
      if (!isAppError(thrown) || thrown.kind !== 'permission') throw thrown;
      warn(`Proposals are made without ${what}: ${thrown.message}`);
      return undefined;
    }
  }

  return {
    info: cached(async (signal) => {
      const info = await client.accountInfo(signal);
      if (info.portalId === portalId) return info;
      throw new AppError('invalid', `The token belongs to the account ${info.portalId}, and not to ${portalId}`, {
        code: 'hubspot.other-account',
      });
    }, keep),
    pipelines: cached((signal) => client.pipelines('deals', signal), keep),
    taxRates: cached(async (signal) => {
      const rates = await optionally('tax rates', client.taxRates(signal));
      return new Map(rates?.map((rate) => [rate.id, rate]));
    }, keep),
    discountMeans: cached(async (signal) => {
      const property = await optionally('unit discounts', client.property('line_items', 'discount', signal));
      return discountMeaning(property?.label);
    }, keep),
    owner: (id, by, signal) => optionally('names of owners', client.owner(id, by, signal)),
  };
}

/** As people know them; undefined for who has no name there. */
export function nameOf({ firstName, lastName, email }: Owner): string | undefined {
  return [firstName, lastName].filter(Boolean).join(' ') || email || undefined;
}

/** Address of a record for people; undefined where HubSpot does not say where its pages are. */
export function recordUrl({ uiDomain, portalId }: AccountInfo, typeId: string, id: string): string | undefined {
  if (!uiDomain || !/^[a-z0-9.-]+$/i.test(uiDomain)) return undefined;
  return `https://${uiDomain}/contacts/${portalId}/record/${typeId}/${encodeURIComponent(id)}`;
}

export const dealUrl = (info: AccountInfo, dealId: string) => recordUrl(info, TYPE_ID.deal, dealId);
