import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Database, openDatabase } from '@draftsmith/database';
import { isAppError } from '@draftsmith/errors';
import { createJobQueue } from '@draftsmith/jobs';
import type { Logger } from '@draftsmith/logger';
import { createPolicies } from '@draftsmith/policies';
import { createRules } from '@draftsmith/rules';
import type { RawSettings } from '@draftsmith/settings';
import { createConfiguredChain } from '../../chain.ts';
import { openLiveAccounts } from '../../connections/open-accounts.ts';
import { openConnections } from '../../connections/open-connections.ts';
import { type Ask, type OperationName, operations } from '../../connections/operations.ts';
import { defaultPolicyOf } from '../../default-policy.ts';
import { openLibrary } from '../../knowledge/open-library.ts';
import { askServer } from '../../operator/client.ts';
import { openSealing } from '../../secrets/open-sealing.ts';
import { readServerSettings, type ServerSettings } from '../../settings.ts';

/** Milliseconds that jobs get to end; there are none, but for a look. */
const DRAIN = 1_000;

export interface AtHand {
  ask: Ask;
  /** `server`: one is running and does it. `here`: this command does it itself. */
  by: 'server' | 'here';
}

/** Asks the server that has the embedded database; without one, does it in this process, on the same database. */
export async function withConnections<Answer>(
  source: RawSettings,
  logger: Logger,
  work: (atHand: AtHand) => Promise<Answer>,
): Promise<Answer> {
  const settings = readServerSettings(source);
  const database = await openUnlessInUse(settings);
  if (!database) return work({ ask: asked(settings), by: 'server' });
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(() => database.close());
  const sealing = await openSealing(settings, database.orm, new Date());
  const opened = await openLiveAccounts({ raw: source, orm: database.orm, sealing, logger });
  const chain = createConfiguredChain(settings, { logger, database });
  cleanup.defer(() => chain.close());
  const queue = createJobQueue({ database, logger });
  cleanup.defer(() => queue.stop({ timeoutMs: DRAIN }));
  await queue.start();
  const policies = createPolicies(database.orm, { defaults: defaultPolicyOf(settings) });
  const publicUrl = settings.DRAFTSMITH_URL?.replace(/\/$/, '') ?? `http://localhost:${settings.PORT}`;
  const decided = { policies, rules: createRules(database.orm), library: openLibrary(database.orm, settings, logger) };
  const connections = openConnections({
    ...{ ...decided, opened, settings, database, sealing, queue, chain, logger, publicUrl },
  });
  const ask: Ask = async (name, input) => operations[name].run(connections, input as never) as never;
  // Awaited here: without it everything is closed while the work still goes on.
  return await work({ ask, by: 'here' });
}

/** Whether there is anything to ask; who only looks makes no data folder. */
export async function hasDatabase({ DATABASE_URL, DRAFTSMITH_DATA }: ServerSettings): Promise<boolean> {
  if (DATABASE_URL) return true;
  return access(join(resolve(DRAFTSMITH_DATA), 'database')).then(
    () => true,
    () => false,
  );
}

async function openUnlessInUse({ DATABASE_URL: url, DRAFTSMITH_DATA }: ServerSettings): Promise<Database | undefined> {
  try {
    return await openDatabase({ dataDir: resolve(DRAFTSMITH_DATA), poolSize: 4, ...(url && { url }) });
  } catch (error) {
    if (isAppError(error) && error.code === 'database.in-use') return undefined;
    throw error;
  }
}

function asked(settings: ServerSettings): Ask {
  return async (name: OperationName, json: unknown) => {
    const { kind: _, ...answer } = await askServer<{ kind: string }>(settings, {
      ...{ path: `connections/${name}`, json, kind: `connections.${name}` },
    });
    return answer as never;
  };
}
