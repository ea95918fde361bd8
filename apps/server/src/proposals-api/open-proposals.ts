import { renderDocx, renderPdf } from '@draftsmith/documents';
import { createPeopleIndex } from '@draftsmith/personal-data';
import { createProposalSettings, createRateCard, createTemplates } from '@draftsmith/proposal-settings';
import { writeProposal, writeSection } from '@draftsmith/proposal-writing';
import {
  createProposalPeople,
  createProposalProcessor,
  createProposals,
  type ProposalProcessorDeps,
  type Proposals,
} from '@draftsmith/proposals';
import type { Router } from 'express';
import type { Parts } from '../parts.ts';
import { connectors } from '../registry.ts';
import { actionsRouter } from './actions-router.ts';
import { createKnownReps } from './known-reps.ts';
import { proposalsRouter } from './proposals-router.ts';
import { createPrepareProcessor } from './work-prepare.ts';

type Needed = Pick<Parts, 'accounts' | 'database' | 'queue' | 'sealing'>;

const now = () => new Date();

/** What an account has decided about its proposals. */
export function proposalDecisions({ database }: Pick<Parts, 'database'>) {
  const { orm } = database;
  return { settings: createProposalSettings(orm), templates: createTemplates(orm), rateCard: createRateCard(orm) };
}

function openProposals({ accounts, database, queue, sealing }: Needed): Proposals {
  return createProposals({
    ...proposalDecisions({ database }),
    ...{ database, sealer: sealing.sealer, now },
    connectionOf: (connector, account) => accounts.find(connector, account)?.connection,
    enqueue: (operationId, within) => queue.enqueue('proposal', [{ operationId }], within),
    isOpen: async (operationId) => (await queue.stillOpen('proposal', [{ operationId }])).length > 0,
  });
}

/** The web half: what the card on a deal and workflows ask. */
export function openProposalRoutes(parts: Parts, publicUrl: string): { proposals: Router; actions: Router } {
  const { accounts, options } = parts;
  const proposals = openProposals(parts);
  const signed = { connectors, raw: options.raw, publicUrl, now };
  return {
    proposals: proposalsRouter({ ...signed, proposals, reps: createKnownReps(accounts, () => now().getTime()) }),
    actions: actionsRouter({ ...signed, accounts, proposals, logger: options.logger.child({ component: 'actions' }) }),
  };
}

/** Somebody waits for each: they do not queue behind drafts. */
const CONCURRENCY = 4;

/** The worker half. */
export async function workProposals(
  parts: Parts,
  shared: Pick<ProposalProcessorDeps, 'connectionOf' | 'policyOf' | 'models'>,
): Promise<void> {
  const { accounts, database, queue, sealing, options } = parts;
  const decisions = proposalDecisions(parts);
  const logger = options.logger.child({ component: 'proposals' });
  const process = createProposalProcessor({
    ...shared,
    ...decisions,
    ...{ database, sealer: sealing.sealer, logger, now },
    writing: { proposal: writeProposal, section: writeSection },
    documents: { docx: renderDocx, pdf: renderPdf },
    people: createProposalPeople(database.orm, createPeopleIndex(sealing.peopleKey), now),
  });
  await queue.work('proposal', CONCURRENCY, process);
  const prepare = createPrepareProcessor({
    ...{ accounts, settings: decisions.settings, logger },
    proposals: openProposals(parts),
  });
  await queue.work('prepare', CONCURRENCY, prepare);
}
