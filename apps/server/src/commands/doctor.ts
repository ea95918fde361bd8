import { openDatabase } from '@draftsmith/database';
import { isAppError, toAppError } from '@draftsmith/errors';
import { silentLogger } from '@draftsmith/logger';
import { Command } from 'commander';
import { openAccounts } from '../accounts.ts';
import { createConfiguredChain } from '../chain.ts';
import type { CommandEnvironment } from '../cli.ts';
import { connectors } from '../registry.ts';
import { readServerSettings, type ServerSettings } from '../settings.ts';

interface Finding {
  check: string;
  ok: boolean;
  detail: string;
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
        ...accounts.all.map(({ connector, account, connection }) =>
          finding(
            `${connector} ${account}`,
            async () => (await connection.check(AbortSignal.timeout(PATIENCE))).identity,
          ),
        ),
      ]);
      if (accounts.all.length === 0) findings.push(NOT_CONNECTED);
      if (json) out(JSON.stringify({ ok: findings.every(({ ok }) => ok), findings }, null, 2));
      else for (const { ok, check, detail } of findings) out(`${ok ? 'ok  ' : 'FAIL'}  ${check}: ${detail}`);
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}

const NOT_CONNECTED: Finding = {
  check: 'source systems',
  ok: true,
  detail: 'none is connected yet: docs/connectors/zendesk.md says which settings connect one',
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

async function tryDatabase({ DATABASE_URL: url, DRAFTSMITH_DATA: dataDir }: ServerSettings): Promise<string> {
  try {
    await (await openDatabase({ dataDir, ...(url && { url }) })).close();
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
