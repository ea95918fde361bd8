import type { ZendeskTicket } from '../wire.ts';
import type { ZendeskStore } from './store.ts';
import { via } from './via.ts';

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
