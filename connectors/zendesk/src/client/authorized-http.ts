import type { ConnectorPorts } from '@draftsmith/contracts';
import { AppError, isAppError } from '@draftsmith/errors';
import { createHttpClient, type HttpClient, type HttpReply, type HttpRequest } from '@draftsmith/http';
import { originOf, type ZendeskCredentials, type ZendeskSettings } from '../settings.ts';
import { toZendeskError } from './errors.ts';

/** Milliseconds for one call, its retries included. */
const DEADLINE_MS = 20_000;

/** A page of 100 comments of 64 KB, each three times (HTML, plain and raw). */
const MAX_BODY_BYTES = 20 * 1024 * 1024;

type Authorized = (request: HttpRequest & { signal: AbortSignal }) => Promise<HttpReply>;

/** Calls with whatever the credentials are. A token that Zendesk turns down is replaced once, and the call repeated. */
export function createAuthorizedHttp(settings: ZendeskSettings, ports: ConnectorPorts): Authorized {
  let current: { authorization: string; http: HttpClient } | undefined;

  function httpWith(authorization: string): HttpClient {
    if (current?.authorization !== authorization)
      current = { authorization, http: createZendeskHttp(settings, ports, { authorization }) };
    return current.http;
  }

  const { credentials } = settings;
  if (credentials.kind !== 'managed') {
    const fixed = httpWith(fixedAuthorization(credentials));
    return (request) => translated(fixed.request(request));
  }

  return async (request) => {
    const token = await accessToken(ports, undefined, request.signal);
    try {
      return await translated(httpWith(`Bearer ${token}`).request(request));
    } catch (thrown) {
      // Turned down before anything was done, so also a write may be sent once more.
      if (!isAppError(thrown) || thrown.status !== 401) throw thrown;
      const fresh = await accessToken(ports, token, request.signal);
      return translated(httpWith(`Bearer ${fresh}`).request(request));
    }
  };
}

export function createZendeskHttp(
  settings: ZendeskSettings,
  ports: ConnectorPorts,
  headers: Record<string, string>,
): HttpClient {
  return createHttpClient({
    baseUrl: originOf(settings),
    headers: () => headers,
    userAgent: 'Draftsmith/0.1',
    deadlineMs: DEADLINE_MS,
    maxBodyBytes: MAX_BODY_BYTES,
    fetch: ports.fetch,
    now: ports.now,
  });
}

async function translated(reply: Promise<HttpReply>): Promise<HttpReply> {
  try {
    return await reply;
  } catch (thrown) {
    throw toZendeskError(thrown);
  }
}

function accessToken(ports: ConnectorPorts, refused: string | undefined, signal: AbortSignal): Promise<string> {
  if (!ports.accessToken)
    throw new AppError('auth', 'This account was connected, and nobody here keeps its token', {
      code: 'zendesk.no-token',
    });
  return ports.accessToken(refused, signal);
}

function fixedAuthorization(credentials: Exclude<ZendeskCredentials, { kind: 'managed' }>): string {
  if (credentials.kind === 'oauth') return `Bearer ${credentials.token}`;
  return `Basic ${Buffer.from(`${credentials.email}/token:${credentials.token}`).toString('base64')}`;
}
