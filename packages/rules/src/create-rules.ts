import { createDecisions, type Decision } from '@draftsmith/account-decisions';
import { DEFAULT_RULES, type DraftingRules, type DraftingRulesView } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { accountRules } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import type { Rules } from './rules.ts';
import { parseRules } from './rules-schema.ts';

export interface RulesOptions {
  /** For accounts that have decided nothing. */
  defaults?: DraftingRules;
  now?: () => number;
}

/** Rules in the database; what is asked with every draft is remembered for half a minute. */
export function createRules(orm: Orm, { defaults = DEFAULT_RULES, now }: RulesOptions = {}): Rules {
  const decisions = createDecisions(orm, accountRules, { defaults, parse: parseRules, conflict, now });
  return {
    of: decisions.of,
    read: async (connector, account) => viewOf(await decisions.read(connector, account)),
    save: async ({ rules, ...change }, record) => viewOf(await decisions.save({ ...change, value: rules }, record)),
  };
}

function conflict(): AppError {
  const message = 'Somebody else changed these rules meanwhile: load them again, then make your change';
  return new AppError('conflict', message, { code: 'rules.conflict', retryable: false });
}

function viewOf({ value, ...rest }: Decision<DraftingRules>): DraftingRulesView {
  return { ...rest, rules: value };
}
