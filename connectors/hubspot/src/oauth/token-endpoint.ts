import type { ConnectorPorts, OAuthClient } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { z } from 'zod';
import { fieldOf, toHubSpotError } from '../client/errors.ts';
import { type HttpAnswer, sendOnce } from '../client/http.ts';
import type { HubSpotSettings } from '../settings.ts';

/** Milliseconds; less than the keeper of tokens waits. */
const DEADLINE_MS = 15_000;

export interface TokenEndpoint {
  /** Sent once, as a form in the body: what stands in an address ends in logs. */
  post<Schema extends z.ZodType>(
    path: string,
    client: OAuthClient,
    form: Record<string, string>,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.infer<Schema>>;
}

export function createTokenEndpoint(settings: HubSpotSettings, ports: ConnectorPorts): TokenEndpoint {
  return {
    async post(path, { clientId, clientSecret }, form, schema, signal) {
      const body = new URLSearchParams({
        ...form,
        client_id: clientId,
        ...(clientSecret !== undefined && { client_secret: clientSecret }),
      });
      const init = { method: 'POST', headers: { accept: 'application/json' }, body };
      const deadline = AbortSignal.timeout(DEADLINE_MS);
      const answer = await sendOnce(ports.fetch, new URL(`${settings.baseUrl}${path}`), init, { signal, deadline });
      if (answer.status >= 300) throw toOAuthError(answer, ports.now());
      const parsed = schema.safeParse(answer.json);
      if (parsed.success) return parsed.data;
      throw new AppError('unavailable', 'HubSpot answered with something that is no token', {
        code: 'oauth.unexpected-answer',
      });
    },
  };
}

/** `status` of the body: what is our own configuration, and what is the consent. `error` is as good only where it is alone. */
const OUR_OWN: Readonly<Record<string, string>> = {
  BAD_CLIENT_ID: 'HubSpot does not know the client ID of our app: check HUBSPOT_CLIENT_ID',
  BAD_CLIENT_SECRET: 'HubSpot does not accept the client secret of our app: check HUBSPOT_CLIENT_SECRET',
  BAD_REDIRECT_URI: 'HubSpot does not know our redirect URL: add it to redirectUrls of the app and upload the project',
  BAD_GRANT_TYPE: 'HubSpot did not understand the request for a token',
  BAD_AUTH_CODE: 'HubSpot does not know the code of this consent: it was used already, or took too long; start again',
  BAD_CODE_VERIFIER: 'HubSpot did not find this consent to be the one that was begun here: start again',
};
const LOST: ReadonlySet<string> = new Set(['BAD_REFRESH_TOKEN', 'BAD_HUB']);

function toOAuthError(answer: HttpAnswer, now: Date): AppError {
  const { status, error } = refusalIn(answer);
  const ours = OUR_OWN[status];
  if (ours !== undefined) return invalidClient(ours);
  // An app that was uninstalled is not told of it: this is how it learns.
  if (LOST.has(status) || (status === '' && error === 'invalid_grant'))
    return new AppError(
      'auth',
      'HubSpot does not know this consent any more: the app was uninstalled, or access was revoked',
      {
        code: 'oauth.invalid-grant',
      },
    );
  if (error === 'invalid_client' || error === 'unauthorized_client')
    return invalidClient('HubSpot does not accept the client of our app: check its ID and secret');
  return toHubSpotError(answer, { now });
}

function refusalIn({ status, json }: HttpAnswer): { status: string; error: string } {
  // Of any other status, what stands in the body is somebody else's: an outage must not cost a consent.
  if (status !== 400 && status !== 401 && status !== 403) return { status: '', error: '' };
  const read = (field: string) => {
    const value = fieldOf(json, field);
    return typeof value === 'string' ? value : '';
  };
  return { status: /^BAD_/.test(read('status')) ? read('status') : '', error: read('error') };
}

function invalidClient(message: string): AppError {
  return new AppError('invalid', message, { code: 'oauth.invalid-client' });
}
