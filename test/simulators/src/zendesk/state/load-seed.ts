import type {
  SeedArticle,
  SeedComment,
  SeedMacro,
  SeedOrganization,
  SeedTicket,
  SeedUser,
  ZendeskSeed,
} from '../seed.ts';
import type {
  ZendeskArticle,
  ZendeskAttachment,
  ZendeskMacro,
  ZendeskOrganization,
  ZendeskTicket,
  ZendeskUser,
} from '../wire.ts';
import { recordComment } from './record-comment.ts';
import { toTimestamp, ZendeskStore } from './store.ts';
import { via } from './via.ts';

/** `locale_id` of the locales that seeds use; from `GET /api/v2/locales/public.json`. */
const LOCALE_IDS: Record<string, number> = { 'en-US': 1, es: 2, de: 8, fr: 16, ru: 27 };

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

/** A ticket with Zendesk's defaults and no comment yet. */
export function newTicket(
  store: ZendeskStore,
  given: {
    id: number;
    subject: string;
    requesterId: number;
    createdAt: string;
    channel: string;
    isPublic: boolean;
  },
): ZendeskTicket {
  return {
    url: `${store.baseUrl}/api/v2/tickets/${given.id}.json`,
    id: given.id,
    external_id: null,
    via: via(given.channel),
    created_at: given.createdAt,
    updated_at: given.createdAt,
    type: null,
    subject: given.subject,
    raw_subject: given.subject,
    description: '',
    priority: null,
    status: 'new',
    recipient: null,
    requester_id: given.requesterId,
    submitter_id: given.requesterId,
    assignee_id: null,
    organization_id: store.users.get(given.requesterId)?.organization_id ?? null,
    group_id: null,
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    forum_topic_id: null,
    problem_id: null,
    has_incidents: false,
    is_public: given.isPublic,
    due_at: null,
    tags: [],
    custom_fields: [],
    satisfaction_rating: { score: 'unoffered' },
    sharing_agreement_ids: [],
    custom_status_id: null,
    fields: [],
    followup_ids: [],
    ticket_form_id: null,
    brand_id: store.brand.id,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: false,
  };
}

export function toAttachments(comment: Pick<SeedComment, 'attachments'>, store: ZendeskStore): ZendeskAttachment[] {
  return (comment.attachments ?? []).map((attachment) => {
    const id = store.nextId();
    const contentUrl = `${store.baseUrl}/attachments/token/${id}/?name=${encodeURIComponent(attachment.fileName)}`;
    return {
      url: `${store.baseUrl}/api/v2/attachments/${id}.json`,
      id,
      file_name: attachment.fileName,
      content_url: contentUrl,
      mapped_content_url: contentUrl,
      content_type: attachment.contentType,
      size: attachment.size,
      width: null,
      height: null,
      inline: false,
      deleted: false,
      malware_access_override: false,
      malware_scan_result: 'malware_not_found',
      thumbnails: [],
    };
  });
}

function toUser(seed: SeedUser, store: ZendeskStore): ZendeskUser {
  const now = store.now();
  return {
    id: seed.id,
    url: `${store.baseUrl}/api/v2/users/${seed.id}.json`,
    name: seed.name,
    email: seed.email,
    created_at: now,
    updated_at: now,
    time_zone: 'UTC',
    iana_time_zone: 'Etc/UTC',
    phone: seed.phone ?? null,
    locale: seed.locale,
    locale_id: LOCALE_IDS[seed.locale] ?? 1,
    organization_id: seed.organizationId ?? null,
    role: seed.role,
    role_type: seed.role === 'admin' ? 4 : seed.role === 'agent' ? 0 : null,
    verified: true,
    active: true,
    suspended: seed.suspended ?? false,
    external_id: null,
    tags: [],
    alias: null,
    details: null,
    notes: null,
    user_fields: {},
  };
}

function toOrganization(seed: SeedOrganization, store: ZendeskStore): ZendeskOrganization {
  const now = store.now();
  return {
    url: `${store.baseUrl}/api/v2/organizations/${seed.id}.json`,
    id: seed.id,
    name: seed.name,
    shared_tickets: false,
    shared_comments: false,
    external_id: null,
    created_at: now,
    updated_at: now,
    domain_names: [],
    details: null,
    notes: seed.notes ?? null,
    group_id: null,
    tags: seed.tags ?? [],
    organization_fields: {},
  };
}

function toMacro(seed: SeedMacro, index: number, store: ZendeskStore): ZendeskMacro {
  const now = store.now();
  const actions: ZendeskMacro['actions'] = [];
  if (seed.reply !== undefined) actions.push({ field: 'comment_value', value: seed.reply });
  if (seed.replyHtml !== undefined) actions.push({ field: 'comment_value_html', value: seed.replyHtml });
  if (seed.setTags !== undefined) actions.push({ field: 'current_tags', value: seed.setTags.join(' ') });
  return {
    url: `${store.baseUrl}/api/v2/macros/${seed.id}.json`,
    id: seed.id,
    title: seed.title,
    active: seed.active ?? true,
    created_at: now,
    updated_at: now,
    default: false,
    position: index + 1,
    description: null,
    actions,
    restriction: null,
    raw_title: seed.title,
  };
}

function toArticle(seed: SeedArticle, index: number, store: ZendeskStore): ZendeskArticle {
  const updatedAt = toTimestamp(new Date(seed.updatedAt));
  const slug = seed.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const segment = seed.userSegmentId ?? null;
  return {
    id: seed.id,
    url: `${store.baseUrl}/api/v2/help_center/${seed.locale}/articles/${seed.id}.json`,
    html_url: `${store.baseUrl}/hc/${seed.locale}/articles/${seed.id}-${encodeURIComponent(slug)}`,
    author_id: store.defaultAgent()?.id ?? 0,
    comments_disabled: true,
    draft: seed.draft ?? false,
    promoted: false,
    position: index,
    vote_sum: 0,
    vote_count: 0,
    section_id: store.brand.id + 1,
    created_at: updatedAt,
    updated_at: updatedAt,
    edited_at: updatedAt,
    name: seed.title,
    title: seed.title,
    source_locale: seed.locale,
    locale: seed.locale,
    outdated: false,
    outdated_locales: [],
    user_segment_id: segment,
    user_segment_ids: segment === null ? [] : [segment],
    permission_group_id: store.brand.id + 2,
    content_tag_ids: [],
    label_names: seed.labels ?? [],
    body: seed.body,
  };
}
