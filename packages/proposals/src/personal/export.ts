import { proposals, proposalVersions, proposalWrites } from '@draftsmith/database/schema';
import type { AskedPerson } from '@draftsmith/personal-data';
import { asc } from 'drizzle-orm';
import { opened } from '../store/opened.ts';
import { openDealAbout } from '../store/proposal-row.ts';
import { placeOfVersion, type VersionWords } from '../store/version-words.ts';
import { type FindDeps, findProposals } from './find.ts';
import { isAmong } from './people-rows.ts';

/** Everything that is stored of a proposal about the person, opened. Who the reps are is their own data. */
export interface ExportedProposal {
  id: string;
  connector: string;
  account: string;
  resourceType: string;
  resourceId: string;
  url: string | null;
  dealName: string | null;
  foundBy: string[];
  askedAt: string;
  versions: {
    number: number;
    createdAt: string;
    how: string;
    provider: string;
    model: string;
    modelWritten: boolean;
    costUsd: string;
    /** Null where their key is gone. */
    content: VersionWords['content'] | null;
  }[];
  /** What stands in the source system: to be asked for there. */
  writes: { number: number; kind: string; artefactIds: string[]; url: string | null }[];
}

/** What the fields mean, for the person who gets the export; for its `fields`. */
export const EXPORTED_PROPOSAL_FIELDS = {
  proposals: 'Proposals that the company drafted for deals with you',
  'proposals.foundBy': 'How the proposal was found: by a noted address, number or name, or by words in it',
  'proposals.versions':
    'Each version: when and how it was made, by which model and for how much, and everything it says',
  'proposals.writes': 'Notes, files, quotes and tasks that were made of it in the company’s own system',
} as const satisfies Readonly<Record<string, string>>;

/** @throws AppError `invalid` for a person that nobody could be found by */
export async function exportProposals(deps: FindDeps, asked: AskedPerson): Promise<ExportedProposal[]> {
  const { orm, sealer } = deps;
  const { by } = await findProposals(deps, asked);
  const ids = [...by.keys()];
  const deals = await orm.select().from(proposals).where(isAmong(proposals.id, ids)).orderBy(asc(proposals.askedAt));
  const versions = await orm
    .select()
    .from(proposalVersions)
    .where(isAmong(proposalVersions.proposalId, ids))
    .orderBy(asc(proposalVersions.number));
  const writes = await orm.select().from(proposalWrites).where(isAmong(proposalWrites.proposalId, ids));
  return deals.map((deal) => {
    const { id, connector, account, resourceType, resourceId, url, askedAt } = deal;
    return {
      ...{ id, connector, account, resourceType, resourceId, url, askedAt: askedAt.toISOString() },
      dealName: openDealAbout(sealer, deal)?.dealName ?? null,
      foundBy: [...(by.get(id) ?? [])].sort(),
      versions: versions
        .filter((row) => row.proposalId === id)
        .map((row) => {
          const { number, createdAt, how, provider, model, modelWritten, costUsd, content } = row;
          const words = content === null ? null : opened<VersionWords>(() => sealer.open(content, placeOfVersion(row)));
          return {
            ...{ number, how, provider, model, modelWritten, costUsd, createdAt: createdAt.toISOString() },
            content: words?.content ?? null,
          };
        }),
      writes: writes
        .filter((row) => row.proposalId === id)
        .map(({ number, kind, artefactIds, url: at }) => ({ number, kind, artefactIds, url: at })),
    };
  });
}
