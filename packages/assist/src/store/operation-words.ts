import type { AssistRequest } from '@draftsmith/contracts';
import type { assistOperations } from '@draftsmith/database/schema';
import type { Sealer } from '@draftsmith/sealing';
import type { Operation } from './operation-store.ts';
import { readable } from './readable.ts';

/** A translation or a summary. */
export interface OperationResult {
  text: string;
  /** ISO 639-1. */
  language: string;
}

type SealedRequest = AssistRequest & { byName: string };

export const placeOfRequest = (id: string) => `assist_operations.request/${id}`;
export const placeOfResult = (id: string) => `assist_operations.result/${id}`;

export function sealRequest(sealer: Sealer, id: string, request: SealedRequest): string {
  return sealer.seal(JSON.stringify(request), placeOfRequest(id));
}

export function sealResult(sealer: Sealer, id: string, result: OperationResult): string {
  return sealer.seal(JSON.stringify(result), placeOfResult(id));
}

export function openOperation(sealer: Sealer, row: typeof assistOperations.$inferSelect): Operation {
  const { id, connector, account, resourceType, resourceId, what, agentId, step, state, failure, createdAt } = row;
  const request = opened<SealedRequest>(sealer, row.request, placeOfRequest(id));
  const { byName = null, ...asked } = request ?? {};
  return {
    ...{ id, what, agentId, step, state, createdAt },
    resource: { connector, account, type: resourceType, id: resourceId },
    byName: byName || null,
    request: request ? (asked as AssistRequest) : null,
    result: row.result === null ? null : opened<OperationResult>(sealer, row.result, placeOfResult(id)),
    failure: failure as Operation['failure'],
  };
}

function opened<Value>(sealer: Sealer, sealed: string, place: string): Value | null {
  return readable(() => JSON.parse(sealer.open(sealed, place)) as Value) ?? null;
}
