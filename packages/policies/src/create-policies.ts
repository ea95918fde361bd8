import { createDecisions, type Decision } from '@draftsmith/account-decisions';
import type { AccountPolicy, AccountPolicyView } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { accountPolicies } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import type { Policies } from './policies.ts';
import { parsePolicy } from './policy-schema.ts';

export interface PoliciesOptions {
  /** For accounts that have decided nothing. */
  defaults: AccountPolicy;
  now?: () => number;
}

/** Policies in the database; what is asked with every draft is remembered for half a minute. */
export function createPolicies(orm: Orm, { defaults, now }: PoliciesOptions): Policies {
  const decisions = createDecisions(orm, accountPolicies, { defaults, parse: parsePolicy, conflict, now });
  return {
    of: decisions.of,
    read: async (connector, account) => viewOf(await decisions.read(connector, account)),
    save: async ({ policy, ...change }, record) => viewOf(await decisions.save({ ...change, value: policy }, record)),
  };
}

function conflict(): AppError {
  const message = 'Somebody else changed this policy meanwhile: load it again, then make your change';
  return new AppError('conflict', message, { code: 'policies.conflict', retryable: false });
}

function viewOf({ value, ...rest }: Decision<AccountPolicy>): AccountPolicyView {
  return { ...rest, policy: value };
}
