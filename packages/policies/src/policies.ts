import type { AccountPolicy, AccountPolicyView } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';

/** A change as the console sends it. */
export interface PolicyChange {
  connector: string;
  account: string;
  /** Checked here: it may come from anywhere. */
  policy: unknown;
  /** That of the policy which was edited; 0 for one that was never changed. */
  revision: number;
  /** A user's id; null for a command. */
  by: string | null;
}

/** What each account has decided; asked with every draft, so it answers from memory where it can. */
export interface Policies {
  /** At most half a minute old: another process may have changed it. */
  of(connector: string, account: string): Promise<AccountPolicy>;
  /** As it is now, for whoever edits it. */
  read(connector: string, account: string): Promise<AccountPolicyView>;
  /**
   * @param record writes the entry of the audit log in the same transaction: what is not on record has not happened
   * @returns the policy as it was stored: trimmed, without duplicates
   * @throws AppError `invalid` that says what was expected where; `conflict`, not retryable, with code `policies.conflict`
   *   when somebody else changed it meanwhile
   */
  save(change: PolicyChange, record?: (within: Pick<Orm, 'insert'>) => Promise<void>): Promise<AccountPolicyView>;
}
