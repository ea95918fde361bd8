import type { ResourceRef } from '@draftsmith/contracts';
import type { Rep } from '@draftsmith/proposals';
import type { Accounts } from '../accounts.ts';

/**
 * Who somebody of a signed request is, by the source system's own word. Their number is proven by the signature; a name is
 * for people to read, and nothing waits long for it.
 */
export type KnownReps = (resource: ResourceRef, userId: string) => Promise<Rep>;

/** Milliseconds until a name is asked for again, and that it may take. */
const [KNOWN, PATIENCE] = [10 * 60_000, 3_000];
const MOST = 5_000;

export function createKnownReps(accounts: Pick<Accounts, 'find'>, now: () => number): KnownReps {
  const known = new Map<string, { rep: Promise<Rep>; at: number }>();
  return async ({ connector, account }, id) => {
    const key = JSON.stringify([connector, account, id]);
    const before = known.get(key);
    if (before && now() - before.at < KNOWN) return before.rep;
    const deals = accounts.find(connector, account)?.connection.deals;
    const rep = nameOf(deals?.person(id, AbortSignal.timeout(PATIENCE)), id);
    known.delete(key);
    known.set(key, { rep, at: now() });
    // The oldest is the first.
    if (known.size > MOST) known.delete(known.keys().next().value ?? '');
    return rep;
  };
}

async function nameOf(asked: Promise<{ name: string } | undefined> | undefined, id: string): Promise<Rep> {
  const found = await asked?.catch(() => undefined);
  return { id, ...(found && { name: found.name }) };
}
