import type { ProposalSettings } from '@draftsmith/contracts';
import type { RateCard, Templates } from '@draftsmith/proposal-settings';

/** What an admin has decided for an account, the defaults where nobody has. Throws only AppError. */
export interface SettingsPort {
  of(connector: string, account: string): Promise<ProposalSettings>;
}

/** A template at one of its revisions never changes: a stored version is rendered with its own, for ever. */
export type TemplatesPort = Pick<Templates, 'list' | 'find'>;

export type RateCardPort = Pick<RateCard, 'items'>;
