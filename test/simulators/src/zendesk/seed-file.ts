import { AppError } from '@draftsmith/errors';
import { z } from 'zod';
import type { ZendeskSeed } from './seed.ts';

const instant = z.iso.datetime({ offset: true });

const commentSchema = z.object({
  authorId: z.number(),
  public: z.boolean(),
  body: z.string(),
  createdAt: instant,
  attachments: z.array(z.object({ fileName: z.string(), contentType: z.string(), size: z.number() })).exactOptional(),
});

const named = z.object({ id: z.number(), name: z.string() });

const seedSchema = z.object({
  account: z.object({ id: z.number(), subdomain: z.string(), name: z.string(), locale: z.string() }),
  brand: named,
  brands: z.array(named.extend({ active: z.boolean().exactOptional() })).exactOptional(),
  groups: z.array(named).exactOptional(),
  forms: z.array(named).exactOptional(),
  organizations: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      notes: z.string().exactOptional(),
      tags: z.array(z.string()).exactOptional(),
    }),
  ),
  users: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      email: z.string(),
      role: z.enum(['end-user', 'agent', 'admin']),
      locale: z.string(),
      phone: z.string().exactOptional(),
      organizationId: z.number().exactOptional(),
      suspended: z.boolean().exactOptional(),
    }),
  ),
  articles: z.array(
    z.object({
      id: z.number(),
      locale: z.string(),
      title: z.string(),
      body: z.string(),
      labels: z.array(z.string()).exactOptional(),
      draft: z.boolean().exactOptional(),
      userSegmentId: z.number().nullable().exactOptional(),
      brandId: z.number().exactOptional(),
      translations: z
        .array(
          z.object({
            locale: z.string(),
            title: z.string(),
            body: z.string(),
            draft: z.boolean().exactOptional(),
            updatedAt: instant,
          }),
        )
        .exactOptional(),
      updatedAt: instant,
    }),
  ),
  macros: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      reply: z.string().exactOptional(),
      replyHtml: z.string().exactOptional(),
      setTags: z.array(z.string()).exactOptional(),
      active: z.boolean().exactOptional(),
      updatedAt: instant.exactOptional(),
    }),
  ),
  tickets: z.array(
    z.object({
      id: z.number(),
      subject: z.string(),
      requesterId: z.number(),
      assigneeId: z.number().exactOptional(),
      brandId: z.number().exactOptional(),
      groupId: z.number().exactOptional(),
      formId: z.number().exactOptional(),
      status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed', 'deleted']),
      priority: z.enum(['low', 'normal', 'high', 'urgent']).exactOptional(),
      tags: z.array(z.string()).exactOptional(),
      channel: z.string().exactOptional(),
      comments: z.array(commentSchema),
      incoming: commentSchema.exactOptional(),
    }),
  ),
});

/** Reads a seed from JSON text. Throws `invalid` that names the first wrong field, never its value. */
export function parseSeed(json: string): ZendeskSeed {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new AppError('invalid', 'The seed is not JSON', { cause });
  }
  const parsed = seedSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError('invalid', `The seed is wrong at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}`);
}
