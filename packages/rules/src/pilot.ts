import { createHash } from 'node:crypto';
import type { ResourceRef } from '@draftsmith/contracts';

const WHOLE = 2 ** 32;

/**
 * Whether a resource belongs to a share of all of them. The same one always gets the same answer, and a share that grows
 * keeps all that were in it: each has a place of its own between 0 and 100, and the share takes those below it.
 *
 * @param percent 0 to 100
 */
export function isInShare(resource: ResourceRef, percent: number): boolean {
  const { connector, account, type, id } = resource;
  const digest = createHash('sha256')
    .update(JSON.stringify(['pilot', connector, account, type, id]))
    .digest();
  return (digest.readUInt32BE(0) / WHOLE) * 100 < percent;
}
