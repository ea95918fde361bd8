import type { ActivityBudget, Connection, DealConnection, DealContext, ResourceRef } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { refused } from './problems.ts';

/** What a person who looks is shown of a deal's history; a proposal is written from more. */
const GLANCE: ActivityBudget = { characters: 2_000, relevant: [] };
/** Milliseconds that a look is believed: a card looks again and again while something is under way. */
const YOUNG = 5_000;
/** The platform gives up at 15 s. */
const PATIENCE = 10_000;
/** Deals that are remembered. */
const MOST = 500;

export type ConnectionOf = (connector: string, account: string) => Connection | undefined;

export interface DealLook {
  /** @throws AppError as the connection does; Refused `not-connected`, `not-found` */
  at(resource: ResourceRef): Promise<DealContext>;
  /** What was seen a moment ago, if it was. */
  known(resource: ResourceRef): Promise<DealContext | undefined>;
}

export interface DealLookDeps {
  connectionOf: ConnectionOf;
  now: () => Date;
  /** Aborts after so many milliseconds. */
  timeout?: (ms: number) => AbortSignal;
}

/** Deals as they stand now. Several who look at one share what was read. */
export function createDealLook({ connectionOf, now, timeout = AbortSignal.timeout }: DealLookDeps): DealLook {
  const seen = new Map<string, { deal: Promise<DealContext>; at: number }>();
  const young = (key: string) => {
    const last = seen.get(key);
    return last && now().getTime() - last.at < YOUNG ? last.deal : undefined;
  };
  const read = (resource: ResourceRef, key: string): Promise<DealContext> => {
    const signal = timeout(PATIENCE);
    const deal = withinTime(readDeal(dealsOf(connectionOf, resource), resource, GLANCE, signal), signal);
    seen.delete(key);
    seen.set(key, { deal, at: now().getTime() });
    // The oldest is the first.
    if (seen.size > MOST) seen.delete(seen.keys().next().value ?? '');
    // A failure is not believed at all.
    deal.catch(() => seen.get(key)?.deal === deal && seen.delete(key));
    return deal;
  };

  return {
    at: async (resource) => {
      const key = keyOf(resource);
      return young(key) ?? read(resource, key);
    },
    known: async (resource) => young(keyOf(resource))?.catch(() => undefined),
  };
}

/** @throws Refused `not-connected` */
export function dealsOf(connectionOf: ConnectionOf, { connector, account }: ResourceRef): DealConnection {
  const deals = connectionOf(connector, account)?.deals;
  if (!deals) throw refused('not-connected');
  return deals;
}

/** @throws Refused `not-found` for one that is gone; AppError as the connection does */
export async function readDeal(
  deals: DealConnection,
  resource: ResourceRef,
  budget: ActivityBudget,
  signal: AbortSignal,
): Promise<DealContext> {
  const gathered = await deals.gather(resource, budget, signal);
  if (gathered.kind === 'skip') throw refused('not-found');
  return gathered.context;
}

/** A connection ends with its signal; nobody waits for one that does not. */
function withinTime<Value>(asked: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const late = new Promise<never>((_, reject) => {
    const fail = () => reject(new AppError('timeout', 'The deal could not be read in time: try again'));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
  return Promise.race([asked, late]);
}

function keyOf({ connector, account, type, id }: ResourceRef): string {
  return JSON.stringify([connector, account, type, id]);
}
