import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { AppError } from '@draftsmith/errors';
import type { Express } from 'express';
import { closeAtOnce, listenOnLoopback } from '../loopback.ts';
import type { ZendeskSimulator } from '../zendesk/simulator.ts';
import { createAppServer } from './app-server.ts';
import { type AppManifest, type AppSettings, checkSettings, readManifest, visibleSettings } from './manifest.ts';
import { createProxy, type ProxiedRequest } from './proxy.ts';
import { toPerson } from './ticket-data.ts';
import { createWorkspaceServer } from './workspace-server.ts';

export interface WorkspaceOptions {
  zendesk: ZendeskSimulator;
  /** The unpacked app: `manifest.json`, `assets/`. */
  appDir: string;
  /** What the admin entered at the installation. */
  settings: AppSettings;
  /** Who is signed in. */
  agentId: number;
  /** 0, the default, takes a free port. */
  port?: number;
  /** For the tokens that are signed; by default the time of the machine. */
  clock?: () => Date;
  /** Requests a minute of the app; 100 as in Zendesk. */
  requestsPerMinute?: number;
}

export interface View {
  theme?: 'light' | 'dark';
  /** Of the agent, e.g. `ru`; by default the one in the account. */
  locale?: string;
  /** Of the sidebar, in pixels. */
  width?: number;
}

export interface AgentWorkspace {
  /** The page of a ticket for this agent. */
  url(ticketId: number, view?: View): string;
  /** What the app asked for through `client.request`, oldest first. */
  readonly requests: readonly ProxiedRequest[];
  stop(): Promise<void>;
}

/** Starts the workspace of one agent, and the host of the app's files beside it: two origins, as in Zendesk. */
export async function startWorkspace(options: WorkspaceOptions): Promise<AgentWorkspace> {
  const { zendesk, agentId } = options;
  const appDir = resolve(options.appDir);
  const manifest = await readManifest(appDir);
  const settings = checkSettings(manifest, options.settings);
  const agent = zendesk.state.users().find(({ id }) => id === agentId);
  if (!agent || agent.role === 'end-user') throw new AppError('not-found', `The account has no agent ${agentId}`);

  const session = zendesk.signIn(agentId);
  const requests: ProxiedRequest[] = [];
  const proxy = createProxy({
    manifest,
    settings,
    zendeskUrl: zendesk.baseUrl,
    session,
    clock: options.clock ?? (() => new Date()),
    requestsPerMinute: options.requestsPerMinute ?? 100,
    onRequest: (request) => requests.push(request),
  });

  let workspaceUrl = '';
  const files = await listen(
    createAppServer(appDir, () => workspaceUrl),
    0,
  );
  const facts = {
    agent: toPerson(agent),
    account: { subdomain: zendesk.state.account().subdomain },
    app: appFacts(manifest, settings, files.url),
  };
  const workspace = await listen(createWorkspaceServer({ zendesk, agentId, session, proxy, facts }), options.port ?? 0);
  workspaceUrl = workspace.url;

  return {
    url: (ticketId, view = {}) => {
      const url = new URL(`/agent/tickets/${ticketId}`, workspaceUrl);
      for (const [name, value] of Object.entries(view)) url.searchParams.set(name, String(value));
      return url.toString();
    },
    requests,
    async stop() {
      await Promise.all([closeAtOnce(workspace.server), closeAtOnce(files.server)]);
    },
  };
}

function appFacts(manifest: AppManifest, settings: AppSettings, origin: string): Record<string, unknown> {
  const { url, flexible } = manifest.location.support.ticket_sidebar;
  return {
    origin,
    path: `/${url}`,
    flexible,
    metadata: {
      appId: 1,
      installationId: 1,
      name: manifest.name,
      version: manifest.version,
      settings: visibleSettings(manifest, settings),
    },
    installation: randomUUID(),
  };
}

async function listen(app: Express, port: number): Promise<{ server: Server; url: string }> {
  const server = createServer(app);
  return { server, url: await listenOnLoopback(server, port) };
}
