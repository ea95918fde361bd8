import { AppError } from '@draftsmith/errors';
import { z } from 'zod';
import { RateWindow } from '../zendesk/api/rate-limits.ts';
import type { AppManifest, AppSettings } from './manifest.ts';
import { fillSettings, type SettingScope, signJwt } from './secure-settings.ts';

const requestSchema = z.object({
  url: z.string(),
  type: z.string().optional(),
  method: z.string().optional(),
  data: z.unknown().optional(),
  contentType: z.string().optional(),
  headers: z.record(z.string(), z.string()).default({}),
  secure: z.boolean().default(false),
  cors: z.boolean().default(false),
  timeout: z.number().positive().optional(),
  jwt: z
    .object({
      algorithm: z.string(),
      secret_key: z.string(),
      expiry: z.number().default(300),
      claims: z.record(z.string(), z.unknown()).default({}),
    })
    .optional(),
});
export type AppRequest = z.infer<typeof requestSchema>;

export interface ProxiedReply {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: string;
}

/** One request as it went out; never with a header or a body. */
export interface ProxiedRequest {
  method: string;
  url: string;
  status: number;
}

export interface ProxyContext {
  manifest: AppManifest;
  settings: AppSettings;
  zendeskUrl: string;
  /** The browser session of the signed-in agent. */
  session: string;
  clock: () => Date;
  /** Requests a minute of one agent in one app; 100 in Zendesk. */
  requestsPerMinute: number;
  onRequest(request: ProxiedRequest): void;
}

/** How long Zendesk's proxy waits is not published. */
const TIMEOUT_MS = 30_000;

/** What `client.request` makes of a request: as the agent to the account itself, or server-side to a named host. */
export function createProxy(context: ProxyContext): (given: unknown) => Promise<ProxiedReply> {
  const window = new RateWindow(context.requestsPerMinute, 60_000, context.clock);
  return async (given) => {
    const parsed = requestSchema.safeParse(given);
    if (!parsed.success) throw new AppError('invalid', `client.request: ${z.prettifyError(parsed.error)}`);
    const rate = window.take('app');
    if (!rate.allowed) return tooMany(rate.resets);
    const outgoing = parsed.data.url.startsWith('/') ? toAccount(parsed.data, context) : toHost(parsed.data, context);
    const reply = await send(outgoing, parsed.data.timeout ?? TIMEOUT_MS);
    context.onRequest({ method: outgoing.method, url: parsed.data.url, status: reply.status });
    return reply;
  };
}

interface Outgoing {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
}

function toAccount(request: AppRequest, { zendeskUrl, session }: ProxyContext): Outgoing {
  const outgoing = basic(request);
  return {
    ...outgoing,
    url: zendeskUrl + outgoing.url,
    headers: { ...outgoing.headers, authorization: `Bearer ${session}` },
  };
}

function toHost(request: AppRequest, context: ProxyContext): Outgoing {
  if (request.cors) throw new AppError('invalid', 'client.request with cors is not simulated; leave it to the proxy');
  const plain = basic(request);
  const outgoing = request.secure ? fill(plain, request, context) : plain;
  const { hostname, host, protocol } = urlOf(outgoing.url);
  if (
    !/^https?:$/.test(protocol) ||
    ![hostname, host].some((name) => context.manifest.domainWhitelist.includes(name))
  ) {
    throw new AppError('permission', `The host ${hostname} is not in domainWhitelist of the manifest`);
  }
  return outgoing;
}

function fill(outgoing: Outgoing, { jwt }: AppRequest, context: ProxyContext): Outgoing {
  const settings = (text: string, scope: SettingScope) => fillSettings(text, scope, context);
  const claims = (jwt: NonNullable<AppRequest['jwt']>) =>
    Object.entries(jwt.claims).map(([name, value]) => [
      name,
      typeof value === 'string' ? settings(value, 'jwt_claim') : value,
    ]);
  const token =
    jwt &&
    signJwt(
      {
        algorithm: jwt.algorithm,
        secretKey: settings(jwt.secret_key, 'jwt_secret_key'),
        expiry: jwt.expiry,
        claims: Object.fromEntries(claims(jwt)),
      },
      context.clock(),
    );
  const all = (text: string, scope: SettingScope) =>
    settings(text, scope).replaceAll(/\{\{\s*jwt\.token\s*\}\}/g, token ?? '');
  return {
    method: outgoing.method,
    url: all(outgoing.url, 'url'),
    headers: Object.fromEntries(Object.entries(outgoing.headers).map(([name, value]) => [name, all(value, 'header')])),
    body: outgoing.body === undefined ? undefined : all(outgoing.body, 'body'),
  };
}

function basic(request: AppRequest): Outgoing {
  const method = (request.type ?? request.method ?? 'GET').toUpperCase();
  const { data } = request;
  const isRead = method === 'GET' || method === 'HEAD';
  const query = isRead && typeof data === 'object' && data !== null ? `?${formOf(data)}` : '';
  const body =
    isRead || data === undefined || data === null ? undefined : typeof data === 'string' ? data : formOf(data);
  const type = request.contentType ?? 'application/x-www-form-urlencoded; charset=UTF-8';
  return {
    url: request.url + query,
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': type }), ...request.headers },
    body,
  };
}

/** As jQuery, which ZAF took the form of its requests from. */
function formOf(data: object): string {
  return new URLSearchParams(
    Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)])),
  ).toString();
}

async function send({ url, method, headers, body }: Outgoing, timeoutMs: number): Promise<ProxiedReply> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: response.status,
      statusText: response.statusText,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  } catch (thrown) {
    const timedOut = thrown instanceof DOMException && thrown.name === 'TimeoutError';
    return { status: timedOut ? 504 : 502, statusText: timedOut ? 'timeout' : 'error', headers: {}, body: '' };
  }
}

function tooMany(resets: number): ProxiedReply {
  return {
    status: 429,
    statusText: 'Too Many Requests',
    headers: { 'content-type': 'application/json', 'retry-after': String(resets) },
    body: JSON.stringify({ error: 'APIRateLimitExceeded', description: 'Number of allowed app requests exceeded' }),
  };
}

function urlOf(url: string): URL {
  try {
    return new URL(url);
  } catch (cause) {
    throw new AppError('invalid', 'client.request: url is neither absolute nor begins with /', { cause });
  }
}
