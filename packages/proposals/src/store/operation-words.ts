import type { ProposalProblem, ProposalProblemCode, ProposalRequest, ResourceRef } from '@draftsmith/contracts';
import type { proposalOperations, proposals } from '@draftsmith/database/schema';
import type { Sealer } from '@draftsmith/sealing';
import { problemOf } from '../problems.ts';
import { opened } from './opened.ts';
import type { Operation } from './operation-store.ts';

/** What rests sealed of an operation while it runs. */
export interface OperationWords {
  request: ProposalRequest;
  byName: string | null;
  /** An automation's: nothing is written when the newest version rests on what the deal says now. */
  preparing: boolean;
  /** Words that make an activity relevant, where the deal was looked at a moment before. */
  relevant?: readonly string[];
}

type Detail = Pick<ProposalProblem, 'message' | 'words' | 'gaps'>;

export const placeOfRequest = (id: string) => `proposal_operations.request/${id}`;
export const placeOfDetail = (id: string) => `proposal_operations.detail/${id}`;

export function sealRequest(sealer: Sealer, id: string, words: OperationWords): string {
  return sealer.seal(JSON.stringify(words), placeOfRequest(id));
}

export function sealDetail(sealer: Sealer, id: string, { message, words, gaps }: ProposalProblem): string {
  const detail: Detail = { message, ...(words && { words }), ...(gaps && { gaps }) };
  return sealer.seal(JSON.stringify(detail), placeOfDetail(id));
}

interface Joined {
  operation: typeof proposalOperations.$inferSelect;
  deal: Pick<typeof proposals.$inferSelect, 'connector' | 'account' | 'resourceType' | 'resourceId'>;
}

export function openOperation(sealer: Sealer, { operation: row, deal }: Joined): Operation {
  const { id, proposalId, requestId, what, userId, step, state, fence, version, callbacks, createdAt } = row;
  const words = opened<OperationWords>(() => sealer.open(row.request, placeOfRequest(id)));
  const { connector, account, resourceType: type, resourceId } = deal;
  return {
    ...{ id, proposalId, requestId, what, userId, step, state, fence, version, callbacks, createdAt },
    resource: { connector, account, type, id: resourceId } satisfies ResourceRef,
    byName: words?.byName ?? null,
    request: words?.request ?? null,
    preparing: words?.preparing ?? false,
    relevant: words?.relevant ?? null,
    problem: problemIn(sealer, row),
  };
}

function problemIn(sealer: Sealer, row: typeof proposalOperations.$inferSelect): ProposalProblem | null {
  if (row.problem === null) return null;
  const { id, detail } = row;
  const said = detail === null ? undefined : opened<Detail>(() => sealer.open(detail, placeOfDetail(id)));
  return { ...problemOf(row.problem as ProposalProblemCode), ...said };
}
