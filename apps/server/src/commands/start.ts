import { ensureConsole } from '@draftsmith/console/build';
import type { Logger } from '@draftsmith/logger';
import { createLogger } from '@draftsmith/logger/winston';
import { createRedactor } from '@draftsmith/privacy';
import { Command, Option } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import { endpointOf } from '../connections/connections-deps.ts';
import { connectors } from '../registry.ts';
import { readServerSettings } from '../settings.ts';
import { type RunningServer, type ServerOptions, startServer } from '../start-server.ts';

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
      endOnBugs(logger);
      const server = await startServer({ settings, raw: source, logger, role, buildConsole: ensureConsole });
      for (const line of greeting(server)) say(line);
      if (server.setupLink)
        say(
          `\nFirst start: open this link once, within 24 hours, and set the admin's password\n  ${server.setupLink}\n`,
        );
      if (role !== 'web') setImmediate(warmUp);
      await stopSignal();
      say('Stopping: running drafts are ended first');
      await server.stop();
    });
}

/** The lists of names take a second to load: better now than while the first rep or customer waits. */
function warmUp(): void {
  createRedactor([]).redact('Hello');
}

function greeting({ url, routes, accounts }: RunningServer): string[] {
  const providers = routes.map(({ provider, model, ready, note }) => {
    const name = provider === 'offline' ? provider : `${provider}/${model}`;
    return ready ? name : `${name} (left out: ${note})`;
  });
  const lines = accounts.all.map(
    ({ connector, account }) =>
      `  ${connector}: ${account}${url ? `, webhook ${endpointOf({ publicUrl: url, connectors }, connector, account)}` : ''}`,
  );
  if (accounts.all.length === 0)
    lines.push(
      `  No source system is connected yet: open Connections in the console, or run draftsmith connect ${connectors.map(({ id }) => id).join(' or ')}`,
    );
  else if (url && !url.startsWith('https:'))
    lines.push('  Webhooks come over https: set DRAFTSMITH_URL to the address that they reach this server by');
  return [
    url ? `Draftsmith is ready: ${url}` : 'Draftsmith is ready to write drafts (a worker has no address)',
    `  providers, in order: ${providers.join(', ')}`,
    ...lines,
  ];
}

function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
}

/** What nobody caught is a bug. The process ends, as it should, but Node's own words would print the message, data and all. */
function endOnBugs(logger: Logger): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.once(event, (thrown: unknown) => {
      logger.error('A bug ends the process', {
        event,
        error: thrown instanceof Error ? thrown : new Error('not an error'),
      });
      process.exit(1);
    });
  }
}
