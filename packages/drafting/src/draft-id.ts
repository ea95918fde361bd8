import { createHash } from 'node:crypto';
import type { DraftContext, DraftJob } from '@draftsmith/contracts';

/** The same delivery always has the same draft id (a UUID of version 8), so a repeated job finds its own row again. */
export function draftIdOf({
  connector,
  account,
  deliveryId,
}: Pick<DraftJob, 'connector' | 'account' | 'deliveryId'>): string {
  const hex = digestOf([connector, account, deliveryId]);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * The same message has the same key, whoever drafts for it and however often: what write-back recognises its own work by,
 * be it the server's or the command line's.
 */
export function messageKeyOf({ resource, revision }: Pick<DraftContext, 'resource' | 'revision'>): string {
  return digestOf([resource.connector, resource.account, resource.type, resource.id, revision]).slice(0, 32);
}

function digestOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
