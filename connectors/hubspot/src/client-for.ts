import type { ConnectorPorts } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { createHubSpotClient, type HubSpotClient } from './client.ts';
import type { HubSpotSettings } from './settings.ts';

/** The client of one account, with whatever its credentials are. */
export function clientFor({ baseUrl, credentials }: HubSpotSettings, ports: ConnectorPorts): HubSpotClient {
  return createHubSpotClient({
    baseUrl,
    accessToken: credentials.kind === 'static' ? async () => credentials.token : keptToken(ports),
    allowance: ports.allowance,
    now: ports.now,
    fetch: ports.fetch,
    warn: ports.warn,
  });
}

function keptToken({ accessToken }: ConnectorPorts): NonNullable<ConnectorPorts['accessToken']> {
  if (accessToken) return accessToken;
  return async () => {
    throw new AppError('auth', 'This account was connected, and nobody here keeps its token', {
      code: 'hubspot.no-token',
    });
  };
}
