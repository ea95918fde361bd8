import type { Payer } from '../contract/request.ts';
import type { PicoUsd } from '../price/money.ts';

export const PERIODS = ['day', 'month'] as const;
export type Period = (typeof PERIODS)[number];
export const SCOPES = ['suite', 'connector', 'account', 'user'] as const;
export type Scope = (typeof SCOPES)[number];

/** A limit on what may be spent in a UTC calendar day or month. */
export interface Limit {
  scope: Scope;
  /** One connector, account or user; absent: each of them alike (and always for `suite`). */
  id?: string;
  period: Period;
  amount: PicoUsd;
}

/** Where the tightest budget of a payer stands. */
export interface Standing {
  /** Part of the limit that is neither spent nor reserved, 0 to 1; 1 without any limit. */
  left: number;
  /** A sentence that names that budget, e.g. `The budget of account acme for 2026-11-22 is 92 % used`. */
  detail?: string;
}

/** Money set aside for one call, counted as spent until it is settled. */
export interface Reservation {
  /** Once: gives back what the call did not cost. Never throws and never waits. */
  settle(actual: PicoUsd): void;
}

export interface Refusal {
  /** Which budget, its limit, what is used, and when it is full again: a sentence for a person. */
  refused: string;
}

/**
 * Limits that hold however many calls and processes run at once. The worst case is set aside in the store before a call
 * and settled after it, so what is spent and what may still be spent together never exceed a limit.
 */
export interface Budget {
  /** From what this process knows, at most seconds old; may read the store the first time. */
  standing(payer: Payer): Promise<Standing> | Standing;
  /**
   * All of the payer's budgets or none of them. Without a limit that applies: granted, and nothing is written.
   * @throws AppError `unavailable` with code `llm.budget-store` when the store cannot be asked: then nothing is spent.
   */
  reserve(payer: Payer, worst: PicoUsd): Promise<Reservation | Refusal>;
  /** Writes what is settled and gives back what is set aside and unused. */
  close(): Promise<void>;
}
