import type { Gathered, ResourceRef, SeenResource, Source } from '@draftsmith/contracts';
import { type ErrorKind, isAppError } from '@draftsmith/errors';
import { asRead } from '@draftsmith/untrusted-text';
import type { ZendeskClient } from '../client/client.ts';
import { isRecordNotFound } from '../client/errors.ts';
import { SEARCH_WORDS } from '../facts.ts';
import type { ArticleReader } from './article-reader.ts';
import { type Conversation, readConversation } from './conversation.ts';
import { searchQuery } from './search-query.ts';
import { messageToAnswer } from './skip.ts';
import { factsOf } from './ticket-facts.ts';
import { customerOf, peopleOf, textOfComment, turnsOf } from './turns.ts';

export interface GatherPorts {
  client: ZendeskClient;
  ownUserId: (signal: AbortSignal) => Promise<string>;
  readArticle: ArticleReader;
  /** The texts of all active macros. */
  macros: (signal: AbortSignal) => Promise<readonly Source[]>;
  /** Address for people, without a trailing slash; undefined where we only know the address of the API. */
  agentOrigin: string | undefined;
  warn: (message: string, fields?: Record<string, string | number | boolean>) => void;
}

/** Everything that a reply can be written from, or the reason why there should be none. Reads only. */
export async function gatherContext(resource: ResourceRef, ports: GatherPorts, signal: AbortSignal): Promise<Gathered> {
  const [conversation, macros] = await Promise.all([
    readConversation(ports.client, resource.id, ports.ownUserId(signal), signal).catch(undefinedIfGone),
    optional('macros', ports, () => ports.macros(signal)),
  ]);
  if (conversation === undefined) return { kind: 'skip', reason: 'deleted' };

  const seen = seenOf(conversation, ports.agentOrigin);
  const verdict = messageToAnswer(conversation);
  if ('skip' in verdict) return { kind: 'skip', ...verdict.skip, seen };

  const { message } = verdict;
  // A word in disguise finds no article.
  const asked = { subject: asRead(seen.subject), message: asRead(textOfComment(message)) };
  const articles = await optional('articles', ports, () => searchArticles(ports, asked, signal));
  return {
    kind: 'context',
    context: {
      ...seen,
      resource,
      revision: message.id,
      freshness: conversation.ticket.updated_at,
      people: peopleOf(conversation),
      sources: [...articles, ...macros],
    },
  };
}

function seenOf(conversation: Conversation, agentOrigin: string | undefined): SeenResource {
  const { ticket } = conversation;
  return {
    subject: ticket.subject ?? '',
    turns: turnsOf(conversation),
    customer: customerOf(conversation),
    facts: factsOf(conversation),
    ...(agentOrigin !== undefined && { url: `${agentOrigin}/agent/tickets/${ticket.id}` }),
  };
}

async function searchArticles(
  { client, readArticle }: GatherPorts,
  asked: { subject: string; message: string },
  signal: AbortSignal,
): Promise<Source[]> {
  for (const words of SEARCH_WORDS) {
    const query = searchQuery(asked.subject, asked.message, words);
    // Zendesk refuses a search that names neither words nor a section.
    const articles = query === '' ? [] : await client.searchArticles(query, signal);
    const sources = articles.flatMap((article) => readArticle(article) ?? []);
    if (sources.length > 0) return sources;
  }
  return [];
}

/** A team without a help centre, or a token that may not read macros, still gets drafts from the rest. */
const OPTIONAL_WITHOUT: readonly ErrorKind[] = ['permission', 'not-found'];

async function optional(
  what: 'articles' | 'macros',
  { warn }: GatherPorts,
  read: () => Promise<readonly Source[]>,
): Promise<readonly Source[]> {
  try {
    return await read();
  } catch (thrown) {
    if (!isAppError(thrown) || !OPTIONAL_WITHOUT.includes(thrown.kind)) throw thrown;
    warn(`Drafting without ${what}: Zendesk does not give them`, { status: thrown.status ?? 0 });
    return [];
  }
}

function undefinedIfGone(thrown: unknown): undefined {
  if (!isRecordNotFound(thrown)) throw thrown;
}
