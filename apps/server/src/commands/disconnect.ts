import { AppError } from '@draftsmith/errors';
import { createLogger } from '@draftsmith/logger/winston';
import { Command } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import type { Ask, OutputOf } from '../connections/operations.ts';
import { connectors } from '../registry.ts';
import { createPrompt } from './connect/prompt.ts';
import { withConnections } from './connect/with-connections.ts';

export function disconnectCommand(environment: CommandEnvironment): Command {
  const { raw, say, out } = environment;
  return new Command('disconnect')
    .description('Take an account away: webhooks, access, and everything that is kept of it here')
    .argument('<connector>', connectors.map(({ id }) => id).join(' or '))
    .argument('[account]', 'where several are connected')
    .option('--yes', 'without asking')
    .option('--json', 'one JSON document')
    .action(
      async (connector: string, account: string | undefined, { yes, json }: { yes?: boolean; json?: boolean }) => {
        await withConnections(await raw(), createLogger({ level: 'error' }), async ({ ask }) => {
          const key = { connector, account: account ?? (await onlyAccount(ask, connector)) };
          if (!yes) await confirm(environment, key);
          const removed = await ask('remove', key);
          if (json) out(JSON.stringify({ ...key, ...removed }, null, 2));
          else for (const line of reportOf(key.account, removed)) say(line);
          if (removed.left.length > 0) process.exitCode = 1;
        });
      },
    );
}

async function onlyAccount(ask: Ask, connector: string): Promise<string> {
  const { connections } = await ask('list', {});
  const accounts = connections.filter((one) => one.connector === connector && one.way !== 'environment');
  const [only, ...others] = accounts.map(({ account }) => account);
  if (only !== undefined && others.length === 0) return only;
  const message =
    only === undefined
      ? `No ${connector} account is connected`
      : `Expected one of these accounts: ${[only, ...others].join(', ')}`;
  throw new AppError(only === undefined ? 'not-found' : 'invalid', message, { code: 'disconnect.account' });
}

async function confirm(
  environment: CommandEnvironment,
  { connector, account }: { connector: string; account: string },
) {
  using prompt = createPrompt(environment);
  environment.say(
    `This removes ${connector} ${account} with all its drafts, proposals, templates, rules and knowledge. It cannot be undone.`,
  );
  const typed = await prompt.needed(`Type ${account} to go on:`, 'add --yes');
  if (typed !== account) throw new AppError('invalid', 'Nothing was removed', { code: 'disconnect.kept' });
}

function reportOf(account: string, { left, rows, jobs }: OutputOf<'remove'>): string[] {
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const here = `Removed here: ${total} rows, ${jobs} jobs`;
  if (left.length === 0) return [here, `Nothing of ${account} is left behind.`];
  return [here, 'Could not be removed there; take it away by hand:', ...left.map((one) => `  ${one}`)];
}
