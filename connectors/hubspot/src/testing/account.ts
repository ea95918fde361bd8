import type { ConnectorPorts, ResourceRef } from '@draftsmith/contracts';
import { type HubSpotOptions, type HubSpotSimulator, startHubSpot } from '@draftsmith/simulators/hubspot';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from '../oauth/scopes.ts';
import { connectedSchema, type HubSpotSettings, settings } from '../settings.ts';

export const PORTAL = 12_345_678;
export const DEAL = '904';
export const REDIRECT = 'https://drafts.example.com/connect/callback';

const namesOf = (scopes: readonly { scope: string }[]) => scopes.map(({ scope }) => scope);

/** HubSpot with our app, and in its first account a deal that deserves a proposal. Whoever starts it closes it. */
export async function startAccount(options: HubSpotOptions = {}): Promise<HubSpotSimulator> {
  const simulator = await startHubSpot({
    portals: [
      { id: PORTAL, name: 'Acme' },
      { id: 5_005, name: 'Globex' },
    ],
    ...options,
    app: {
      requiredScopes: namesOf(REQUIRED_SCOPES),
      optionalScopes: namesOf(OPTIONAL_SCOPES),
      redirectUrls: [REDIRECT],
      ...options.app,
    },
  });
  const { seed } = simulator.portal(PORTAL);
  seed.deal({
    id: DEAL,
    properties: { dealname: 'Acme, forty seats', closedate: '2026-12-15T00:00:00Z', deal_currency_code: 'EUR' },
    contacts: [{ firstname: 'Ann', lastname: 'Example', email: 'ann@example.com' }],
    companies: [{ name: 'Acme', domain: 'acme.example' }],
    lineItems: [{ name: 'Seat', quantity: '40', price: '12.50' }],
  });
  seed.activity('notes', { hs_note_body: '<p>They need forty seats by spring.</p>' }, [['deals', DEAL]]);
  return simulator;
}

/** Settings of an account with a static token of our app, as an operator gives them. */
export function settingsFor(simulator: HubSpotSimulator, accessToken = tokenOf(simulator)): HubSpotSettings {
  return settings.schema.parse({
    portalId: String(PORTAL),
    accessToken,
    clientSecret: simulator.app.clientSecret,
    baseUrl: simulator.baseUrl,
  });
}

/** A token that may do all that we ask for. */
export function tokenOf(simulator: HubSpotSimulator): string {
  return simulator.portal(PORTAL).staticToken([...simulator.app.requiredScopes, ...simulator.app.optionalScopes]);
}

/** Settings of an account that an admin connects. */
export function connectedSettings(simulator: HubSpotSimulator, change: Record<string, string> = {}): HubSpotSettings {
  const { clientId, clientSecret } = simulator.app;
  const { baseUrl } = simulator;
  return connectedSchema.parse({
    ...{ portalId: String(PORTAL), clientId, clientSecret, baseUrl, authorizeUrl: baseUrl },
    ...change,
  });
}

export function portsWith(more: Partial<ConnectorPorts> = {}): ConnectorPorts {
  return { fetch, now: () => new Date(), warn: () => undefined, ...more };
}

export function dealRef(id = DEAL): ResourceRef {
  return { connector: 'hubspot', account: String(PORTAL), type: 'deal', id };
}
