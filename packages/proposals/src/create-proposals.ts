import type {
  Answer,
  ProposalChoices,
  ProposalDiff,
  ProposalOperation,
  ProposalRequest,
  ProposalVersionView,
  ProposalView,
  ResourceRef,
} from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { relevantWords } from '@draftsmith/proposal-writing';
import type { Sealer } from '@draftsmith/sealing';
import { answered, found } from './answer.ts';
import { type ConnectionOf, createDealLook, dealsOf } from './deal-look.ts';
import { diffOf } from './diff.ts';
import { foresee } from './foresee.ts';
import { standingOf } from './outdated.ts';
import type { RateCardPort, SettingsPort, TemplatesPort } from './ports.ts';
import { problemOf, refused } from './problems.ts';
import { createOperationStore, type Enqueue, type NewOperation, type Operation } from './store/operation-store.ts';
import { findProposal } from './store/proposal-row.ts';
import { createVersionStore, type VersionRow } from './store/version-store.ts';
import { createWriteStore } from './store/write-store.ts';
import { renderedOf, toOperation, toVersionView } from './view.ts';
import { createViews } from './views.ts';

/** Who asks, from the signed request. */
export interface Rep {
  /** As the source system numbers its users. */
  id: string;
  name?: string;
  /** BCP 47: how figures are written for them. */
  locale?: string;
}

export interface ProposalsDeps {
  database: Database;
  sealer: Sealer;
  connectionOf: ConnectionOf;
  settings: SettingsPort;
  templates: TemplatesPort;
  rateCard: RateCardPort;
  /** Puts the job of an operation into the queue, within the transaction that stores it. */
  enqueue: Enqueue;
  /** Whether the job of an operation is still to be done. */
  isOpen: (operationId: string) => Promise<boolean>;
  now: () => Date;
  /** Aborts after so many milliseconds. */
  timeout?: (ms: number) => AbortSignal;
}

export interface Prepare {
  resource: ResourceRef;
  /** The same for each repeat of what happened. */
  key: string;
  /** The deal's new stage: only those of the settings bring a proposal. Absent: it was asked for. */
  stage?: string;
  /** A workflow that waits. */
  callbackId?: string;
  choices?: Pick<ProposalChoices, 'templateId' | 'locale'>;
}

/** `ignored`: not a stage at which a proposal is to wait. `joined`: whatever was under way answers it, too. */
export type Prepared = { kind: 'ignored' } | { kind: 'started' | 'known' | 'joined'; operationId: string };

/** What a rep sees and does on a deal, and what automations ask. Nothing here waits for a model. */
export interface Proposals {
  view(resource: ResourceRef, rep: Rep): Promise<Answer<ProposalView>>;
  /** The same request again is the same operation: nothing is started twice. */
  start(resource: ResourceRef, request: ProposalRequest, rep: Rep): Promise<Answer<ProposalOperation>>;
  operation(resource: ResourceRef, id: string): Promise<Answer<ProposalOperation>>;
  version(resource: ResourceRef, number: number): Promise<Answer<ProposalVersionView>>;
  diff(resource: ResourceRef, from: number, to: number): Promise<Answer<ProposalDiff>>;
  /** @throws AppError where it could not be recorded: to be asked again with the same key */
  prepare(given: Prepare): Promise<Prepared>;
}

/** Milliseconds after which it is asked whether anybody still works on an operation: jobs are not lost in between. */
const SUSPECT = 60_000;

export function createProposals(deps: ProposalsDeps): Proposals {
  const { database, sealer, now, enqueue } = deps;
  const { orm } = database;
  const operations = createOperationStore(database, sealer, now);
  const versions = createVersionStore(database, sealer, now);
  const writes = createWriteStore(orm, now);
  const look = createDealLook(deps);
  const views = createViews({ ...deps, look, versions, writes });

  /** One whose last try was killed would hold the deal for ever. */
  const alive = async (operation: Operation): Promise<boolean> => {
    if (operation.state !== 'running' || now().getTime() - operation.createdAt.getTime() < SUSPECT) return true;
    if (await deps.isOpen(operation.id)) return true;
    const ended = await operations.fail(operation, problemOf('broke-off'));
    // Who waits for it must still be told.
    if (ended && operation.callbacks.length > 0) await orm.transaction((tx) => enqueue(operation.id, tx));
    return false;
  };
  const runningOn = async (resource: ResourceRef): Promise<Operation | undefined> => {
    const running = await operations.runningOf(resource);
    return running && (await alive(running)) ? running : undefined;
  };
  const opened = async (resource: ResourceRef, number: number) => {
    const deal = await findProposal(orm, resource);
    const row: VersionRow | undefined = deal && (await versions.find(deal.id, number));
    return { row: found(row, 'no-version'), words: found(row && versions.open(row), 'no-version') };
  };
  const begin = async (given: NewOperation) => {
    await runningOn(given.resource);
    return operations.start(given, enqueue);
  };

  return {
    view: (resource, rep) => answered(async () => views.of(resource, rep, await runningOn(resource))),
    start: (resource, request, rep) =>
      answered(async () => {
        dealsOf(deps.connectionOf, resource);
        const before = await operations.byRequest(resource, request.requestId);
        if (before) return toOperation(before);
        const deal = await look.known(resource);
        await foresee({ ...deps, versions, writes }, { resource, request, deal });
        const words = {
          ...{ request, byName: rep.name ?? null, preparing: false },
          ...(deal && { relevant: relevantWords(deal) }),
        };
        const { kind, operation } = await begin({ resource, userId: rep.id, words });
        if (kind === 'busy') throw refused('busy');
        return toOperation(operation);
      }),
    operation: (resource, id) =>
      answered(async () => {
        const operation = found(isUuid(id) ? await operations.find(resource, id) : undefined, 'not-found');
        const shown = (await alive(operation)) ? operation : await operations.find(resource, id);
        return toOperation(shown ?? operation);
      }),
    version: (resource, number) =>
      answered(async () => {
        const { row, words } = await opened(resource, number);
        const settings = await deps.settings.of(resource.connector, resource.account);
        const deal = await look.known(resource);
        const standing = deal && standingOf(deal, now());
        return toVersionView(row, words, { words, writes: await writes.of(row.proposalId), settings, standing });
      }),
    diff: (resource, from, to) =>
      answered(async () => {
        const [before, after] = [await opened(resource, from), await opened(resource, to)];
        const side = ({ row, words }: typeof before) => {
          const { facts, locale } = words.content;
          return { number: row.number, sections: renderedOf(words), facts, locale };
        };
        return diffOf(side(before), side(after));
      }),
    async prepare({ resource, key, stage, callbackId, choices = {} }) {
      const { stages } = await deps.settings.of(resource.connector, resource.account);
      if (stage !== undefined && !stages.includes(stage)) return { kind: 'ignored' };
      const request: ProposalRequest = { requestId: key, what: 'generate', choices };
      const words = { request, byName: null, preparing: true };
      const { kind, operation } = await begin({
        ...{ resource, userId: null, words },
        ...(callbackId !== undefined && { callbackId }),
      });
      // An automation is never told to wait: it joins.
      return { kind: kind === 'busy' ? 'joined' : kind, operationId: operation.id };
    },
  };
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
