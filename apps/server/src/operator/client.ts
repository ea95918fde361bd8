import { AppError, isAppError } from '@draftsmith/errors';
import { createHttpClient } from '@draftsmith/http';
import type { ServerSettings } from '../settings.ts';

/** Milliseconds; a year of attempts takes its time to be priced again. */
const PATIENCE = 10 * 60_000;
const MAX_BODY_BYTES = 64 * 1024 * 1024;

export type ServerAddress = Pick<ServerSettings, 'PORT' | 'DRAFTSMITH_HOST' | 'DRAFTSMITH_METRICS_TOKEN'>;

export interface OperatorRequest<Kind extends string> {
  /** Below /operator/. */
  path: string;
  query?: Record<string, string>;
  /** Sent by POST: what names a person stands in no address. */
  json?: unknown;
  /** Of the answer; another one comes from another version. */
  kind: Kind;
}

/**
 * Asks the Draftsmith that runs with the same settings.
 *
 * @throws AppError that says what to do: another port, the token, another version, or what the server itself says
 */
export async function askServer<Answer extends { kind: string }>(
  settings: ServerAddress,
  { path, query = {}, json: body, kind }: OperatorRequest<Answer['kind']>,
): Promise<Answer> {
  const origin = originOf(settings);
  const token = settings.DRAFTSMITH_METRICS_TOKEN;
  const client = createHttpClient({
    baseUrl: `${origin}/operator/`,
    headers: () => (token === undefined ? {} : { authorization: `Bearer ${token}` }),
    userAgent: 'draftsmith-command-line',
    deadlineMs: PATIENCE,
    maxBodyBytes: MAX_BODY_BYTES,
  });
  try {
    const { json } = await client.request(
      body === undefined
        ? { method: 'GET', path, query, retry: 'never' }
        : { method: 'POST', path, json: body, retry: 'never' },
    );
    // A page that answers every address, another Draftsmith, or another program altogether.
    if (typeof json !== 'object' || json === null || !('kind' in json) || json.kind !== kind) throw notOurs(origin);
    return json as Answer;
  } catch (thrown) {
    throw isAppError(thrown) ? explained(thrown, origin) : thrown;
  }
}

/** From this machine, whatever the server listens on; only another address of it needs to be called by that name. */
function originOf({ PORT, DRAFTSMITH_HOST: host }: ServerAddress): string {
  const anywhere = ['0.0.0.0', '::', 'localhost', '127.0.0.1'].includes(host);
  const name = anywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${PORT}`;
}

function explained(error: AppError, origin: string): AppError {
  if (error.code === 'http.network')
    return new AppError(
      'unavailable',
      `A Draftsmith uses the database, and none answers at ${origin}: set PORT as it is for that one, or stop it`,
      { code: 'operator.unreachable' },
    );
  if (error.status === 403)
    return new AppError(
      'permission',
      `The Draftsmith at ${origin} wants a token: set DRAFTSMITH_METRICS_TOKEN for it and for this command`,
      { code: 'operator.token' },
    );
  if (error.status === 404) return notOurs(origin);
  const said = error.status !== undefined && messageOf(error.cause);
  return said ? new AppError(error.kind, said, { code: 'operator.refused' }) : error;
}

function notOurs(origin: string): AppError {
  return new AppError('unavailable', `What answers at ${origin} is no Draftsmith of this version`, {
    code: 'operator.unknown',
  });
}

function messageOf(body: unknown): string | undefined {
  const message: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'message') : undefined;
  return typeof message === 'string' ? message : undefined;
}
