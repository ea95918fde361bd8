import { randomUUID } from 'node:crypto';
import type { ProposalOperation, ProposalProblem, ProposalStep, ResourceRef } from '@draftsmith/contracts';
import { type Database, type Orm, storable } from '@draftsmith/database';
import { proposalOperations as operations, proposals } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import type { Sealer } from '@draftsmith/sealing';
import { and, desc, eq, or, sql } from 'drizzle-orm';
import { superseded } from '../problems.ts';
import { type OperationWords, openOperation, sealDetail, sealRequest } from './operation-words.ts';
import { isOn, proposalOf } from './proposal-row.ts';

/** What somebody asked for, opened. */
export interface Operation {
  id: string;
  proposalId: string;
  resource: ResourceRef;
  requestId: string;
  what: ProposalOperation['what'];
  /** Null for an automation. */
  userId: string | null;
  byName: string | null;
  /** Null where its key is gone: nothing can be done then. */
  request: OperationWords['request'] | null;
  preparing: boolean;
  relevant: readonly string[] | null;
  step: ProposalStep;
  state: ProposalOperation['state'];
  /** Which try this is of. */
  fence: number;
  version: number | null;
  problem: ProposalProblem | null;
  /** Workflows that wait for its end. */
  callbacks: readonly string[];
  createdAt: Date;
}

export interface NewOperation {
  resource: ResourceRef;
  userId: string | null;
  words: OperationWords;
  callbackId?: string;
}

export type Enqueue = (operationId: string, within: Orm) => Promise<void>;

/** `busy`: another one is under way on the deal, and is given. */
export type Started = { kind: 'started' | 'known' | 'joined' | 'busy'; operation: Operation };

export interface OperationStore {
  /**
   * Of all who start on one deal at once, one does. What an automation asks for joins whatever is under way.
   *
   * @param enqueue puts the job into the queue within the same transaction
   */
  start(given: NewOperation, enqueue: Enqueue): Promise<Started>;
  find(resource: ResourceRef, id: string): Promise<Operation | undefined>;
  byRequest(resource: ResourceRef, requestId: string): Promise<Operation | undefined>;
  runningOf(resource: ResourceRef): Promise<Operation | undefined>;
  /** For the job: also one that has ended, as long as somebody waits to be told. */
  claim(id: string): Promise<Operation | undefined>;
  /** @throws AppError with code `proposals.superseded` for any try but the newest */
  step(operation: Operation, step: ProposalStep): Promise<void>;
  /** @returns false for any try but the newest */
  finish(operation: Operation, version: number | null): Promise<boolean>;
  fail(operation: Operation, problem: ProposalProblem): Promise<boolean>;
  told(id: string, callbackId: string): Promise<void>;
}

const LIFE_MS = 24 * 60 * 60_000;
/** The other one may end in between: then the next try starts. */
const TRIES = 5;

export function createOperationStore(database: Database, sealer: Sealer, now: () => Date): OperationStore {
  const { orm } = database;
  const mine = ({ id, fence }: Operation) =>
    and(eq(operations.id, id), eq(operations.fence, fence), eq(operations.state, 'running'));
  const one = async (where: ReturnType<typeof and>): Promise<Operation | undefined> => {
    const [row] = await joined(orm).where(where).orderBy(desc(operations.createdAt)).limit(1);
    return row && openOperation(sealer, row);
  };
  const end = async (operation: Operation, set: Partial<typeof operations.$inferInsert>): Promise<boolean> => {
    const ended = await orm
      .update(operations)
      .set({ ...set, step: 'done', finishedAt: now() })
      .where(mine(operation))
      .returning({ id: operations.id });
    return ended.length > 0;
  };

  return {
    async start(given, enqueue) {
      for (let n = 0; n < TRIES; n += 1) {
        const placed = await orm.transaction((tx) => place(tx, { sealer, given, at: now() }, enqueue));
        if (placed) return { kind: placed.kind, operation: openOperation(sealer, placed.row) };
      }
      throw new AppError('unavailable', 'The deal is busy: try again', { code: 'proposals.busy' });
    },
    find: (resource, id) => one(and(isOn(resource), eq(operations.id, id))),
    byRequest: (resource, requestId) => one(and(isOn(resource), isAskedBy(requestId))),
    runningOf: (resource) => one(and(isOn(resource), eq(operations.state, 'running'))),
    async claim(id) {
      await orm
        .update(operations)
        .set({ fence: sql`${operations.fence} + 1` })
        .where(and(eq(operations.id, id), eq(operations.state, 'running')));
      return one(eq(operations.id, id));
    },
    async step(operation, step) {
      const set = await orm.update(operations).set({ step }).where(mine(operation)).returning({ id: operations.id });
      if (set.length === 0) throw superseded();
    },
    finish: (operation, version) => end(operation, { state: 'done', version }),
    fail: (operation, problem) =>
      end(operation, {
        ...{ state: 'failed', problem: problem.code },
        detail: sealDetail(sealer, operation.id, storable(problem)),
      }),
    async told(id, callbackId) {
      await orm
        .update(operations)
        .set({ callbacks: sql`array_remove(${operations.callbacks}, ${callbackId})` })
        .where(eq(operations.id, id));
    },
  };
}

const joined = (orm: Pick<Orm, 'select'>) =>
  orm
    .select({ operation: operations, deal: proposals })
    .from(operations)
    .innerJoin(proposals, eq(proposals.id, operations.proposalId));

const isAskedBy = (requestId: string) =>
  or(eq(operations.requestId, requestId), sql`${requestId} = any(${operations.joined})`);

interface Placing {
  sealer: Sealer;
  given: NewOperation;
  at: Date;
}

/** @returns undefined when whoever was in the way ended just now */
async function place(tx: Orm, { sealer, given, at }: Placing, enqueue: Enqueue) {
  const { resource, userId, words, callbackId } = given;
  const { requestId } = words.request;
  const on = isOn(resource);
  const known = async () =>
    (
      await joined(tx)
        .where(and(on, isAskedBy(requestId)))
        .limit(1)
    )[0];
  const before = await known();
  if (before) return { kind: 'known' as const, row: before };

  const deal = await proposalOf(tx, resource, at);
  const id = randomUUID();
  const [operation] = await tx
    .insert(operations)
    .values({
      ...{ id, proposalId: deal.id, requestId, what: words.request.what, userId, step: 'queued', state: 'running' },
      request: sealRequest(sealer, id, storable(words)),
      ...(callbackId !== undefined && { callbacks: [callbackId] }),
      ...{ createdAt: at, expiresAt: new Date(at.getTime() + LIFE_MS) },
    })
    .onConflictDoNothing()
    .returning();
  if (operation) {
    await enqueue(id, tx);
    return { kind: 'started' as const, row: { operation, deal } };
  }
  const meanwhile = await known();
  if (meanwhile) return { kind: 'known' as const, row: meanwhile };
  if (!words.preparing) {
    const [row] = await joined(tx)
      .where(and(on, eq(operations.state, 'running')))
      .limit(1);
    return row && { kind: 'busy' as const, row };
  }
  const [running] = await tx
    .update(operations)
    .set({
      joined: sql`array_append(${operations.joined}, ${requestId})`,
      ...(callbackId !== undefined && { callbacks: sql`array_append(${operations.callbacks}, ${callbackId})` }),
    })
    .where(and(eq(operations.proposalId, deal.id), eq(operations.state, 'running')))
    .returning();
  return running && { kind: 'joined' as const, row: { operation: running, deal } };
}
