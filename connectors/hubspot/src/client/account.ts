import { isAppError } from '@draftsmith/errors';
import { PATHS } from '../facts.ts';
import { type RateLimit, rateLimitOf } from './fair-share.ts';
import type { ObjectType } from './objects.ts';
import {
  type AccountInfo,
  accountInfo,
  type Owner,
  owner,
  ownerPage,
  type Pipeline,
  type Property,
  pipelines,
  property,
  type TaxRate,
  taxRates,
} from './schemas.ts';
import { checked, idIn, type Transport } from './transport.ts';

/** What holds for the whole account; nothing is cached here. */
export interface Account {
  accountInfo(signal: AbortSignal): Promise<AccountInfo>;
  /** The same call, for what its answer says of the clock and the limits. */
  probe(
    signal: AbortSignal,
  ): Promise<{ info: AccountInfo; serverTime: Date | undefined; limit: RateLimit | undefined }>;
  /** Active owners, at most 2,000. */
  owners(signal: AbortSignal): Promise<readonly Owner[]>;
  /** By an owner's id, or by that of a user (signed requests name users). Undefined where there is none. */
  owner(id: string, by: 'id' | 'userId', signal: AbortSignal): Promise<Owner | undefined>;
  pipelines(type: 'deals', signal: AbortSignal): Promise<readonly Pipeline[]>;
  /** Definition of one property; undefined where the account has none of this name. */
  property(type: ObjectType, name: string, signal: AbortSignal): Promise<Property | undefined>;
  taxRates(signal: AbortSignal): Promise<readonly TaxRate[]>;
  /** Ends a workflow's waiting; false where nobody waits any more. */
  completeCallback(
    callbackId: string,
    outputFields: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<boolean>;
}

const OWNER_PAGES = 20;

export function createAccount({ request, send }: Transport, learnZone: (timeZone: string) => void): Account {
  async function probe(signal: AbortSignal) {
    const { json, headers } = await send({ method: 'GET', path: PATHS.accountInfo }, signal);
    const info = checked(json, accountInfo);
    learnZone(info.timeZone);
    const at = Date.parse(headers.get('date') ?? '');
    return { info, serverTime: Number.isNaN(at) ? undefined : new Date(at), limit: rateLimitOf(headers) };
  }

  return {
    probe,
    accountInfo: async (signal) => (await probe(signal)).info,

    async owners(signal) {
      const all: Owner[] = [];
      let after: string | undefined;
      for (let page = 0; page < OWNER_PAGES; page += 1) {
        const query = { limit: 100, archived: false, after };
        const { results, paging } = await request({ method: 'GET', path: PATHS.owners, query }, ownerPage, signal);
        all.push(...results);
        const next = paging?.next?.after;
        if (next === undefined || next === after) break;
        after = next;
      }
      return all;
    },

    owner: (id, by, signal) =>
      orUndefined(
        request({ method: 'GET', path: `${PATHS.owners}/${idIn(id)}`, query: { idProperty: by } }, owner, signal),
      ),

    pipelines: async (type, signal) =>
      (await request({ method: 'GET', path: `${PATHS.pipelines}/${type}` }, pipelines, signal)).results,

    property: (type, name, signal) =>
      orUndefined(request({ method: 'GET', path: `${PATHS.properties}/${type}/${idIn(name)}` }, property, signal)),

    taxRates: async (signal) => (await request({ method: 'GET', path: PATHS.taxRates }, taxRates, signal)).results,

    async completeCallback(callbackId, outputFields, signal) {
      const path = `${PATHS.callbacks}/${idIn(callbackId)}/complete`;
      const done = await orUndefined(send({ method: 'POST', path, json: { outputFields, typedOutputs: {} } }, signal));
      return done !== undefined;
    },
  };
}

async function orUndefined<Value>(value: Promise<Value>): Promise<Value | undefined> {
  try {
    return await value;
  } catch (thrown) {
    if (isAppError(thrown) && thrown.code === 'resource-gone') return undefined;
    throw thrown;
  }
}
