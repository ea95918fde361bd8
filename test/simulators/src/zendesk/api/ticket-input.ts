import { z } from 'zod';
import type { TicketChange, TicketFields } from '../state/change-ticket.ts';
import type { ZendeskStore } from '../state/store.ts';
import type { AuditMetadata, ZendeskUser } from '../wire.ts';
import { type Reply, recordInvalid } from './reply.ts';

const commentSchema = z.object({
  body: z.string().optional(),
  html_body: z.string().optional(),
  public: z.boolean().optional(),
  author_id: z.number().optional(),
});

const fieldsSchema = z.object({
  status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed']).optional(),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).nullable().optional(),
  subject: z.string().optional(),
  type: z.enum(['problem', 'incident', 'question', 'task']).nullable().optional(),
  external_id: z.string().nullable().optional(),
  assignee_id: z.number().nullable().optional(),
  group_id: z.number().nullable().optional(),
  brand_id: z.number().optional(),
  ticket_form_id: z.number().nullable().optional(),
  tags: z.array(z.string()).optional(),
  custom_fields: z
    .array(
      z.object({
        id: z.number(),
        value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
      }),
    )
    .optional(),
});

const ticketSchema = fieldsSchema.extend({
  comment: commentSchema.optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  // Zendesk takes the string spelling as well.
  safe_update: z.union([z.boolean(), z.enum(['true', 'false'])]).optional(),
  updated_stamp: z.string().optional(),
});

// Built once: a schema made per request would be compiled per request.
const bodySchema = z.object({ ticket: ticketSchema });

/** Comments longer than this are refused; the limit is second-hand (64 KB). */
const MAX_COMMENT_LENGTH = 65_535;

export interface SafeUpdate {
  wanted: boolean;
  stamp: string | undefined;
}

export interface TicketInput {
  comment?: NonNullable<TicketChange['comment']>;
  fields: TicketFields;
  metadata: AuditMetadata;
  safeUpdate: SafeUpdate;
}

/** Reads the body of a ticket create or update, or says as Zendesk would why it cannot. */
export function parseTicketInput(
  body: unknown,
  context: { store: ZendeskStore; user: ZendeskUser; userAgent: string },
): { input: TicketInput } | { problem: Reply } {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = String(issue?.path[1] ?? issue?.path[0] ?? 'base');
    return { problem: recordInvalid(field, `${field}: is invalid`, 'InvalidValue') };
  }
  const { comment, metadata, safe_update: safeUpdate, updated_stamp: stamp, ...fields } = parsed.data.ticket;
  const input: TicketInput = {
    fields: withoutUndefined(fields),
    metadata: { system: { client: context.userAgent, ip_address: '127.0.0.1' }, custom: metadata ?? {} },
    safeUpdate: { wanted: safeUpdate === true || safeUpdate === 'true', stamp },
  };
  if (comment === undefined) return { input };
  const authorId = comment.author_id ?? context.user.id;
  const problem = commentProblem(comment, authorId, context.store);
  if (problem) return { problem };
  input.comment = {
    authorId,
    text: comment.html_body === undefined ? { body: comment.body ?? '' } : { html: comment.html_body },
    ...(comment.public === undefined ? {} : { public: comment.public }),
  };
  return { input };
}

function commentProblem(
  comment: z.infer<typeof commentSchema>,
  authorId: number,
  store: ZendeskStore,
): Reply | undefined {
  // Which of the two wins in Zendesk is not documented, so a client that sends both relies on luck: refused here.
  if (comment.body !== undefined && comment.html_body !== undefined) {
    return recordInvalid('comment', 'Comment: send either body or html_body', 'InvalidValue');
  }
  const text = comment.body ?? comment.html_body ?? '';
  if (text.trim() === '') return recordInvalid('comment', 'Comment: cannot be blank', 'BlankValue');
  if (text.length > MAX_COMMENT_LENGTH) return recordInvalid('comment', 'Comment: is too long', 'FieldTooLong');
  if (!store.users.has(authorId)) return recordInvalid('author_id', 'Author: is invalid', 'InvalidValue');
  return undefined;
}

function withoutUndefined(fields: z.infer<typeof fieldsSchema>): TicketFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
