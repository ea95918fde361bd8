import { randomUUID } from 'node:crypto';
import {
  type Connection,
  DEFAULT_POLICY,
  DEFAULT_RULES,
  type DraftContext,
  type Gathered,
} from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { sealContent } from '@draftsmith/drafting';
import type { JobContext } from '@draftsmith/jobs';
import { createAnalyser } from '@draftsmith/knowledge';
import type { Completer, CompletionRequest, CompletionResult } from '@draftsmith/llm';
import { silentLogger } from '@draftsmith/logger';
import type { Sealer } from '@draftsmith/sealing';
import type { WorkDeps } from './work/work.ts';

export const NOON = new Date('2026-11-22T12:00:00.000Z');
export const TICKET = { connector: 'desk', account: 'acme', type: 'ticket', id: '7' };
export const BEN = { id: '12', name: 'Ben Agent' };
export const ADA = { id: '11', name: 'Ada Admin' };

export const TEXT = 'Dear Priya,\n\nA refund takes 5 working days after we receive the goods.\n\nKind regards';

/** A finished draft of the ticket; `words` null for one without. */
export async function aDraft(
  { orm }: Database,
  sealer: Sealer,
  { words = TEXT, ...changed }: Partial<typeof drafts.$inferInsert> & { words?: string | null } = {},
): Promise<typeof drafts.$inferSelect> {
  const id = changed.id ?? randomUUID();
  const { connector, account, type: resourceType, id: resourceId } = TICKET;
  const written = { language: 'en', provider: 'openai', model: 'm', modelWritten: true, costUsd: '0.01' };
  const [row] = await orm
    .insert(drafts)
    .values({
      ...{ id, connector, account, resourceType, resourceId, revision: 'c1', deliveryId: `d-${id}` },
      ...{ state: 'drafted', outcome: { kind: 'drafted' }, receivedAt: NOON, finishedAt: NOON },
      ...(words !== null && {
        ...written,
        content: sealContent(sealer, id, { text: words, citations: [], check: null }),
      }),
      ...changed,
    })
    .returning();
  if (!row) throw new Error('An insert returned no row');
  return row;
}

const question = 'I am Priya Raman. How long does a refund take after I return the goods?';

export function aContext(changed: Partial<DraftContext> = {}): DraftContext {
  return {
    resource: TICKET,
    revision: 'c1',
    freshness: 't1',
    subject: 'Refund',
    turns: [{ role: 'customer', text: question, at: '2026-11-20T10:00:00Z', authorName: 'Priya Raman' }],
    customer: { name: 'Priya Raman', email: 'priya@example.com' },
    people: [],
    sources: [
      {
        ...{ id: 'article:1', kind: 'article', title: 'How long does a refund take?', visibility: 'public' },
        text: 'A refund takes 5 working days after we receive the returned goods.',
        locale: 'en',
      },
    ],
    ...changed,
  };
}

/** A source system whose answers are set from outside. */
export function aConnection(gathered: () => Gathered | Promise<Gathered>, more: Partial<Connection> = {}): Connection {
  return {
    gatherContext: async () => gathered(),
    describeDraft: () => ({ instructions: 'Be kind.', maxOutputTokens: 300 }),
    writeBack: () => Promise.reject(new Error('Nothing is written back from beside a ticket')),
    check: async () => ({ identity: 'me' }),
    ...more,
  };
}

/** Answers by what it is asked, and remembers it. A string is an answer of a model. */
export function aCompleter(
  answer: (request: CompletionRequest) => string | Exclude<CompletionResult, { kind: 'answered' }>,
): Completer & { requests: CompletionRequest[]; caches: (string | undefined)[] } {
  const requests: CompletionRequest[] = [];
  const caches: (string | undefined)[] = [];
  return {
    requests,
    caches,
    async complete(request, options) {
      requests.push(request);
      caches.push(options?.cache);
      const said = answer(request);
      if (typeof said !== 'string') return said;
      return {
        kind: 'answered',
        completion: {
          ...{ id: 'x', text: said, provider: 'openai', model: 'm', modelWritten: true, ms: 1, cache: 'miss' },
          ...{ usage: { inputTokens: 1, outputTokens: 1 }, cost: { usd: '0.002' }, attempts: [], skipped: [] },
          traceId: '0'.repeat(32),
        },
      };
    },
  };
}

export function workDeps(connection: Connection, completer: Completer, more: Partial<WorkDeps> = {}): WorkDeps {
  return {
    completer,
    analyser: createAnalyser(),
    connectionOf: () => connection,
    policyOf: async () => DEFAULT_POLICY,
    rulesOf: async () => DEFAULT_RULES,
    people: { note: async () => 'noted' },
    logger: silentLogger,
    ...more,
  };
}

export function aTry(more: Partial<JobContext> = {}): JobContext {
  return { signal: new AbortController().signal, enqueuedAt: NOON, lastTry: false, mayWait: true, ...more };
}
