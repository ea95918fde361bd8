import { isAppError } from '@draftsmith/errors';
import express, { type Express, type Response } from 'express';
import { z } from 'zod';
import type { ZendeskSimulator } from '../zendesk/simulator.ts';
import type { createProxy } from './proxy.ts';
import { readTicket } from './ticket-data.ts';
import { workspacePage } from './workspace-page.ts';

export interface WorkspaceContext {
  zendesk: ZendeskSimulator;
  agentId: number;
  session: string;
  proxy: ReturnType<typeof createProxy>;
  /** What the page is told of agent, account and app. */
  facts: Readonly<Record<string, unknown>>;
}

const submitSchema = z.object({ html: z.string().min(1), public: z.boolean() });

/** The agent workspace: its page, and what the page asks for. */
export function createWorkspaceServer(context: WorkspaceContext): Express {
  const { zendesk, session } = context;
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json({ limit: '2mb' }));
  app.use('/workspace/files', express.static(new URL('browser/', import.meta.url).pathname, { index: false }));

  app.get('/agent/tickets/:id', (request, response) => {
    const { theme, locale, width } = request.query as Record<string, string>;
    response.type('html').send(
      workspacePage({
        ...context.facts,
        ticketId: Number(request.params.id),
        theme: theme === 'dark' ? 'dark' : 'light',
        width: Number(width) || 320,
        ...(locale === undefined ? {} : { locale }),
      }),
    );
  });

  app.get('/workspace/tickets/:id', (request, response) =>
    answer(response, () => readTicket(zendesk.baseUrl, session, Number(request.params.id))),
  );
  // As the button of the agent workspace does it: the channel is the web, not the API.
  app.post('/workspace/tickets/:id/reply', (request, response) =>
    answer(response, async () => {
      const { html, public: isPublic } = submitSchema.parse(request.body);
      zendesk.addAgentComment(Number(request.params.id), {
        body: '',
        html,
        public: isPublic,
        authorId: context.agentId,
      });
      return {};
    }),
  );
  app.post('/workspace/request', (request, response) => answer(response, () => context.proxy(request.body)));
  registerChanges(app, zendesk);
  return app;
}

/** Server-sent events: which ticket changed. */
function registerChanges(app: Express, zendesk: ZendeskSimulator): void {
  app.get('/workspace/changes', (request, response) => {
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    const end = zendesk.onTicketChange((ticketId) => response.write(`data: ${ticketId}\n\n`));
    request.on('close', end);
  });
}

async function answer(response: Response, work: () => Promise<unknown>): Promise<void> {
  try {
    response.json(await work());
  } catch (thrown) {
    const isKnown = isAppError(thrown) || thrown instanceof z.ZodError;
    const status = isAppError(thrown) && thrown.kind === 'not-found' ? 404 : isKnown ? 422 : 500;
    response.status(status).json({ message: thrown instanceof Error ? thrown.message : 'unknown' });
  }
}
