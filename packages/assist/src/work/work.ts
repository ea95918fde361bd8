import type {
  AccountPolicy,
  AssistFailure,
  AssistStep,
  Connection,
  DraftBrief,
  DraftContext,
  DraftingRules,
  DraftState,
  Gathered,
  KnownPerson,
} from '@draftsmith/contracts';
import type { DraftReplyDeps } from '@draftsmith/drafting';
import type { Logger } from '@draftsmith/logger';
import { voiceOf } from '@draftsmith/rules';
import type { Operation } from '../store/operation-store.ts';
import type { OperationResult } from '../store/operation-words.ts';
import type { OwnDraft } from '../store/own-draft.ts';
import type { DraftRow } from '../store/ticket-drafts.ts';
import type { Version, VersionStore } from '../store/version-store.ts';

/** What all operations work with. */
export interface WorkDeps extends DraftReplyDeps {
  /** The connection to an account; undefined when it is not set up (any more). */
  connectionOf: (connector: string, account: string) => Connection | undefined;
  /** What an account has decided on privacy and truth. */
  policyOf: (connector: string, account: string) => Promise<AccountPolicy>;
  /** What an account has decided on how drafts sound. */
  rulesOf: (connector: string, account: string) => Promise<DraftingRules>;
  /** Notes whom a draft is about; anything but `noted` says that their data or words went after the message had come. */
  people: { note(draftId: string, people: readonly KnownPerson[]): Promise<'noted' | 'erased' | 'removed'> };
  logger: Logger;
  /** Told after each change of a draft that a person might be looking at in the console. */
  onChange?: (change: { id: string; state: DraftState }) => void;
}

/** One operation under way. */
export interface Work {
  deps: WorkDeps;
  operation: Operation;
  connection: Connection;
  policy: AccountPolicy;
  versions: VersionStore;
  ownDraft: OwnDraft;
  /** Of the ticket, the newest first. */
  rows: readonly DraftRow[];
  signal: AbortSignal;
  /** Nobody tries again after this: what cannot be done now has failed. */
  lastTry: boolean;
  step: (step: AssistStep) => Promise<void>;
}

export type Ended = { kind: 'done'; result?: OperationResult } | { kind: 'failed'; failure: AssistFailure };

export function gather({ connection, operation, signal }: Work): Promise<Gathered> {
  return connection.gatherContext(operation.resource, signal);
}

/** As far as it is known; a ticket that needs no reply can still be read. */
export function contextIn(gathered: Gathered, { operation }: Work): DraftContext | undefined {
  if (gathered.kind === 'context') return gathered.context;
  const { seen } = gathered;
  return seen && { ...seen, resource: operation.resource, revision: '', freshness: '', people: [], sources: [] };
}

export async function briefOf({ deps, connection, operation }: Work, context: DraftContext): Promise<DraftBrief> {
  const { connector, account } = operation.resource;
  const rules = await deps.rulesOf(connector, account);
  return connection.describeDraft(context, voiceOf(rules, context.facts?.brand));
}

/** For budgets: over all accounts, and no name. */
export function payerOf({ operation: { resource, agentId } }: Work): string {
  return `${resource.connector}:${resource.account}:${agentId}`;
}

export async function isErased({ deps }: Work, draftId: string, context: DraftContext): Promise<boolean> {
  return (await deps.people.note(draftId, [context.customer, ...context.people])) !== 'noted';
}

/** For what is made of a ticket without a draft of its own: whoever is in it now is noted with the newest one. */
export async function isTicketErased(work: Work, context: DraftContext): Promise<boolean> {
  const [newest] = work.rows;
  return newest !== undefined && (await isErased(work, newest.id, context));
}

/** The version that was on screen, or the newest of the ticket; undefined when there is none. */
export async function baseOf({
  operation,
  rows,
  versions,
}: Work): Promise<{ row: DraftRow; base: Version } | undefined> {
  const wanted = operation.request?.base;
  const row = rows.find(({ id, content }) => (wanted ? id === wanted.id : content !== null));
  if (!row) return undefined;
  const all = await versions.of(row);
  const base = wanted ? all.find(({ number }) => number === wanted.version) : all.at(-1);
  return base && { row, base };
}
