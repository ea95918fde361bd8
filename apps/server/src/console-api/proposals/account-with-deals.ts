import type { DealConnection } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { Request } from 'express';
import type { Accounts } from '../../accounts.ts';

export interface AccountWithDeals {
  connector: string;
  account: string;
  deals: DealConnection;
}

/** @throws AppError `not-found` for an account that is not connected, or has no deals */
export function accountWithDeals(accounts: Pick<Accounts, 'find'>, request: Request): AccountWithDeals {
  const [connector, account] = [String(request.params.connector), String(request.params.account)];
  const deals = accounts.find(connector, account)?.connection.deals;
  if (deals) return { connector, account, deals };
  throw new AppError('not-found', 'No such account with deals is connected', { code: 'proposals.account' });
}
