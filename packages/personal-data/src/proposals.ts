import type { FoundBy } from './find-drafts.ts';
import type { AskedPerson } from './person.ts';

/** One proposal for a deal that is about the person: identifiers only. Times are ISO-8601. */
export interface ReportedProposal {
  id: string;
  connector: string;
  account: string;
  resourceType: string;
  resourceId: string;
  /** When the first version was asked for. */
  askedAt: string;
  foundBy: FoundBy[];
  /** Where a person opens the deal. */
  url: string | null;
  /** What was made of it in the source system, as that numbers it: note and files, a quote, a task. */
  written: { kind: 'attach' | 'quote' | 'approval'; artefactIds: string[]; url: string | null }[];
}

export interface FoundProposals {
  found: ReportedProposal[];
  /** Proposals that could not be searched, because the key to their words is gone. */
  unreadable: number;
}

/** Proposals are kept by a package of their own, which finds those about somebody. Without it there are none. */
export interface FindsProposals {
  findProposals?: (asked: AskedPerson) => Promise<FoundProposals>;
}

/** The same, opened and explained, for an export. */
export interface ExportsProposals {
  exportProposals?: {
    read: (asked: AskedPerson) => Promise<readonly { id: string }[]>;
    fields: Readonly<Record<string, string>>;
  };
}

export async function proposalsOf({ findProposals }: FindsProposals, asked: AskedPerson): Promise<FoundProposals> {
  return findProposals ? findProposals(asked) : { found: [], unreadable: 0 };
}

/** Something of a proposal that stands in the source system: to be removed there. */
export type ArtefactOfProposal = Pick<ReportedProposal, 'connector' | 'account' | 'resourceType' | 'resourceId'> &
  ReportedProposal['written'][number];

export function artefactsOf(found: readonly ReportedProposal[]): ArtefactOfProposal[] {
  return found.flatMap(({ connector, account, resourceType, resourceId, written }) =>
    written.map((one) => ({ connector, account, resourceType, resourceId, ...one })),
  );
}
