import { DEFAULT_PROPOSAL_SETTINGS } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import { STANDARD, STANDARD_VIEW } from '@draftsmith/proposal-settings';
import { writeProposal, writeSection } from '@draftsmith/proposal-writing';
import { type ComposeDeps, tryProposal } from '@draftsmith/proposals';
import type { Account } from '../accounts.ts';
import type { CommandEnvironment } from '../cli.ts';
import { proposalDecisions } from '../proposals-api/open-proposals.ts';
import { createConfiguredRecogniser } from '../recogniser.ts';
import type { ServerSettings } from '../settings.ts';
import { type ChainSession, openChainSession } from './chain-session.ts';

interface WantedDeal {
  resource: string;
  dryRun?: boolean;
  json?: boolean;
  account: Account;
  settings: ServerSettings;
  signal: AbortSignal;
}

/** A proposal for a deal, to look at. @throws AppError that says what is missing in the deal */
export async function draftDeal(
  { out, say }: CommandEnvironment,
  { resource: id, dryRun, json, account: { connector, account, connection }, settings, signal }: WantedDeal,
  logger: Logger,
): Promise<void> {
  const { deals } = connection;
  if (!dryRun || !deals)
    throw new AppError(
      'invalid',
      'Proposals are attached on the deal, by who has read them: add --dry-run to see one',
      {
        code: 'draft.deal',
      },
    );
  await using session = await openChainSession(settings, { logger, say });
  const { settings: decided, ...decisions } = decisionsOf(session);
  const deps: ComposeDeps = {
    ...decisions,
    policyOf: session.policyOf,
    writing: { proposal: writeProposal, section: writeSection },
    models: { complete: session.chain.completer.complete, recogniser: createConfiguredRecogniser(settings, say) },
  };
  const { text, modelWritten } = await tryProposal(deps, {
    ...{ resource: { connector, account, type: 'deal', id }, deals, now: new Date(), signal },
    settings: await decided.of(connector, account),
  });
  if (json) return out(JSON.stringify({ outcome: 'drafted', text, modelWritten }, null, 2));
  out(text);
  say(`\n-- ${modelWritten ? 'a language model wrote the prose' : 'no model wrote this'}; nothing was written back`);
}

/** What the account has decided; as usual where the database is out of reach. */
function decisionsOf({ database }: ChainSession) {
  if (database) return proposalDecisions({ database });
  return {
    settings: { of: async () => DEFAULT_PROPOSAL_SETTINGS },
    templates: { list: async () => [STANDARD_VIEW], find: async () => STANDARD },
    rateCard: { items: async () => [] },
  };
}
