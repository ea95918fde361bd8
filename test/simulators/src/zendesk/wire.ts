/**
 * The JSON objects of the Zendesk Support, Help Center and Webhooks APIs, as the simulator stores and sends them.
 * Field lists follow recorded answers (see the fixtures of zenpy and amp-labs); every timestamp is ISO-8601 UTC with
 * one-second resolution, every id a number that may exceed 2^31.
 */
export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed' | 'deleted';
export type TicketPriority = 'low' | 'normal' | 'high' | 'urgent';

export interface Via {
  channel: string;
  source: { from: Record<string, unknown>; to: Record<string, unknown>; rel: string | null };
}

export interface CustomField {
  id: number;
  value: string | number | boolean | string[] | null;
}

export interface ZendeskTicket {
  url: string;
  id: number;
  external_id: string | null;
  via: Via;
  created_at: string;
  updated_at: string;
  type: string | null;
  subject: string;
  raw_subject: string;
  description: string;
  priority: TicketPriority | null;
  status: TicketStatus;
  recipient: string | null;
  requester_id: number;
  submitter_id: number;
  assignee_id: number | null;
  organization_id: number | null;
  group_id: number | null;
  collaborator_ids: number[];
  follower_ids: number[];
  email_cc_ids: number[];
  forum_topic_id: number | null;
  problem_id: number | null;
  has_incidents: boolean;
  /** What a comment without an explicit `public` inherits: the visibility of the first comment. */
  is_public: boolean;
  due_at: string | null;
  tags: string[];
  custom_fields: CustomField[];
  satisfaction_rating: { score: string };
  sharing_agreement_ids: number[];
  custom_status_id: number | null;
  fields: CustomField[];
  followup_ids: number[];
  ticket_form_id: number | null;
  brand_id: number;
  allow_channelback: boolean;
  allow_attachments: boolean;
  from_messaging_channel: boolean;
}

export interface ZendeskAttachment {
  url: string;
  id: number;
  file_name: string;
  content_url: string;
  mapped_content_url: string;
  content_type: string;
  size: number;
  width: number | null;
  height: number | null;
  inline: boolean;
  deleted: boolean;
  malware_access_override: boolean;
  malware_scan_result: string;
  thumbnails: unknown[];
}

export interface ZendeskComment {
  id: number;
  type: 'Comment';
  author_id: number;
  body: string;
  html_body: string;
  plain_body: string;
  public: boolean;
  attachments: ZendeskAttachment[];
  audit_id: number;
  via: Via;
  created_at: string;
  metadata: AuditMetadata;
}

export interface AuditMetadata {
  system: { client?: string; ip_address?: string };
  custom: Record<string, unknown>;
}

export type AuditEvent =
  | {
      id: number;
      type: 'Comment';
      author_id: number;
      body: string;
      html_body: string;
      plain_body: string;
      public: boolean;
      attachments: ZendeskAttachment[];
      audit_id: number;
    }
  | { id: number; type: 'CommentRedactionEvent'; comment_id: number }
  | { id: number; type: 'Create'; field_name: string; value: unknown }
  | { id: number; type: 'Change'; field_name: string; value: unknown; previous_value: unknown };

export interface ZendeskAudit {
  id: number;
  ticket_id: number;
  created_at: string;
  author_id: number;
  metadata: AuditMetadata;
  events: AuditEvent[];
  via: Via;
}

export interface ZendeskUser {
  id: number;
  url: string;
  name: string;
  email: string;
  created_at: string;
  updated_at: string;
  time_zone: string;
  iana_time_zone: string;
  phone: string | null;
  locale: string;
  locale_id: number;
  organization_id: number | null;
  role: 'end-user' | 'agent' | 'admin';
  /** 0 custom, 1 light agent, 4 admin; null for end users. */
  role_type: number | null;
  verified: boolean;
  active: boolean;
  suspended: boolean;
  external_id: string | null;
  tags: string[];
  alias: string | null;
  details: string | null;
  notes: string | null;
  user_fields: Record<string, unknown>;
}

export interface ZendeskOrganization {
  url: string;
  id: number;
  name: string;
  shared_tickets: boolean;
  shared_comments: boolean;
  external_id: string | null;
  created_at: string;
  updated_at: string;
  domain_names: string[];
  details: string | null;
  notes: string | null;
  group_id: number | null;
  tags: string[];
  organization_fields: Record<string, unknown>;
}

export interface ZendeskMacro {
  url: string;
  id: number;
  title: string;
  active: boolean;
  created_at: string;
  updated_at: string;
  default: boolean;
  position: number;
  description: string | null;
  actions: { field: string; value: string }[];
  restriction: null;
  raw_title: string;
}

export interface ZendeskArticle {
  id: number;
  url: string;
  html_url: string;
  author_id: number;
  comments_disabled: boolean;
  draft: boolean;
  promoted: boolean;
  position: number;
  vote_sum: number;
  vote_count: number;
  section_id: number;
  created_at: string;
  updated_at: string;
  edited_at: string;
  name: string;
  title: string;
  source_locale: string;
  locale: string;
  outdated: boolean;
  outdated_locales: string[];
  /** null: everyone may read it. */
  user_segment_id: number | null;
  user_segment_ids: number[];
  permission_group_id: number;
  content_tag_ids: string[];
  label_names: string[];
  body: string;
}

/** As `include=translations` side-loads it. */
export interface ArticleTranslation {
  id: number;
  url: string;
  html_url: string;
  source_id: number;
  source_type: 'Article';
  locale: string;
  title: string;
  body: string;
  draft: boolean;
  outdated: boolean;
  created_at: string;
  updated_at: string;
}

export interface TriggerCondition {
  field: string;
  operator: string;
  value: string | number | boolean | null;
}

export interface ZendeskTrigger {
  url: string;
  id: number;
  title: string;
  active: boolean;
  updated_at: string;
  created_at: string;
  default: boolean;
  actions: { field: string; value: string | string[] }[];
  conditions: { all: TriggerCondition[]; any: TriggerCondition[] };
  description: string | null;
  position: number;
  raw_title: string;
  category_id: string;
}

export type WebhookAuthentication =
  | { type: 'bearer_token'; add_position: 'header'; data: { token: string } }
  | { type: 'basic_auth'; add_position: 'header'; data: { username: string; password: string } }
  | { type: 'api_key'; add_position: 'header'; data: { name: string; value: string } };

/** As answered: the secrets of `authentication.data` are never echoed. */
export interface ZendeskWebhook {
  id: string;
  name: string;
  description: string | null;
  status: 'active' | 'inactive';
  endpoint: string;
  http_method: string;
  request_format: string;
  subscriptions: string[];
  custom_headers: Record<string, string> | null;
  created_at: string;
  created_by: string;
  updated_at?: string;
  updated_by?: string;
  authentication?: { type: string; add_position: 'header'; data?: { username: string } };
}
