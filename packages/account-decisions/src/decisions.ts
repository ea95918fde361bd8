import type { Orm } from '@draftsmith/database';
import type { AppError } from '@draftsmith/errors';

/** Something that an account has decided, as it is now. */
export interface Decision<Value> {
  connector: string;
  account: string;
  value: Value;
  /** 0 for one that was never changed. */
  revision: number;
  /** ISO-8601. */
  updatedAt: string | null;
  /** A user's id. */
  updatedBy: string | null;
}

export interface DecisionChange {
  connector: string;
  account: string;
  /** Checked here: it may come from anywhere. */
  value: unknown;
  /** That of the value which was edited. */
  revision: number;
  /** A user's id; null for a command. */
  by: string | null;
}

export interface DecisionOptions<Value> {
  /** For accounts that have decided nothing. */
  defaults: Value;
  /** Checks what comes in, and again what was stored; throws AppError `invalid`. */
  parse: (value: unknown) => Value;
  /** Thrown when somebody else changed it meanwhile. */
  conflict: () => AppError;
  now?: (() => number) | undefined;
}

/** What each account has decided; asked with every draft, so it answers from memory where it can. */
export interface Decisions<Value> {
  /** At most half a minute old: another process may have changed it. */
  of(connector: string, account: string): Promise<Value>;
  /** As it is now, for whoever edits it. */
  read(connector: string, account: string): Promise<Decision<Value>>;
  /**
   * @param record writes the entry of the audit log in the same transaction: what is not on record has not happened
   * @returns the value as it was stored
   * @throws AppError as `parse` and `conflict` say
   */
  save(change: DecisionChange, record?: (within: Pick<Orm, 'insert'>) => Promise<void>): Promise<Decision<Value>>;
}
