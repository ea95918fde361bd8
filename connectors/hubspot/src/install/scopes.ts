import type { ConnectorPorts, Diagnosis } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import { inParallel } from '../client/in-parallel.ts';
import type { HubSpotClient } from '../client.ts';
import { introspect } from '../oauth/oauth.ts';
import { lackingScopes } from '../oauth/scopes.ts';
import { createTokenEndpoint } from '../oauth/token-endpoint.ts';
import type { HubSpotSettings } from '../settings.ts';

export interface ScopesLook {
  client: HubSpotClient;
  settings: HubSpotSettings;
  ports: ConnectorPorts;
  signal: AbortSignal;
}

const AGAIN = 'Connect the account again, and allow all that is asked for';

/** What HubSpot says of the token; where only the operator can ask that, what reading brings. */
export async function diagnoseScopes(look: ScopesLook): Promise<Diagnosis[]> {
  const { settings, ports, signal } = look;
  const { client, credentials } = settings;
  if (credentials.kind === 'static' || !client || !ports.accessToken) return readingScopes(look);
  const token = await ports.accessToken(undefined, signal);
  const known = await introspect(createTokenEndpoint(settings, ports), client, token, signal);
  if (!known) return [{ check: 'scopes', ok: false, detail: 'HubSpot does not know the token any more', fix: AGAIN }];
  const { required, optional } = lackingScopes(known.scopes);
  if (required.length > 0)
    return [{ check: 'scopes', ok: false, detail: `The token lacks: ${required.join(', ')}`, fix: AGAIN }];
  if (optional.length === 0)
    return [{ check: 'scopes', ok: true, detail: 'The token has every scope that is asked for' }];
  const detail = `The token has every scope that is needed. Without ${optional.join(', ')} something is left out`;
  return [{ check: 'scopes', ok: true, detail }];
}

/** A refusal names what it wants. Writing cannot be tried without leaving something behind. */
async function readingScopes({ client, signal }: ScopesLook): Promise<Diagnosis[]> {
  const types = ['deals', 'contacts', 'companies', 'line_items', 'notes'] as const;
  const reads = [
    ...types.map((type) => () => client.list(type, [], signal)),
    () => client.pipelines('deals', signal),
    () => client.property('line_items', 'discount', signal),
    () => client.owners(signal),
  ];
  const refusals = (await inParallel(reads, 4, refusalOf)).filter((one) => one !== undefined);
  if (refusals.length === 0)
    return [{ check: 'scopes', ok: true, detail: 'The token reads all that is needed; writing was not tried' }];
  const fix = 'Add the scopes to the app of the token, and upload its project again';
  return [{ check: 'scopes', ok: false, detail: [...new Set(refusals)].join('; '), fix }];
}

async function refusalOf(read: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await read();
    return undefined;
  } catch (thrown) {
    if (isAppError(thrown) && thrown.kind === 'permission') return thrown.message;
    throw thrown;
  }
}
