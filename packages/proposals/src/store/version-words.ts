import type { ProposalContent, ProposalLook, ProseSectionKind } from '@draftsmith/contracts';
import type { proposalVersions } from '@draftsmith/database/schema';
import type { Sealer } from '@draftsmith/sealing';
import type { Baselines } from '../edited.ts';

/** What rests sealed of a version: all that its documents are made of, and what people did to it. */
export interface VersionWords {
  content: ProposalContent;
  /** Settings change; a version's documents do not. Its logo and Word file come with the template's revision. */
  look: Pick<ProposalLook, 'accent' | 'company' | 'footer'>;
  baselines: Baselines;
  /** Figures and names that a person typed and meant. */
  confirmed: Partial<Record<ProseSectionKind, readonly string[]>>;
  /** Who asked for it, where that is known. */
  byName: string | null;
}

type SealedVersion = Pick<typeof proposalVersions.$inferSelect, 'proposalId' | 'operationId'> & { content: string };

/** By the operation: a version gets its number when it is written. */
export const placeOfVersion = ({ proposalId, operationId }: Omit<SealedVersion, 'content'>) =>
  `proposal_versions.content/${proposalId}/${operationId}`;

/** @throws AppError `invalid` of the sealer: `sealing.key-missing`, `sealing.damaged` */
export function openVersion(sealer: Sealer, row: SealedVersion): VersionWords {
  return JSON.parse(sealer.open(row.content, placeOfVersion(row))) as VersionWords;
}

export function sealVersion(sealer: Sealer, at: Omit<SealedVersion, 'content'>, words: VersionWords): string {
  return sealer.seal(JSON.stringify(words), placeOfVersion(at));
}
