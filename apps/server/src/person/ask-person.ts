import type { Orm } from '@draftsmith/database';
import { silentLogger } from '@draftsmith/logger';
import {
  type AskedPerson,
  type ErasureReport,
  erase,
  exportPerson,
  findErasable,
  type PersonExport,
} from '@draftsmith/personal-data';
import { createConfiguredChain } from '../chain.ts';
import { askServer } from '../operator/client.ts';
import { fromDatabaseOrServer } from '../operator/from-database-or-server.ts';
import { openSealing } from '../secrets/open-sealing.ts';
import type { ServerSettings } from '../settings.ts';
import { personDeps } from './person-deps.ts';
import { purgeAllAnswers } from './purge-answers.ts';

/** All that is stored of somebody, by the database or by the server that holds the embedded one. */
export function askForExport(asked: AskedPerson, settings: ServerSettings): Promise<PersonExport> {
  return fromDatabaseOrServer<PersonExport>(settings, {
    here: async (orm) => exportPerson((await depsHere(orm, settings)).exporting, asked),
    there: () => askServer(settings, { path: 'person/export', json: asked, kind: 'export' }),
  });
}

/** @param really false: only a look at what would be erased */
export function askForErasure(asked: AskedPerson, really: boolean, settings: ServerSettings): Promise<ErasureReport> {
  return fromDatabaseOrServer<ErasureReport>(settings, {
    here: async (orm) => {
      const { erasing } = await depsHere(orm, settings);
      return really ? erase(erasing, asked) : findErasable(erasing, asked);
    },
    there: () => askServer(settings, { path: really ? 'person/erase' : 'person/look', json: asked, kind: 'erase' }),
  });
}

async function depsHere(orm: Orm, settings: ServerSettings) {
  const sealing = await openSealing(settings, orm, new Date());
  return personDeps({ orm, sealing, purgeAnswers: () => purgeFromOutside(orm, settings) });
}

/** Servers share their answers through Redis, and hear there what is purged. Without it, nobody can tell them. */
async function purgeFromOutside(orm: Orm, settings: ServerSettings): Promise<string | undefined> {
  const { REDIS_URL: redis, DATABASE_URL: shared, DRAFTSMITH_CACHE_HOURS: hours } = settings;
  if (hours === 0) return 'None are kept (DRAFTSMITH_CACHE_HOURS=0)';
  if (!redis)
    return shared
      ? `Servers that run keep redacted answers in their memory for up to ${hours} hours, or until they are started anew`
      : 'None are kept while no server runs';
  // It asks nobody anything, so no budget needs to hold.
  const chain = createConfiguredChain({ ...settings, DRAFTSMITH_BUDGETS: undefined }, { logger: silentLogger });
  try {
    return await purgeAllAnswers(orm, chain.purge);
  } finally {
    await chain.close();
  }
}
