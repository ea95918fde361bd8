import { parseArgs } from 'node:util';
import { isAppError } from '@draftsmith/errors';
import { PUBLISHED_LIMITS } from './api/rate-limits.ts';
import { sampleDeal } from './sample-deal.ts';
import { startHubSpot } from './simulator.ts';

const USAGE = `Usage: node main.ts [--port N] [--portal ID]... [--redirect URL] [--webhook URL]
                    [--client-id ID] [--client-secret SECRET] [--app-id N] [--published-limits]

  --portal ID         an account with a sample deal; may be repeated (default: 12345678)
  --redirect URL      where the consent page may send the browser back to; may be repeated
  --webhook URL       the target of the app's webhooks
  --published-limits  HubSpot's rate limits, which are off otherwise

Prints one JSON line when ready: {"baseUrl","clientId","clientSecret","appId","portals":[{"id","token","dealId"}]}`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      portal: { type: 'string', multiple: true, default: ['12345678'] },
      redirect: { type: 'string', multiple: true },
      webhook: { type: 'string' },
      'client-id': { type: 'string' },
      'client-secret': { type: 'string' },
      'app-id': { type: 'string' },
      'published-limits': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const simulator = await startHubSpot({
    port: Number(values.port),
    portals: values.portal.map((id) => ({ id: Number(id) })),
    app: {
      ...(values['client-id'] === undefined ? {} : { clientId: values['client-id'] }),
      ...(values['client-secret'] === undefined ? {} : { clientSecret: values['client-secret'] }),
      ...(values['app-id'] === undefined ? {} : { appId: Number(values['app-id']) }),
      ...(values.redirect === undefined ? {} : { redirectUrls: values.redirect }),
    },
    ...(values['published-limits'] ? { limits: PUBLISHED_LIMITS } : {}),
  });
  if (values.webhook !== undefined) simulator.webhooks.connect(values.webhook);
  const portals = simulator.portals.map((portal) => ({
    id: portal.id,
    token: portal.staticToken(),
    dealId: sampleDeal(portal.seed).id,
  }));
  const { clientId, clientSecret, appId } = simulator.app;
  process.stdout.write(`${JSON.stringify({ baseUrl: simulator.baseUrl, clientId, clientSecret, appId, portals })}\n`);
  const stop = () => void simulator.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((thrown: unknown) => {
  const message = isAppError(thrown) || thrown instanceof Error ? thrown.message : 'unknown failure';
  process.stderr.write(`hubspot simulator: ${message}\n`);
  process.exitCode = 1;
});
