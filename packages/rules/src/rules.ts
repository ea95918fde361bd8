import type { DraftingRules, DraftingRulesView } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';

/** A change as the console sends it. */
export interface RulesChange {
  connector: string;
  account: string;
  /** Checked here: it may come from anywhere. */
  rules: unknown;
  /** That of the rules which were edited; 0 for ones that were never changed. */
  revision: number;
  /** A user's id; null for a command. */
  by: string | null;
}

/** What each account has decided; asked with every draft, so it answers from memory where it can. */
export interface Rules {
  /** At most half a minute old: another process may have changed them. */
  of(connector: string, account: string): Promise<DraftingRules>;
  /** As they are now, for whoever edits them. */
  read(connector: string, account: string): Promise<DraftingRulesView>;
  /**
   * @param record writes the entry of the audit log in the same transaction: what is not on record has not happened
   * @returns the rules as they were stored: trimmed, without duplicates
   * @throws AppError `invalid` that says what was expected where; `conflict`, not retryable, with code `rules.conflict`
   *   when somebody else changed them meanwhile
   */
  save(change: RulesChange, record?: (within: Pick<Orm, 'insert'>) => Promise<void>): Promise<DraftingRulesView>;
}
