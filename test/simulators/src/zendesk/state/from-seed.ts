import type { SeedArticle, SeedComment, SeedMacro, SeedOrganization, SeedUser } from '../seed.ts';
import type {
  ArticleTranslation,
  ZendeskArticle,
  ZendeskAttachment,
  ZendeskMacro,
  ZendeskOrganization,
  ZendeskUser,
} from '../wire.ts';
import { toTimestamp, type ZendeskStore } from './store.ts';

/** `locale_id` of the locales that seeds use; from `GET /api/v2/locales/public.json`. */
const LOCALE_IDS: Record<string, number> = { 'en-US': 1, es: 2, de: 8, fr: 16, ru: 27 };

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

export function toUser(seed: SeedUser, store: ZendeskStore): ZendeskUser {
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

export function toOrganization(seed: SeedOrganization, store: ZendeskStore): ZendeskOrganization {
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

export function toMacro(seed: SeedMacro, index: number, store: ZendeskStore): ZendeskMacro {
  const now = seed.updatedAt === undefined ? store.now() : toTimestamp(new Date(seed.updatedAt));
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

/** Each help centre has one section in one category: enough for paths that name them. */
export function sectionOf(brandId: number): number {
  return brandId + 1;
}

export function toTranslations(seed: SeedArticle, store: ZendeskStore): ArticleTranslation[] {
  const all = [{ ...seed, draft: seed.draft ?? false }, ...(seed.translations ?? [])];
  return all.map(({ locale, title, body, draft = false, updatedAt }) => {
    const at = toTimestamp(new Date(updatedAt));
    const { url, html_url } = addresses({ id: seed.id, locale, title }, store);
    return {
      id: store.nextId(),
      url: url.replace(/\.json$/, `/translations/${locale}.json`),
      html_url,
      source_id: seed.id,
      source_type: 'Article',
      locale,
      title,
      body,
      draft,
      outdated: false,
      created_at: at,
      updated_at: at,
    };
  });
}

function addresses(article: { id: number; locale: string; title: string }, store: ZendeskStore) {
  const { id, locale, title } = article;
  const slug = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return {
    url: `${store.baseUrl}/api/v2/help_center/${locale}/articles/${id}.json`,
    html_url: `${store.baseUrl}/hc/${locale}/articles/${id}-${encodeURIComponent(slug)}`,
  };
}

export function toArticle(seed: SeedArticle, index: number, store: ZendeskStore): ZendeskArticle {
  const updatedAt = toTimestamp(new Date(seed.updatedAt));
  const segment = seed.userSegmentId ?? null;
  return {
    id: seed.id,
    ...addresses(seed, store),
    author_id: store.defaultAgent()?.id ?? 0,
    comments_disabled: true,
    draft: seed.draft ?? false,
    promoted: false,
    position: index,
    vote_sum: 0,
    vote_count: 0,
    section_id: sectionOf(seed.brandId ?? store.brand.id),
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
