import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '@draftsmith/logger';
import { startZendesk, type ZendeskSeed, type ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { readServerSettings } from '../settings.ts';
import { type RunningServer, startServer } from '../start-server.ts';

export const CLIENT = { clientId: 'draftsmith', clientSecret: 'client-secret-5' };
export const TICKET = 71447;

const SEED: ZendeskSeed = {
  account: { id: 18525119, subdomain: 'acme', name: 'Acme', locale: 'en-US' },
  brand: { id: 900, name: 'Acme' },
  organizations: [],
  users: [
    { id: 11, name: 'Ada Admin', email: 'ada@example.com', role: 'admin', locale: 'en-US' },
    { id: 21, name: 'Carla Customer', email: 'carla@example.org', role: 'end-user', locale: 'en-US' },
  ],
  articles: [
    {
      ...{ id: 501, locale: 'en-us', title: 'Refunds', updatedAt: '2026-11-01T00:00:00Z' },
      body: '<p>A refund takes five days after we received the parcel.</p>',
    },
  ],
  macros: [],
  tickets: [
    {
      ...{ id: TICKET, subject: 'Refund', requesterId: 21, assigneeId: 11, status: 'open', channel: 'email' },
      comments: [
        { authorId: 21, public: true, body: 'How long does a refund take?', createdAt: '2026-11-20T09:00:00Z' },
      ],
    },
  ],
};

export interface Scene extends AsyncDisposable {
  zendesk: ZendeskSimulator;
  server: RunningServer;
  url: string;
  /** Settings of the server, for commands beside it. */
  raw: Record<string, string>;
  /** As an admin's browser: with its cookies, and without following redirects. */
  browse(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown; location: string }>;
}

/** A simulated account, a server without any account, and an admin's browser. */
export async function openScene(settings: Record<string, string> = {}): Promise<Scene> {
  const zendesk = await startZendesk({ seed: SEED, webhookRetryDelaysMs: [0] });
  const folder = await mkdtemp(join(tmpdir(), 'draftsmith-connect-'));
  const raw = { DRAFTSMITH_DATA: folder, PORT: '0', ZENDESK_BASE_URL: zendesk.baseUrl, ...settings };
  const server = await startServer({
    ...{ settings: readServerSettings(raw), raw, logger: silentLogger, demo: true, retryDelaySeconds: 0 },
  });
  const url = server.url ?? '';
  zendesk.oauth.registerClient({
    ...{ id: CLIENT.clientId, secret: CLIENT.clientSecret, redirectUris: [`${url}/connect/callback`] },
  });
  const cookies = new Map<string, string>();
  return {
    ...{ zendesk, server, url, raw: { ...raw, PORT: new URL(url).port } },
    async browse(method, path, body) {
      const response = await fetch(new URL(path, url), {
        method,
        redirect: 'manual',
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'x-draftsmith-csrf': '1',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [name = '', ...value] = cookie.split(';', 1)[0]?.split('=') ?? [];
        cookies.set(name, value.join('='));
      }
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
      return {
        status: response.status,
        body: isJson ? JSON.parse(text) : text,
        location: response.headers.get('location') ?? '',
      };
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      await zendesk.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
