import { randomUUID } from 'node:crypto';
import type { AssistFailure, AssistRequest, AssistStep, ResourceRef } from '@draftsmith/contracts';
import { type Database, type Orm, storable } from '@draftsmith/database';
import { assistOperations as operations } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import type { Sealer } from '@draftsmith/sealing';
import { and, desc, eq, notInArray, or, sql } from 'drizzle-orm';
import type { What } from '../request.ts';
import { type OperationResult, openOperation, sealRequest, sealResult } from './operation-words.ts';

/** What an agent asked for, opened. */
export interface Operation {
  id: string;
  resource: ResourceRef;
  what: What;
  agentId: string;
  /** Null where the name is not known, or its key is gone. */
  byName: string | null;
  /** Null where its key is gone: nothing can be done then. */
  request: AssistRequest | null;
  step: AssistStep;
  state: 'running' | 'done' | 'failed';
  result: OperationResult | null;
  failure: AssistFailure | null;
  createdAt: Date;
}

export interface NewOperation {
  resource: ResourceRef;
  agent: { id: string; name: string };
  request: AssistRequest;
}

export interface OperationStore {
  /**
   * Of all who want another text of one ticket at once, one starts and the others join it.
   *
   * @param enqueue puts the job into the queue within the same transaction
   */
  start(
    given: NewOperation,
    enqueue: (id: string, within: Orm) => Promise<void>,
  ): Promise<{ kind: 'started' | 'known' | 'joined'; operation: Operation }>;
  find(resource: ResourceRef, id: string): Promise<Operation | undefined>;
  /** For the job; undefined once it has ended, or was forgotten. */
  running(id: string): Promise<Operation | undefined>;
  /** Of one ticket, the newest first. */
  runningOf(resource: ResourceRef): Promise<Operation[]>;
  step(id: string, step: AssistStep): Promise<void>;
  finish(id: string, result?: OperationResult): Promise<void>;
  fail(id: string, failure: AssistFailure): Promise<void>;
}

/** These change no text: several may run beside each other. */
export const READ_ONLY = ['translate', 'summarise'] as const satisfies What[];

/** The other one may end in between: then the next try starts. */
const TRIES = 5;

export function createOperationStore(database: Database, sealer: Sealer, now: () => Date): OperationStore {
  const { orm } = database;
  const opened = (row: Row | undefined) => row && openOperation(sealer, row);
  const end = async (id: string, set: Partial<Row>) => {
    await orm
      .update(operations)
      .set({ ...set, step: 'done', finishedAt: now() })
      .where(and(eq(operations.id, id), eq(operations.state, 'running')));
  };

  return {
    async start(given, enqueue) {
      const row = toRow(sealer, given, now());
      for (let n = 0; n < TRIES; n += 1) {
        const placed = await orm.transaction((tx) => place(tx, row, enqueue));
        if (placed) return { kind: placed.kind, operation: openOperation(sealer, placed.row) };
      }
      throw new AppError('unavailable', 'The ticket is busy: try again', { code: 'assist.busy' });
    },
    async find(resource, id) {
      const [row] = await orm
        .select()
        .from(operations)
        .where(and(isOn(resource), eq(operations.id, id)));
      return opened(row);
    },
    async running(id) {
      const [row] = await orm
        .select()
        .from(operations)
        .where(and(eq(operations.id, id), eq(operations.state, 'running')));
      return opened(row);
    },
    async runningOf(resource) {
      const rows = await orm
        .select()
        .from(operations)
        .where(and(isOn(resource), eq(operations.state, 'running')))
        .orderBy(desc(operations.createdAt));
      return rows.map((row) => openOperation(sealer, row));
    },
    async step(id, step) {
      await orm
        .update(operations)
        .set({ step })
        .where(and(eq(operations.id, id), eq(operations.state, 'running')));
    },
    finish: (id, result) => end(id, { state: 'done', ...(result && { result: sealResult(sealer, id, result) }) }),
    fail: (id, failure) => end(id, { state: 'failed', failure }),
  };
}

export type Row = typeof operations.$inferSelect;
type NewRow = typeof operations.$inferInsert;

function toRow(sealer: Sealer, { resource, agent, request }: NewOperation, createdAt: Date): NewRow {
  const id = randomUUID();
  const { connector, account, type: resourceType, id: resourceId } = resource;
  return {
    ...{ id, connector, account, resourceType, resourceId, createdAt },
    requestId: request.requestId,
    what: request.revise.kind,
    agentId: agent.id,
    request: sealRequest(sealer, id, { ...storable(request), byName: agent.name }),
    step: 'queued',
    state: 'running',
  };
}

/** @returns undefined when whom we would have joined ended just now. */
async function place(tx: Orm, row: NewRow, enqueue: (id: string, within: Orm) => Promise<void>) {
  const onTicket = isOn({ ...row, type: row.resourceType, id: row.resourceId });
  const mine = and(
    onTicket,
    or(eq(operations.requestId, row.requestId), sql`${row.requestId} = any(${operations.joined})`),
  );
  const known = async () => (await tx.select().from(operations).where(mine).limit(1))[0];
  const before = await known();
  if (before) return { kind: 'known' as const, row: before };

  const [started] = await tx.insert(operations).values(row).onConflictDoNothing().returning();
  if (started) {
    await enqueue(started.id, tx);
    return { kind: 'started' as const, row: started };
  }
  const meanwhile = await known();
  if (meanwhile) return { kind: 'known' as const, row: meanwhile };
  const [joined] = await tx
    .update(operations)
    .set({ joined: sql`array_append(${operations.joined}, ${row.requestId})` })
    .where(and(onTicket, eq(operations.state, 'running'), notInArray(operations.what, [...READ_ONLY])))
    .returning();
  return joined && { kind: 'joined' as const, row: joined };
}

export function isOn({ connector, account, type, id }: ResourceRef) {
  return and(
    eq(operations.connector, connector),
    eq(operations.account, account),
    eq(operations.resourceType, type),
    eq(operations.resourceId, id),
  );
}
