import { AssociationTypes } from '@hubspot/api-client/lib/src/enums/AssociationTypes.js';
import { Request } from '@hubspot/api-client/lib/src/services/http/Request.js';
import { type Account, createAccount } from './client/account.ts';
import { type Associations, createAssociations } from './client/associations.ts';
import { createFiles, type Files } from './client/files.ts';
import { createObjects, type Objects } from './client/objects.ts';
import { createTransport, type HubSpotRequest, type Transport, type TransportOptions } from './client/transport.ts';

export { AssociationTypes };

/**
 * The few endpoints that proposals need, and `request` for the rest. Everything throws only AppError: `auth`, `permission`
 * (naming the scopes), `not-found` (`resource-gone`), `conflict`, `invalid`, `rate-limited` (with when to come back),
 * `unavailable`, `timeout`. Nothing is repeated by itself: a write whose outcome is unknown must be looked up.
 */
export interface HubSpotClient extends Account, Associations, Files, Objects, Transport {}

export interface HubSpotClientOptions extends Omit<TransportOptions, 'prepare' | 'timeZone'> {
  /** Scheme, host and path prefix, without a trailing slash. */
  baseUrl: string;
  /** Facts for the operator; never bodies or personal data. */
  warn: (message: string) => void;
}

export function createHubSpotClient({ baseUrl, warn, ...options }: HubSpotClientOptions): HubSpotClient {
  let timeZone: string | undefined;
  const transport = createTransport({
    ...options,
    timeZone: () => timeZone,
    prepare: (request, token) => prepare(baseUrl, request, token),
  });
  return {
    ...transport,
    ...createObjects(transport),
    ...createAssociations(transport, warn),
    ...createFiles(transport),
    ...createAccount(transport, (zone) => {
      timeZone = zone;
    }),
  };
}

/**
 * The official SDK says what a request looks like: address, credentials, headers, body. Sending is ours: the SDK has no time
 * limit and no signal, its retries repeat writes, what it throws quotes whole bodies, and each `Client` overwrites the retry
 * settings of all others in the process. For the same reason no `Client` is ever made.
 */
function prepare(baseUrl: string, { method, path, query, json, form }: HubSpotRequest, accessToken: string) {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  const request = new Request(
    { basePath: baseUrl, accessToken },
    {
      method,
      path,
      ...(given.length > 0 && { qs: Object.fromEntries(given) }),
      // Without a type of ours, fetch writes that of the form, with its boundary.
      ...(form ? { body: form, defaultJson: false } : { body: json }),
    },
  );
  return { url: request.getUrl(), init: request.getSendData() satisfies RequestInit };
}
