import { isRecordNotFound } from './client/errors.ts';
import { replies } from './client/schemas.ts';
import type { Transport } from './client/transport.ts';

/** Somebody who works in this account; undefined for customers, suspended people, and nobody. */
export async function findAgent(
  { get }: Transport,
  id: string,
  signal: AbortSignal,
): Promise<{ id: string; name: string } | undefined> {
  // Only a number: anything else would be another address.
  if (!/^[1-9]\d{0,19}$/.test(id)) return undefined;
  const reply = await get(`users/${id}.json`, {}, replies.me, signal).catch((thrown: unknown) => {
    if (isRecordNotFound(thrown)) return undefined;
    throw thrown;
  });
  const user = reply?.user;
  if (!user?.id || user.suspended || (user.role !== 'agent' && user.role !== 'admin')) return undefined;
  return { id: user.id, name: user.name ?? '' };
}
