import { createAssist, createAssistProcessor, type FindSimilar } from '@draftsmith/assist';
import { secretNames } from '@draftsmith/installations';
import { hasOpenJobOf } from '@draftsmith/jobs';
import type { Router } from 'express';
import type { Parts } from '../parts.ts';
import { assistRouter } from './assist-router.ts';

export interface OpenAssistOptions {
  similar: FindSimilar;
  onSeen?: (connector: string, account: string) => void;
}

/** The web half: what the app beside a ticket asks. */
export function openAssist(
  { accounts, database, queue, sealing }: Pick<Parts, 'accounts' | 'database' | 'queue' | 'sealing'>,
  { similar, onSeen }: OpenAssistOptions,
): Router {
  const connectionOf = (connector: string, account: string) => accounts.find(connector, account)?.connection;
  const assist = createAssist({
    ...{ database, connectionOf, similar, sealer: sealing.sealer },
    enqueue: (operationId, within) => queue.enqueue('assist', [{ operationId }], within),
    isOpen: async (operationId) => (await queue.stillOpen('assist', [{ operationId }])).length > 0,
    hasOpenDelivery: ({ connector, account, type: resourceType, id: resourceId }) =>
      hasOpenJobOf(database.orm, 'draft', { connector, account, resourceType, resourceId }),
    now: () => new Date(),
  });
  return assistRouter({
    ...{ assist, connectionOf, ...(onSeen && { onSeen }) },
    secretOf: (connector, account) => sealing.secrets.get(secretNames({ connector, account }).sidebar),
    now: () => new Date(),
  });
}

/** Somebody waits for each: they do not queue behind drafts. */
const CONCURRENCY = 8;

/** The worker half. */
export async function workAssist(
  { queue, database, sealing, changes }: Parts,
  shared: Omit<Parameters<typeof createAssistProcessor>[0], 'database' | 'sealer' | 'now' | 'onChange'>,
): Promise<void> {
  const process = createAssistProcessor({
    ...shared,
    ...{ database, sealer: sealing.sealer, now: () => new Date(), onChange: changes.publish },
  });
  await queue.work('assist', CONCURRENCY, process);
}
