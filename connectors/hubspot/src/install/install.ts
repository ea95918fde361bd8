import type { ConnectorInstall, ConnectorPorts } from '@draftsmith/contracts';
import { clientFor } from '../client-for.ts';
import { identify } from '../connection.ts';
import { hubspotOAuth } from '../oauth/oauth.ts';
import { connectedSchema, type HubSpotSettings } from '../settings.ts';
import { diagnose } from './diagnose.ts';
import { uninstall } from './uninstall.ts';

/** An admin waits, and it is a handful of calls: our share is for proposals to keep to. */
const unmetered = ({ allowance: _, ...ports }: ConnectorPorts): ConnectorPorts => ports;

/** How an account is connected without settings: an admin consents, and that is all. */
export const install: ConnectorInstall<HubSpotSettings> = {
  form: { schema: connectedSchema, fields: [] },
  // An admin chooses the account on HubSpot's own page.
  accountByConsent: { field: 'portalId', meanwhile: '0' },
  steps: ['draft'],
  oauth: hubspotOAuth,
  globalClient: ({ client }) => client,
  endsOn: () => undefined,

  /** Nothing to make: webhooks, card and workflow action come with the app. Only whether its tokens are the account's. */
  async provision(settings, ports, _context, signal) {
    await identify(clientFor(settings, unmetered(ports)), settings, signal);
    return { artefacts: {}, secrets: {} };
  },

  async sendTest() {
    return { ok: false, status: undefined, detail: 'HubSpot has no test deliveries: move a deal to another stage' };
  },

  diagnose: (settings, ports, _made, context, signal) =>
    diagnose({ client: clientFor(settings, unmetered(ports)), settings, ports, context, signal }),

  async remove(settings, ports, _made, signal) {
    // A static token belongs to the operator's own app, and ends there.
    if (settings.credentials.kind === 'static') return { left: [] };
    return { left: await uninstall(clientFor(settings, unmetered(ports)), signal) };
  },
};
