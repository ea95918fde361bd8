import type {
  AssistOperation,
  AssistRating,
  AssistRequest,
  AssistView,
  Connection,
  InsertCheck,
  ResourceRef,
} from '@draftsmith/contracts';
import type { Database, Orm } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import type { Sealer } from '@draftsmith/sealing';
import { failureOf } from './failures.ts';
import { createFreshness } from './freshness.ts';
import { createMissing, type FindSimilar } from './missing.ts';
import type { VersionRef } from './request.ts';
import { createOperationStore, type Operation, READ_ONLY } from './store/operation-store.ts';
import { createRatingStore } from './store/rating-store.ts';
import { type DraftRow, draftsOf } from './store/ticket-drafts.ts';
import { createVersionStore, type Version } from './store/version-store.ts';
import { standingOf, toAssistDraft, toAssistOperation } from './view.ts';

export interface Agent {
  id: string;
  name: string;
}

export interface AssistDeps {
  database: Database;
  sealer: Sealer;
  connectionOf: (connector: string, account: string) => Connection | undefined;
  similar: FindSimilar;
  /** Puts the job of an operation into the queue, within the transaction that stores it. */
  enqueue: (operationId: string, within: Orm) => Promise<void>;
  /** Whether the job of an operation is still to be done. */
  isOpen: (operationId: string) => Promise<boolean>;
  /** Whether a delivery about the ticket still waits, or is worked on. */
  hasOpenDelivery: (resource: ResourceRef) => Promise<boolean>;
  now: () => Date;
  /** Aborts after so many milliseconds. */
  timeout?: (ms: number) => AbortSignal;
}

/** What an agent sees and does beside a ticket. Nothing here waits for a model. */
export interface Assist {
  view(resource: ResourceRef, agent: Agent): Promise<AssistView>;
  /** @returns `known` for a request that came before: nothing is started twice. */
  start(
    resource: ResourceRef,
    agent: Agent,
    request: AssistRequest,
  ): Promise<{ known: boolean; operation: AssistOperation }>;
  /** @throws AppError `not-found` */
  operation(resource: ResourceRef, id: string): Promise<AssistOperation>;
  /** @throws AppError `not-found`; `unavailable` or `timeout` when the source system does not say how the ticket stands */
  insert(
    resource: ResourceRef,
    agent: Agent,
    insertion: { draft: VersionRef; revision: string | null },
  ): Promise<InsertCheck>;
  /** @throws AppError `not-found` */
  rate(resource: ResourceRef, agent: Agent, version: VersionRef, rating: AssistRating): Promise<void>;
}

/** Milliseconds after which it is asked whether anybody still works on an operation: jobs are not lost in between. */
const SUSPECT = 60_000;

export function createAssist(deps: AssistDeps): Assist {
  const { database, sealer, now } = deps;
  const { orm } = database;
  const operations = createOperationStore(database, sealer, now);
  const versions = createVersionStore(database, sealer, now);
  const ratings = createRatingStore(orm, sealer, now);
  const freshness = createFreshness({ ...deps, now: () => now().getTime() });
  const missingOf = createMissing(deps);

  /** One whose last try was killed would hold the ticket for ever. */
  const alive = async (operation: Operation): Promise<boolean> => {
    if (operation.state !== 'running' || now().getTime() - operation.createdAt.getTime() < SUSPECT) return true;
    if (await deps.isOpen(operation.id)) return true;
    await operations.fail(operation.id, failureOf('broke-off'));
    return false;
  };
  const runningOf = async (resource: ResourceRef): Promise<Operation[]> => {
    const running = await operations.runningOf(resource);
    const living = await Promise.all(running.map(alive));
    return running.filter((_, i) => living[i]);
  };
  const versionOf = async (resource: ResourceRef, { id, version }: VersionRef) => {
    const rows = await draftsOf(orm, resource);
    const row = rows.find((one) => one.id === id);
    const found = row && (await versions.of(row)).find(({ number }) => number === version);
    if (!row || !found) throw notFound('There is no such version of a draft for this ticket');
    return { rows, row };
  };
  const wordsOf = async (row: DraftRow, agent: Agent) => {
    const [all, own] = [await versions.of(row), await ratings.of(row.id, agent.id)];
    const shown = (version: Version) => toAssistDraft(version, own.get(version.number));
    return all.map(shown).reverse();
  };

  return {
    async view(resource, agent) {
      const [rows, jobOpen, running] = await Promise.all([
        draftsOf(orm, resource),
        deps.hasOpenDelivery(resource),
        runningOf(resource),
      ]);
      const shown = running.find(({ what }) => !isReadOnly(what)) ?? running.find((one) => one.agentId === agent.id);
      const view: AssistView = {
        ...EMPTY,
        ticketId: resource.id,
        agent,
        running: shown ? toAssistOperation(shown) : null,
      };
      const standing = standingOf(rows, jobOpen);
      if (standing.state === 'none' || standing.state === 'waiting') return { ...view, state: standing.state };
      const { row } = standing;
      const { revision } = row;
      if (standing.state === 'failed') return { ...view, state: 'failed', revision, failure: standing.failure };
      if (standing.state === 'skipped') {
        const { skipped } = standing;
        const missing = skipped.reason === 'no-source' ? await missingOf(row) : null;
        return { ...view, state: 'skipped', revision, skipped, missing };
      }
      const [draft = null, ...earlier] = await wordsOf(row, agent);
      if (!draft) return { ...view, state: 'failed', revision, failure: UNREADABLE };
      const since = revision === null ? 'unknown' : await freshness.since(resource, revision);
      return { ...view, state: since === 'customer' ? 'stale' : 'ready', draft, earlier, revision };
    },
    async start(resource, agent, request) {
      await runningOf(resource);
      const { kind, operation } = await operations.start({ resource, agent, request }, deps.enqueue);
      return { known: kind === 'known', operation: toAssistOperation(operation) };
    },
    async operation(resource, id) {
      const found = await operations.find(resource, id);
      if (!found) throw notFound('There is no such operation for this ticket');
      const shown = (await alive(found)) ? found : await operations.find(resource, id);
      return toAssistOperation(shown ?? found);
    },
    async insert(resource, agent, { draft, revision }) {
      const { rows, row } = await versionOf(resource, draft);
      // A newer message has come to us already: nobody has to be asked.
      const overtaken = rows.some((other) => other.receivedAt > row.receivedAt && other.revision !== null);
      const isCurrent = row.revision !== null && (revision === null || revision === row.revision) && !overtaken;
      const verdict = isCurrent ? await freshness.verdict(resource, row.revision ?? '') : 'newer-message';
      await ratings.inserted({ ...draft, agentId: agent.id }, verdict);
      return { verdict };
    },
    async rate(resource, agent, version, rating) {
      await versionOf(resource, version);
      await ratings.rate({ ...version, agentId: agent.id }, rating);
    },
  };
}

const EMPTY = {
  state: 'none',
  draft: null,
  earlier: [],
  skipped: null,
  missing: null,
  failure: null,
  running: null,
  revision: null,
} as const;

const UNREADABLE = {
  message: 'The draft does not open: its key is gone. Ask whoever runs this server',
  retryable: false,
};

function isReadOnly(what: Operation['what']): boolean {
  return READ_ONLY.some((one) => one === what);
}

function notFound(message: string): AppError {
  return new AppError('not-found', message, { code: 'assist.not-found' });
}
