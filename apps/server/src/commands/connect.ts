import type { ConnectorCapabilities, ConnectorOffer, ConnectProgress, DryRunView } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { type AccountKey, randomToken } from '@draftsmith/installations';
import { createLogger } from '@draftsmith/logger/winston';
import type { RawSettings } from '@draftsmith/settings';
import { Command } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import { installOf } from '../connections/open-installation.ts';
import type { Ask } from '../connections/operations.ts';
import { connectors } from '../registry.ts';
import { followSetUp } from './connect/follow-set-up.ts';
import { createPrompt, type Prompt } from './connect/prompt.ts';
import { loopbackUri, waitForConsent } from './connect/wait-for-consent.ts';
import { withConnections } from './connect/with-connections.ts';

interface ConnectOptions {
  subdomain?: string;
  clientId?: string;
  clientCredentials?: boolean;
  port: string;
  try?: string;
  json?: boolean;
}

const NOTES = `
The client's secret is asked for, read from standard input, or taken from
ZENDESK_CLIENT_SECRET or HUBSPOT_CLIENT_SECRET (its identifier from _CLIENT_ID):
never an argument, which other people on the machine could read.`;

export function connectCommand(environment: CommandEnvironment): Command {
  return new Command('connect')
    .description('Connect an account of a source system: access, webhooks, test, and a draft to try it')
    .argument('<connector>', connectors.map(({ id }) => id).join(' or '))
    .option('--subdomain <name>', 'for Zendesk: the part before .zendesk.com')
    .option('--client-id <identifier>', 'of your own OAuth client, or of your HubSpot app')
    .option(
      '--client-credentials',
      'for Zendesk, without a consent page: access of the client itself, for this account alone',
    )
    .option('--port <number>', 'of this machine, where the consent page sends the browser back to', '4311')
    .option('--try <number>', 'at the end, a draft on this ticket or deal; nothing is written back')
    .option('--json', 'one JSON document')
    .addHelpText('after', NOTES)
    .action((connector: string, options: ConnectOptions) => connect(environment, connector, options));
}

async function connect(environment: CommandEnvironment, connector: string, options: ConnectOptions): Promise<void> {
  const { raw, say } = environment;
  const source = await raw();
  const { draftsAs } = installOf(connectors, connector).descriptor.capabilities;
  using prompt = createPrompt(environment);
  await withConnections(source, createLogger({ level: 'error' }), async ({ ask, by }) => {
    if (by === 'here' && !source.DATABASE_URL && draftsAs === 'internal-note')
      say('No Draftsmith is running here: the test delivery needs one. Start it, then run this again');
    const key = await authorise(ask, prompt, { environment, connector, options, source });
    say(`${key.connector} ${key.account} is connected; setting it up:`);
    const progress = await followSetUp(ask, key, say);
    const ticket = progress.finished ? (options.try ?? (await resourceToTry(prompt, connector, options))) : undefined;
    const dryRun = ticket === undefined ? undefined : await ask('dry-run', { ...key, resourceId: ticket });
    report(environment, { key, progress, dryRun, json: options.json === true });
  });
}

/** What happens from now on. */
const NEXT: Record<ConnectorCapabilities['draftsAs'], string> = {
  'internal-note': 'Drafts come with the next customer message.',
  document: 'Reps can generate proposals as soon as the card is on their deals.',
};

interface Wanted {
  environment: CommandEnvironment;
  connector: string;
  options: ConnectOptions;
  source: RawSettings;
}

