import { openDatabase } from '@draftsmith/database';
import { isAppError, toAppError } from '@draftsmith/errors';
import { silentLogger } from '@draftsmith/logger';
import { parseRetention } from '@draftsmith/personal-data';
import { Command } from 'commander';
import { openAccounts } from '../accounts.ts';
import { createConfiguredChain } from '../chain.ts';
import type { CommandEnvironment } from '../cli.ts';
import { connectors } from '../registry.ts';
import { findKeyRing } from '../secrets/open-key-ring.ts';
import { openSealing } from '../secrets/open-sealing.ts';
import { allowedHosts, readServerSettings, type ServerSettings } from '../settings.ts';
import { connectionFindings } from './doctor-connections.ts';

interface Finding {
  check: string;
  ok: boolean;
  detail: string;
  /** What to do about it. */
  fix?: string;
}

/** Milliseconds for each check. */
const PATIENCE = 15_000;

export function doctorCommand({ raw, out }: CommandEnvironment): Command {
  return new Command('doctor')
    .description('Check settings, database and connections')
    .option('--json', 'one JSON document')
    .action(async ({ json }: { json?: boolean }) => {
      const source = await raw();
      const settings = readServerSettings(source);
      const ports = { fetch, now: () => new Date(), warn: silentLogger.warn };
      const accounts = openAccounts(connectors, source, ports);
      const findings = await Promise.all([
        finding('providers', async () => describeRoutes(settings)),
        finding('database', () => tryDatabase(settings)),
        finding('privacy', async () => describePrivacy(settings)),
        ...accounts.all.map(({ connector, account, connection }) =>
          finding(
            `${connector} ${account}`,
            async () => (await connection.check(AbortSignal.timeout(PATIENCE))).identity,
          ),
        ),
      ]);
      const connections = await connectionFindings(source, settings, silentLogger);
      findings.push(...connections);
      if (accounts.all.length === 0 && connections.length === 0) findings.push(NOT_CONNECTED);
      if (json) out(JSON.stringify({ ok: findings.every(({ ok }) => ok), findings }, null, 2));
      else
        for (const { ok, check, detail, fix } of findings) {
          out(`${ok ? 'ok  ' : 'FAIL'}  ${check}: ${detail}`);
          if (fix) out(`      ${fix}`);
        }
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}

const NOT_CONNECTED: Finding = {
  check: 'source systems',
  ok: true,
  detail: `none is connected yet: draftsmith connect ${connectors.map(({ id }) => id).join(', or connect ')} connects one`,
};

/** Which providers are asked, and which are left out for want of what; none of them is called. */
function describeRoutes(settings: ServerSettings): string {
  const { routes } = createConfiguredChain(settings, { logger: silentLogger });
  const name = ({ provider, model }: { provider: string; model: string }) =>
    provider === 'offline' ? provider : `${provider}/${model}`;
  const asked = routes.filter(({ ready }) => ready).map(name);
  const left = routes.filter(({ ready }) => !ready).map((route) => `; not ${name(route)}: ${route.note}`);
  return `${asked.join(', then ')}${left.join('')}`;
}

/** Whom prompts may go to at all, and how long things are kept. */
function describePrivacy(settings: ServerSettings): string {
  const localOnly = settings.DRAFTSMITH_LOCAL_ONLY;
  const hosts = localOnly ? ['this machine', ...allowedHosts(settings)].join(', ') : 'every provider above';
  const kept = parseRetention(settings.DRAFTSMITH_RETENTION);
  const days = Object.entries(kept).map(([kind, length]) => `${kind} ${length}`);
  return `prompts go to ${hosts}; kept, in days: texts ${settings.DRAFTSMITH_KEEP_TEXTS_DAYS}, ${days.join(', ')}`;
}

/** Also whether the keys here open what is in it: the start would end with the same sentence. */
async function tryDatabase(settings: ServerSettings): Promise<string> {
  const { DATABASE_URL: url, DRAFTSMITH_DATA: dataDir } = settings;
  try {
    const database = await openDatabase({ dataDir, ...(url && { url }) });
    try {
      // Keys are made by the first start, not by somebody who looks.
      if (findKeyRing(settings)) await openSealing(settings, database.orm, new Date());
    } finally {
      await database.close();
    }
  } catch (error) {
    // A running server is no fault.
    if (isAppError(error) && error.code === 'database.in-use')
      return `embedded, in ${dataDir}; a Draftsmith is using it`;
    throw error;
  }
  return url ? 'PostgreSQL answers' : `embedded, in ${dataDir}`;
}

async function finding(check: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { check, ok: true, detail: await look() };
  } catch (thrown) {
    return { check, ok: false, detail: toAppError(thrown).message };
  }
}
