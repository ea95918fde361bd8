import type { Citation, DraftCheck } from '@draftsmith/contracts';
import type { draftVersions } from '@draftsmith/database/schema';
import type { Sealer } from '@draftsmith/sealing';

/** What rests sealed of a version. */
export interface VersionWords {
  text: string;
  citations: readonly Citation[];
  check: DraftCheck | null;
  /** Who asked for it, where that is known. */
  byName: string | null;
  steer: string | null;
}

type SealedVersion = Pick<typeof draftVersions.$inferSelect, 'draftId' | 'operationId' | 'content'>;

/** By the operation: a version gets its number when it is written. */
export const placeOfVersion = ({ draftId, operationId }: Omit<SealedVersion, 'content'>) =>
  `draft_versions.content/${draftId}/${operationId}`;

/** @throws AppError `invalid` of the sealer: `sealing.key-missing`, `sealing.damaged` */
export function openVersion(sealer: Sealer, row: SealedVersion): VersionWords {
  return JSON.parse(sealer.open(row.content, placeOfVersion(row))) as VersionWords;
}

export function sealVersion(sealer: Sealer, at: Omit<SealedVersion, 'content'>, words: VersionWords): string {
  return sealer.seal(JSON.stringify(words), placeOfVersion(at));
}
