import { randomUUID } from 'node:crypto';
import type { ResourceRef } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import type { Sealer } from '@draftsmith/sealing';
import { aRequest, aVersion, DEAL, NOON, REP, wordsOf } from '../testing.ts';
import { createOperationStore, type Operation } from './operation-store.ts';
import { createVersionStore, type NewVersion } from './version-store.ts';

export interface Given {
  database: Database;
  sealer: Sealer;
  resource?: ResourceRef;
  at?: Date;
}

/** An operation that a worker has just begun with. */
export async function anOperation({ database, sealer, resource = DEAL, at = NOON }: Given): Promise<Operation> {
  const operations = createOperationStore(database, sealer, () => at);
  const words = wordsOf(aRequest({ what: 'generate', choices: { steer: 'Ask Anna Weber' } }, randomUUID()));
  const { operation } = await operations.start({ resource, userId: REP.id, words }, async () => {});
  const claimed = await operations.claim(operation.id);
  if (!claimed) throw new Error('Nothing to claim');
  return claimed;
}

/** A version, and the operation that made it, ended. */
export async function aStoredVersion(given: Given, version: NewVersion = aVersion()): Promise<Operation> {
  const { database, sealer, at = NOON } = given;
  const operation = await anOperation(given);
  const number = await createVersionStore(database, sealer, () => at).add(operation, version);
  await createOperationStore(database, sealer, () => at).finish(operation, number);
  return operation;
}
