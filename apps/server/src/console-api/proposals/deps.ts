import type { Decisions } from '@draftsmith/account-decisions';
import type { Actor } from '@draftsmith/audit';
import type { ProposalReport, ProposalSettings } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import type { RateCard, Templates } from '@draftsmith/proposal-settings';
import type { Request, RequestHandler } from 'express';
import type { Accounts } from '../../accounts.ts';

export interface ProposalRoutesDeps {
  database: Database;
  accounts: Pick<Accounts, 'all' | 'find'>;
  settings: Decisions<ProposalSettings>;
  templates: Templates;
  rateCard: RateCard;
  report: (wanted: { days: number; connector?: string; account?: string }) => Promise<ProposalReport>;
  adminOnly: RequestHandler;
  /** Who acts, for the record. */
  actor: (request: Request) => Promise<Actor>;
}
