import type { ClaimKind } from './types.ts';

/** What only a source settles: no opinion decides about it, and no rewording may change it. */
export const SETTLED_KINDS: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'number',
  'price',
  'percentage',
  'date',
  'time',
  'duration',
  'name',
  'link',
  'email',
  'order',
  'version',
  'promise',
]);
