import type {
  AccountPolicy,
  DealConnection,
  DealContext,
  KnownPerson,
  ProposalChoices,
  ProposalSettings,
  ProposalStep,
} from '@draftsmith/contracts';
import type { Logger } from '@draftsmith/logger';
import type { ProposalTemplate } from '@draftsmith/proposal-settings';
import {
  relevantWords,
  type WritingDeps,
  type WritingInput,
  type writeProposal,
  type writeSection,
} from '@draftsmith/proposal-writing';
import { type ConnectionOf, readDeal } from '../deal-look.ts';
import type { RateCardPort, SettingsPort, TemplatesPort } from '../ports.ts';
import { refused } from '../problems.ts';
import type { Operation } from '../store/operation-store.ts';
import type { VersionRow, VersionStore, Writer } from '../store/version-store.ts';
import type { VersionWords } from '../store/version-words.ts';
import type { WriteStore } from '../store/write-store.ts';
import type { Documents } from './documents.ts';

/** What all operations work with. */
export interface WorkDeps {
  connectionOf: ConnectionOf;
  settings: SettingsPort;
  templates: TemplatesPort;
  rateCard: RateCardPort;
  /** What an account has decided on privacy and truth. */
  policyOf: (connector: string, account: string) => Promise<AccountPolicy>;
  writing: { proposal: typeof writeProposal; section: typeof writeSection };
  /** Who answers, and what finds personal data beside the suite's own recognisers. */
  models: WritingDeps;
  documents: Documents;
  /** Notes whom a proposal is about; anything but `noted` says that their data went after it was asked for. */
  people: { note(operation: Operation, people: readonly KnownPerson[]): Promise<'noted' | 'erased' | 'removed'> };
  logger: Logger;
}

/** One operation under way. */
export interface Work {
  deps: WorkDeps;
  operation: Operation;
  deals: DealConnection;
  settings: ProposalSettings;
  versions: VersionStore;
  writes: WriteStore;
  signal: AbortSignal;
  /** Nobody tries again after this: what cannot be done now has failed. */
  lastTry: boolean;
  /** @throws AppError with code `proposals.superseded` when another try has taken over */
  step: (step: ProposalStep) => Promise<void>;
}

/** Characters of a deal's history that a proposal is written from: some fifty pages, and what a model reads at once. */
export const HISTORY = 60_000;

/** What makes an activity relevant in any deal. */
const ANY_DEAL = relevantWords({ lineItems: [], deal: { name: '' } });

/** The deal with its history, as relevant as it gets: read again for that only where not all of it fits. */
export async function gather({ operation, deals, signal }: Work): Promise<DealContext> {
  const read = (relevant: readonly string[]) =>
    readDeal(deals, operation.resource, { characters: HISTORY, relevant }, signal);
  if (operation.relevant) return read(operation.relevant);
  const deal = await read(ANY_DEAL);
  return deal.activitiesLeft === 0 ? deal : read(relevantWords(deal));
}

/** @throws Refused `not-found` when data of somebody in the deal was erased after this was asked for */
export async function notePeople({ deps, operation }: Work, { contacts }: DealContext): Promise<void> {
  // A source system deletes by its own numbers.
  const people = contacts.map((contact) => ({ reference: `contact:${contact.id}`, ...contact }));
  if ((await deps.people.note(operation, people)) !== 'noted') throw refused('not-found');
}

export interface Base {
  row: VersionRow;
  words: VersionWords;
}

/** @throws Refused `no-version` for one that is not there, or whose key is gone */
export async function baseOf({ operation, versions }: Work, number: number): Promise<Base> {
  const row = await versions.find(operation.proposalId, number);
  const words = row && versions.open(row);
  if (!row || !words) throw refused('no-version');
  return { row, words };
}

/** The template's very revision that a version was made with. @throws Refused `no-template` */
export async function templateOf({ deps, operation }: Work, { content }: VersionWords): Promise<ProposalTemplate> {
  const { id, revision } = content.template;
  const template = await deps.templates.find(operation.resource, id, revision);
  if (!template) throw refused('no-template');
  return template;
}

/** For budgets: over all accounts, and no name. */
export function payerOf({ resource, userId }: Operation): string {
  return `${resource.connector}:${resource.account}:${userId ?? 'automation'}`;
}

/** What every request to a model has in common. */
export async function writingOf(
  { deps, operation, settings, signal }: Work,
  given: Pick<WritingInput, 'deal' | 'facts' | 'prices' | 'template' | 'date'> & { choices: ProposalChoices },
): Promise<WritingInput> {
  const { connector, account } = operation.resource;
  return {
    ...given,
    ...{ settings, signal, user: payerOf(operation), reference: operation.proposalId },
    policy: await deps.policyOf(connector, account),
  };
}

export function toWriter({
  costUsd,
  ...writer
}: Pick<Writer, 'provider' | 'model' | 'modelWritten' | 'completions'> & { costUsd: string | null }): Writer {
  const { provider, model, modelWritten, completions } = writer;
  return { provider, model, modelWritten, completions, costUsd: costUsd ?? '0' };
}
