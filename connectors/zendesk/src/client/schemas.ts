import { z } from 'zod';

/**
 * The parts of Zendesk's objects that we read, and nothing more: a field that Zendesk adds, drops or sends as null must
 * not stop a draft. Ids are numbers on the wire (14 digits today) and strings from here on.
 */
const id = z.union([z.string(), z.number()]).transform(String);

const via = z
  .object({
    channel: z.union([z.string(), z.number()]).transform(String).nullish(),
    source: z
      .object({ from: z.object({ address: z.string().nullish() }).nullish(), rel: z.string().nullish() })
      .nullish(),
  })
  .nullish();

const user = z.object({
  // Null for the anonymous user that /users/me is said to answer when the credentials are missing.
  id: id.nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  locale: z.string().nullish(),
  role: z.string().nullish(),
  suspended: z.boolean().nullish(),
  organization_id: id.nullish(),
});

const organization = z.object({ id, name: z.string().nullish() });

const ticket = z.object({
  id,
  subject: z.string().nullish(),
  status: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  via,
  requester_id: id.nullish(),
  submitter_id: id.nullish(),
  organization_id: id.nullish(),
  brand_id: id.nullish(),
  group_id: id.nullish(),
  ticket_form_id: id.nullish(),
  assignee_id: id.nullish(),
  satisfaction_rating: z
    .object({ score: z.string().nullish(), comment: z.string().nullish() })
    .nullish()
    .catch(undefined),
  updated_at: z.string(),
});

const attachment = z.object({
  file_name: z.string().nullish(),
  content_type: z.string().nullish(),
  size: z.number().nullish(),
  deleted: z.boolean().nullish(),
});

/** What a client hands in under `ticket.metadata` comes back under `custom`. */
const metadata = z.object({ custom: z.record(z.string(), z.unknown()).nullish().catch(undefined) }).nullish();

const comment = z.object({
  id,
  author_id: id.nullish(),
  html_body: z.string().nullish(),
  plain_body: z.string().nullish(),
  body: z.string().nullish(),
  public: z.boolean().nullish(),
  created_at: z.string(),
  attachments: z.array(attachment).nullish(),
  via,
  metadata: metadata.catch(undefined),
});

/** Kinds of audit events are added at any time, so only what all have is read. */
const audit = z.object({
  id,
  created_at: z.string(),
  metadata: metadata.catch(undefined),
  events: z.array(z.object({ id: id.nullish(), type: z.string().nullish() })).nullish(),
});

const macro = z.object({
  id,
  title: z.string().nullish(),
  active: z.boolean().nullish(),
  actions: z.array(z.object({ field: z.string().nullish(), value: z.unknown() })).nullish(),
});

const article = z.object({
  id,
  title: z.string().nullish(),
  body: z.string().nullish(),
  locale: z.string().nullish(),
  html_url: z.string().nullish(),
  draft: z.boolean().nullish(),
  user_segment_id: id.nullish(),
  user_segment_ids: z.array(id).nullish(),
});

/** The answers of the endpoints, side-loads included. */
export const replies = {
  me: z.object({ user }),
  ticket: z.object({ ticket, users: z.array(user).nullish(), organizations: z.array(organization).nullish() }),
  comments: z.object({ comments: z.array(comment), users: z.array(user).nullish() }),
  audits: z.object({ audits: z.array(audit) }),
  macros: z.object({ macros: z.array(macro) }),
  articles: z.object({ results: z.array(article) }),
  updated: z.object({ audit }),
} as const;

/** Says whether a list goes on. Lists that do not page (audits of archived tickets) have no `meta`. */
export const cursor = z.object({
  meta: z.object({ has_more: z.boolean().nullish(), after_cursor: z.string().nullish() }).nullish(),
});

export type ApiUser = z.infer<typeof user>;
export type ApiOrganization = z.infer<typeof organization>;
export type ApiTicket = z.infer<typeof ticket>;
export type ApiComment = z.infer<typeof comment>;
export type ApiAudit = z.infer<typeof audit>;
export type ApiMacro = z.infer<typeof macro>;
export type ApiArticle = z.infer<typeof article>;
