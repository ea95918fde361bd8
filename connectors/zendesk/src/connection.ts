import type { Connection, ConnectorPorts } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { findAgent } from './agents.ts';
import { createZendeskClient, type ZendeskClient } from './client/client.ts';
import type { ApiUser } from './client/schemas.ts';
import { createTransport } from './client/transport.ts';
import { createArticleReader } from './context/article-reader.ts';
import { readConversation } from './context/conversation.ts';
import { gatherContext } from './context/gather.ts';
import { createMacroReader } from './context/macros.ts';
import { describeDraft } from './describe-draft.ts';
import { API_TOKENS_END } from './facts.ts';
import { articlesFeed } from './knowledge/articles-feed.ts';
import { macrosFeed } from './knowledge/macros-feed.ts';
import { solvedTicketsFeed } from './knowledge/solved-tickets-feed.ts';
import { noteHtml } from './note/note.ts';
import { replyAfter } from './replies/reply-after.ts';
import { createChoices } from './rules/choices.ts';
import { recentTickets } from './rules/recent.ts';
import type { ZendeskSettings } from './settings.ts';
import { sharedLoad } from './shared-load.ts';
import { writeBack } from './write-back.ts';

/** The operations on one Zendesk account. */
export function connect(settings: ZendeskSettings, ports: ConnectorPorts): Connection {
  if (settings.credentials.kind === 'api-token') {
    ports.warn(`Zendesk switches API tokens off on ${API_TOKENS_END}: use an OAuth token`);
  }
  const client = createZendeskClient(settings, ports);
  const transport = createTransport(settings, ports);
  const { now, warn } = ports;
  // Behind another base address, only the API is known to answer.
  const agentOrigin = settings.baseUrl === undefined ? `https://${settings.subdomain}.zendesk.com` : undefined;
  const macros = createMacroReader(client, now);
  const readArticle = createArticleReader();
  const ownUserId = sharedLoad({
    load: async (signal) => (await identify(client, signal)).id,
    ttlMs: Number.POSITIVE_INFINITY,
    now,
  });

  return {
    gatherContext: (resource, signal) =>
      gatherContext(resource, { client, ownUserId, readArticle, macros, agentOrigin, warn }, signal),
    describeDraft,
    writeBack: (write, signal) =>
      writeBack(
        write,
        { client, html: noteHtml(write.draft, settings.noteLanguage, write.attachments), agentOrigin },
        signal,
      ),
    async check(signal) {
      const { name, role } = await identify(client, signal);
      return { identity: `${name ?? 'unnamed'} (${role}) at ${settings.subdomain}` };
    },
    choices: createChoices({ transport, now, warn }),
    recent: (limit, signal) => recentTickets(transport, { limit, agentOrigin }, signal),
    replyAfter: (resource, revision, signal) => replyAfter(resource, revision, { client }, signal),
    agent: (id, signal) => findAgent(transport, id, signal),
    feeds: () => [
      articlesFeed(transport),
      macrosFeed(transport),
      solvedTicketsFeed({
        transport,
        readConversation: (id, signal) => readConversation(client, id, ownUserId(signal), signal),
        now,
      }),
    ],
  };
}

/**
 * Who the credentials are.
 *
 * @throws AppError `auth` for the anonymous user, which Zendesk may answer with status 200, and `permission` for an end
 * user, who can neither read all tickets nor write notes.
 */
async function identify(client: ZendeskClient, signal: AbortSignal): Promise<ApiUser & { id: string }> {
  const user = await client.currentUser(signal);
  if (!user.id) {
    throw new AppError('auth', 'Zendesk takes us for an anonymous visitor: the credentials are missing or wrong', {
      code: 'zendesk.anonymous',
    });
  }
  if (user.role !== 'agent' && user.role !== 'admin') {
    throw new AppError('permission', 'The credentials belong to an end user; an agent or admin is needed', {
      code: 'zendesk.not-an-agent',
    });
  }
  return { ...user, id: user.id };
}
