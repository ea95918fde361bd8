import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isAppError } from '@draftsmith/errors';
import { parseSeed } from './seed-file.ts';
import { startZendesk } from './simulator.ts';

const USAGE = `Usage: node main.ts --seed FILE [--port N] [--webhook URL] [--events TYPE,TYPE] [--token TOKEN]
                    [--oauth-client ID --oauth-secret SECRET --oauth-redirect URL]

  --seed FILE     what the account holds (JSON, type ZendeskSeed)
  --webhook URL   connect a webhook: by a trigger on customer messages, or with --events by event subscription
  --events LIST   e.g. zen:event-type:ticket.comment_added
  --oauth-client  a client that may ask for access; without a secret it is public and must use PKCE

Prints one JSON line when ready: {"baseUrl","token","webhookId","secret"}`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      port: { type: 'string', default: '0' },
      webhook: { type: 'string' },
      events: { type: 'string' },
      token: { type: 'string' },
      'oauth-client': { type: 'string' },
      'oauth-secret': { type: 'string' },
      'oauth-redirect': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || values.seed === undefined) {
    process.stdout.write(`${USAGE}\n`);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const simulator = await startZendesk({
    seed: parseSeed(await readFile(values.seed, 'utf8')),
    port: Number(values.port),
    ...(values.token === undefined ? {} : { token: values.token }),
  });
  const { 'oauth-client': client, 'oauth-secret': secret, 'oauth-redirect': redirect } = values;
  if (client !== undefined && redirect !== undefined) {
    simulator.oauth.registerClient({
      id: client,
      redirectUris: [redirect],
      ...(secret === undefined ? {} : { secret }),
    });
  }
  const installed = values.webhook && connect(values.webhook, values.events?.split(','));
  process.stdout.write(
    `${JSON.stringify({ baseUrl: simulator.baseUrl, token: simulator.token, ...(installed || {}) })}\n`,
  );

  function connect(endpoint: string, types: string[] | undefined) {
    return types
      ? simulator.webhooks.connectEvents({ endpoint, types })
      : simulator.webhooks.connectTrigger({ endpoint });
  }
  const stop = () => void simulator.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((thrown: unknown) => {
  const message = isAppError(thrown) || thrown instanceof Error ? thrown.message : 'unknown failure';
  process.stderr.write(`zendesk simulator: ${message}\n`);
  process.exitCode = 1;
});
