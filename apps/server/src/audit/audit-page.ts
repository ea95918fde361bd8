import { type AuditQuestion, listAudit } from '@draftsmith/audit';
import type { AuditPage } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';

const time = z.iso.datetime().transform((text) => new Date(text));

const question = z.strictObject({
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  action: z.string().min(1).max(100).optional(),
  since: time.optional(),
  until: time.optional(),
});

/** @throws AppError `invalid` that says what was expected */
export function readAuditQuestion(query: unknown): AuditQuestion {
  const { data } = question.safeParse(query);
  if (!data)
    throw new AppError(
      'invalid',
      'Expected limit (1 to 500), cursor (the "next" of a page), action, since and until (ISO times), or none of them',
      { code: 'audit.question' },
    );
  const { limit, cursor, action, since, until } = data;
  return {
    limit,
    ...(cursor && { cursor }),
    ...(action && { action }),
    ...(since && { since }),
    ...(until && { until }),
  };
}

/** As the console and the command line get it. */
export async function auditPage(orm: Orm, asked: AuditQuestion): Promise<AuditPage> {
  const { items, next } = await listAudit(orm, asked);
  return { items: items.map(({ at, ...act }) => ({ ...act, at: at.toISOString() })), next };
}
