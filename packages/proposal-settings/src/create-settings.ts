import { createDecisions, type Decisions } from '@draftsmith/account-decisions';
import { DEFAULT_PROPOSAL_SETTINGS, type ProposalSettings } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { accountProposalSettings } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import { parseProposalSettings } from './settings-schema.ts';

/** What each account has decided about its proposals. */
export function createProposalSettings(orm: Orm, { now }: { now?: () => number } = {}): Decisions<ProposalSettings> {
  return createDecisions(orm, accountProposalSettings, {
    defaults: DEFAULT_PROPOSAL_SETTINGS,
    // What an older version stored lacks what is newer.
    parse: (value) =>
      parseProposalSettings(
        typeof value === 'object' && value !== null ? { ...DEFAULT_PROPOSAL_SETTINGS, ...value } : value,
      ),
    conflict,
    now,
  });
}

function conflict(): AppError {
  const message = 'Somebody else changed these settings meanwhile: load them again, then make your change';
  return new AppError('conflict', message, { code: 'proposal-settings.conflict', retryable: false });
}
