import { openDatabase } from '@draftsmith/database';
import { toAppError } from '@draftsmith/errors';
import { silentLogger } from '@draftsmith/logger';
import { Command } from 'commander';
import { openAccounts } from '../accounts.ts';
import type { CommandEnvironment } from '../cli.ts';
import { connectors } from '../registry.ts';
import { defaultRoutes, readServerSettings } from '../settings.ts';

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
        finding('settings', async () => `routes ${defaultRoutes(settings)}`),
        finding('database', async () => {
          const database = await openDatabase({
            dataDir: settings.DRAFTSMITH_DATA,
            ...(settings.DATABASE_URL && { url: settings.DATABASE_URL }),
          });
          await database.close();
          return settings.DATABASE_URL ? 'PostgreSQL answers' : `embedded, in ${settings.DRAFTSMITH_DATA}`;
        }),
        ...accounts.all.map(({ connector, account, connection }) =>
          finding(
            `${connector} ${account}`,
            async () => (await connection.check(AbortSignal.timeout(PATIENCE))).identity,
          ),
        ),
      ]);
      if (json) out(JSON.stringify({ ok: findings.every(({ ok }) => ok), findings }, null, 2));
      else for (const { ok, check, detail } of findings) out(`${ok ? 'ok  ' : 'FAIL'}  ${check}: ${detail}`);
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}

async function finding(check: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { check, ok: true, detail: await look() };
  } catch (thrown) {
    return { check, ok: false, detail: toAppError(thrown).message };
  }
}
