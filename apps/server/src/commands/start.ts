import { ensureConsole } from '@draftsmith/console/build';
import { createLogger } from '@draftsmith/logger';
import { Command, Option } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import { readServerSettings } from '../settings.ts';
import { type ServerOptions, startServer } from '../start-server.ts';

export function startCommand({ raw, say }: CommandEnvironment): Command {
  return new Command('start')
    .description('Start the server, its workers and the console')
    .addOption(
      new Option('--role <role>', 'only one half of the work; needs DATABASE_URL')
        .choices(['all', 'web', 'worker'])
        .default('all'),
    )
    .action(async ({ role }: { role: NonNullable<ServerOptions['role']> }) => {
      const source = await raw();
      const settings = readServerSettings(source);
      const logger = createLogger({ level: settings.LOG_LEVEL });
      const server = await startServer({ settings, raw: source, logger, role, buildConsole: ensureConsole });
      if (server.url) say(`Draftsmith is ready: ${server.url}`);
      for (const { connector, account } of server.accounts.all)
        say(`  ${connector}: ${account}${server.url ? `, webhook ${server.url}/hooks/${connector}/${account}` : ''}`);
      if (server.accounts.all.length === 0)
        say(
          '  No source system is connected yet: set ZENDESK_SUBDOMAIN, ZENDESK_OAUTH_TOKEN and ZENDESK_WEBHOOK_SECRET',
        );
      if (server.setupLink)
        say(
          `\nFirst start: open this link once, within 24 hours, and set the admin's password\n  ${server.setupLink}\n`,
        );
      await stopSignal();
      say('Stopping: running drafts are ended first');
      await server.stop();
    });
}

function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
}
