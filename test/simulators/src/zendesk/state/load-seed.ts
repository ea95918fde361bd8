import type { SeedTicket, ZendeskSeed } from '../seed.ts';
import { toArticle, toAttachments, toMacro, toOrganization, toUser } from './from-seed.ts';
import { newTicket } from './new-ticket.ts';
import { recordComment } from './record-comment.ts';
import { toTimestamp, ZendeskStore } from './store.ts';

/** A store that holds what the seed describes. Tickets without `comments` stay unseen until their `incoming` arrives. */
export function loadSeed(seed: ZendeskSeed, environment: { baseUrl: string; clock: () => Date }): ZendeskStore {
  const store = new ZendeskStore(seed, environment);
  for (const organization of seed.organizations) {
    store.organizations.set(organization.id, toOrganization(organization, store));
  }
  for (const user of seed.users) store.users.set(user.id, toUser(user, store));
  seed.articles.forEach((article, index) => {
    store.articles.set(article.id, toArticle(article, index, store));
  });
  seed.macros.forEach((macro, index) => {
    store.macros.set(macro.id, toMacro(macro, index, store));
  });
  for (const ticket of [...seed.tickets].sort((a, b) => a.id - b.id)) addTicket(ticket, store);
  return store;
}

function addTicket(seed: SeedTicket, store: ZendeskStore): void {
  const first = seed.comments[0] ?? seed.incoming;
  const ticket = newTicket(store, {
    id: seed.id,
    subject: seed.subject,
    requesterId: seed.requesterId,
    createdAt: first ? toTimestamp(new Date(first.createdAt)) : store.now(),
    channel: seed.channel ?? 'email',
    isPublic: first?.public ?? true,
  });
  ticket.status = seed.status;
  ticket.description = first?.body ?? '';
  ticket.assignee_id = seed.assigneeId ?? null;
  ticket.priority = seed.priority ?? null;
  ticket.tags = [...(seed.tags ?? [])];
  const record = { ticket, comments: [], audits: [], ...(seed.incoming ? { incoming: seed.incoming } : {}) };
  store.addTicket(record);
  for (const comment of seed.comments) {
    recordComment(store, record, {
      authorId: comment.authorId,
      text: { body: comment.body },
      public: comment.public,
      createdAt: toTimestamp(new Date(comment.createdAt)),
      channel: ticket.via.channel,
      attachments: toAttachments(comment, store),
    });
  }
}
