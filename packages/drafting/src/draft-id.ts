import { createHash } from 'node:crypto';
import type { DraftJob } from '@draftsmith/contracts';

/** The same delivery always has the same draft id (a UUID of version 8), so a repeated job finds its own row again. */
export function draftIdOf({
  connector,
  account,
  deliveryId,
}: Pick<DraftJob, 'connector' | 'account' | 'deliveryId'>): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([connector, account, deliveryId]))
    .digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
