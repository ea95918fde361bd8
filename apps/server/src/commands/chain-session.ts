import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type AccountPolicy, DEFAULT_RULES, type DraftingRules } from '@draftsmith/contracts';
import { type Database, openDatabase } from '@draftsmith/database';
import { AppError, isAppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import { createPolicies } from '@draftsmith/policies';
import { createRules } from '@draftsmith/rules';
import { type Chain, createConfiguredChain } from '../chain.ts';
import { defaultPolicyOf } from '../default-policy.ts';
import type { ServerSettings } from '../settings.ts';

export interface ChainSession extends AsyncDisposable {
  chain: Chain;
  /** Undefined where it is out of reach. */
  database: Database | undefined;
  /** What an account has decided on privacy and truth; what the settings say where the database is out of reach. */
  policyOf(connector: string, account: string): Promise<AccountPolicy>;
  /** How an account's drafts sound; as usual where the database is out of reach. */
  rulesOf(connector: string, account: string): Promise<DraftingRules>;
}

export interface SessionTools {
  logger: Logger;
  /** Remarks for the person at the terminal. */
  say: (line: string) => void;
}

/**
 * The provider chain for one command. What it does goes to the same ledger as the server's, and it keeps to the same
 * budgets: without a place for them it does not begin.
 * @throws AppError `conflict` when a budget is set whose database belongs to a running Draftsmith
 */
export async function openChainSession(settings: ServerSettings, { logger, say }: SessionTools): Promise<ChainSession> {
  const database = await openLedger(settings, say);
  try {
    const chain = createConfiguredChain(settings, { logger, ...(database && { database }) });
    const defaults = defaultPolicyOf(settings);
    return {
      chain,
      database,
      policyOf: database ? createPolicies(database.orm, { defaults }).of : async () => defaults,
      rulesOf: database ? createRules(database.orm).of : async () => DEFAULT_RULES,
      async [Symbol.asyncDispose]() {
        await chain.close();
        await database?.close();
      },
    };
  } catch (thrown) {
    await database?.close();
    throw thrown;
  }
}

/** Nothing is made for the ledger's sake alone: whoever only tries a prompt gets no data folder. */
async function openLedger(settings: ServerSettings, say: SessionTools['say']): Promise<Database | undefined> {
  const { DATABASE_URL: url, DRAFTSMITH_BUDGETS: budgets } = settings;
  const dataDir = resolve(settings.DRAFTSMITH_DATA);
  if (!url && !budgets && !(await exists(join(dataDir, 'database')))) return undefined;
  try {
    return await openDatabase({ dataDir, poolSize: 4, ...(url && { url }) });
  } catch (thrown) {
    if (!isAppError(thrown) || thrown.code !== 'database.in-use') throw thrown;
    if (budgets) throw budgetElsewhere(dataDir);
    say('A running Draftsmith has the ledger: this is not recorded there. With DATABASE_URL, processes share it');
    return undefined;
  }
}

function budgetElsewhere(dataDir: string): AppError {
  const message = `DRAFTSMITH_BUDGETS: a running Draftsmith has the budgets in ${dataDir}. Stop it, or set DATABASE_URL, with which any number of processes share one budget`;
  return new AppError('conflict', message, { code: 'llm.budget-elsewhere' });
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
