import type { SeedArticle, SeedTicket, ZendeskSeed } from '../seed.ts';
import { toArticle, toAttachments, toMacro, toOrganization, toTranslations, toUser } from './from-seed.ts';
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
    putArticle(article, index, store);
  });
  seed.macros.forEach((macro, index) => {
    store.macros.set(macro.id, toMacro(macro, index, store));
  });
  for (const ticket of [...seed.tickets].sort((a, b) => a.id - b.id)) addTicket(ticket, store);
  return store;
}

export function putArticle(seed: SeedArticle, index: number, store: ZendeskStore): void {
  store.articles.set(seed.id, toArticle(seed, index, store));
  store.translations.set(seed.id, toTranslations(seed, store));
  store.articleBrands.set(seed.id, seed.brandId ?? store.brand.id);
  store.articlesVersion += 1;
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
  ticket.brand_id = seed.brandId ?? store.brand.id;
  ticket.group_id = seed.groupId ?? null;
  ticket.ticket_form_id = seed.formId ?? null;
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