async function authorise(ask: Ask, prompt: Prompt, wanted: Wanted): Promise<AccountKey> {
  const { connector, options, environment } = wanted;
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new AppError('invalid', '--port: expected a port from 1 to 65535', { code: 'connect.port' });
  const redirectUri = loopbackUri(port);
  const { offers } = await ask('offers', {});
  const offer = offers.find((one) => one.connector === connector);
  const given = await givenFor(offer, prompt, options);
  const client = await clientFor(prompt, wanted, { offer, redirectUri });
  const way = options.clientCredentials ? ('client-credentials' as const) : ('oauth' as const);
  const boundTo = randomToken();
  const begun = await ask('authorise', { connector, given, way, ...client, redirectUri, boundTo });
  if (begun.key) return begun.key;
  const { code, state } = await waitForConsent(port, prompt, async () => {
    environment.say('It will be asked for:');
    for (const { scope, reason } of offer?.scopes ?? []) environment.say(`  ${scope}: ${reason.en}`);
    environment.say('Open this address in a browser, as an admin, and allow it:');
    environment.say(`  ${begun.url}`);
    environment.say(`If it is refused there: ${redirectUri} has to be among the redirect URLs of the client.`);
    environment.say('On another machine: paste the address here on which the browser ends.');
  });
  return ask('complete', { code, state, boundTo });
}

/** What has to be known before anybody is asked; nothing where consent says which account it is. */
async function givenFor(
  offer: ConnectorOffer | undefined,
  prompt: Prompt,
  { subdomain }: ConnectOptions,
): Promise<Record<string, string>> {
  if (!offer?.fields.includes('subdomain')) return {};
  return {
    subdomain: subdomain ?? (await prompt.needed('Subdomain (acme for acme.zendesk.com):', 'give --subdomain')),
  };
}

/** Nothing where our own client works for every account. */
async function clientFor(
  prompt: Prompt,
  { environment, connector, options, source }: Wanted,
  { offer, redirectUri }: { offer: ConnectorOffer | undefined; redirectUri: string },
): Promise<{ clientId?: string; clientSecret?: string }> {
  const prefix = connector.replaceAll('-', '_').toUpperCase();
  const known = options.clientId ?? source[`${prefix}_CLIENT_ID`];
  if (!known && offer?.globalClient && !options.clientCredentials) return {};
  if (!known) for (const line of whereClientsAre(connector, redirectUri)) environment.say(line);
  const clientId = known ?? (await prompt.needed('Identifier of the client:', 'give --client-id'));
  const fromSettings = source[`${prefix}_CLIENT_SECRET`];
  const clientSecret =
    fromSettings ??
    (await prompt.needed('Secret of the client (not shown):', `set ${prefix}_CLIENT_SECRET`, { secret: true }));
  return { clientId, clientSecret };
}

/** How a person comes to a client of their own. */
function whereClientsAre(connector: string, redirectUri: string): string[] {
  if (connector === 'zendesk')
    return [
      'In Zendesk: Admin Center > Apps and integrations > APIs > OAuth clients > Add OAuth client,',
      `  client kind Confidential, redirect URL ${redirectUri}`,
    ];
  if (connector === 'hubspot')
    return [
      'In HubSpot: Development > Projects > the uploaded project (docs/hubspot-card.md) > the app > Auth;',
      `  redirectUrls in its app-hsmeta.json need ${redirectUri} as well`,
    ];
  return [];
}

async function resourceToTry(prompt: Prompt, connector: string, { json }: ConnectOptions): Promise<string | undefined> {
  if (json) return undefined;
  const isDeal = installOf(connectors, connector).descriptor.capabilities.draftsAs === 'document';
  const what = isDeal ? 'deal' : 'ticket';
  return prompt.line(`Number of a ${what} to try a draft on (Enter for none; nothing is written back):`);
}

function report(
  { out, say }: CommandEnvironment,
  {
    key,
    progress,
    dryRun,
    json,
  }: { key: AccountKey; progress: ConnectProgress; dryRun: DryRunView | undefined; json: boolean },
): void {
  if (json) out(JSON.stringify({ ...key, finished: progress.finished, steps: progress.steps, dryRun }, null, 2));
  else if (dryRun?.text !== undefined) {
    out(dryRun.text);
    say('-- nothing was written back');
  } else if (dryRun) say(`No draft: ${dryRun.message ?? dryRun.reason ?? 'no reason given'}`);
  if (!json)
    say(
      progress.finished
        ? NEXT[installOf(connectors, key.connector).descriptor.capabilities.draftsAs]
        : 'Not finished: run this again once it is mended.',
    );
  if (!progress.finished || dryRun?.state === 'failed') process.exitCode = 1;
}
