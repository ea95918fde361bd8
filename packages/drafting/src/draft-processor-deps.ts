import type { AccountPolicy, Connection, DraftingRules, DraftState, KnownPerson, Outcome } from '@draftsmith/contracts';
import type { Logger } from '@draftsmith/logger';
import type { DraftReplyDeps } from './draft-reply.ts';
import type { DraftStore } from './draft-store.ts';

export interface DraftProcessorDeps extends DraftReplyDeps {
  /** The connection to an account; undefined when it is not set up (any more). */
  connectionOf: (connector: string, account: string) => Connection | undefined;
  /** What an account has decided on privacy and truth. */
  policyOf: (connector: string, account: string) => Promise<AccountPolicy>;
  /** Which messages of an account get a draft, where it goes, and how it sounds. */
  rulesOf: (connector: string, account: string) => Promise<DraftingRules>;
  store: DraftStore;
  /** Notes whom a draft is about; anything but `noted` says that their data or words went after the message had come. */
  people: { note(draftId: string, people: readonly KnownPerson[]): Promise<'noted' | 'erased' | 'removed'> };
  logger: Logger;
  now: () => Date;
  /** Told after each change that a person might be looking at. */
  onChange?: (change: { id: string; state: DraftState }) => void;
  /** Milliseconds from the webhook to the outcome, for metrics. */
  onFinish?: (outcome: Outcome, ms: number) => void;
}
