import type { Orm } from '@draftsmith/database';
import { auditLog } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import { and, asc, desc, eq, gt, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Actor, AuditEvent } from './audit-log.ts';

export interface AuditQuestion {
  /** From 1. */
  limit: number;
  /** `next` of the page before. */
  cursor?: string;
  /** `user.created`, or `user` for all that begins with it. */
  action?: string;
  /** Included. */
  since?: Date;
  /** Not included. */
  until?: Date;
}

export interface RecordedAct {
  id: string;
  at: Date;
  actor: Actor;
  action: string;
  subject: string | null;
  detail: NonNullable<AuditEvent['detail']>;
}

/**
 * Newest first. The cursor is the last entry's place, so that entries which arrive meanwhile neither repeat nor hide others.
 *
 * @throws AppError `invalid` for a cursor that is none of ours
 */
export async function listAudit(
  orm: Pick<Orm, 'select'>,
  { limit, cursor, action, since, until }: AuditQuestion,
): Promise<{ items: RecordedAct[]; next: string | null }> {
  const rows = await orm
    .select()
    .from(auditLog)
    .where(
      and(
        after(cursor),
        action ? or(eq(auditLog.action, action), sql`starts_with(${auditLog.action}, ${`${action}.`})`) : undefined,
        since && gte(auditLog.at, since),
        until && lt(auditLog.at, until),
      ),
    )
    .orderBy(desc(auditLog.at), asc(auditLog.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(toAct);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? `${last.at.toISOString()}_${last.id}` : null };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const [stamp = '', id = ''] = cursor.split('_');
  const at = new Date(stamp);
  if (Number.isNaN(at.getTime()) || !UUID.test(id))
    throw new AppError('invalid', 'The cursor is not one of ours: reload the list', { code: 'audit.cursor' });
  return or(lt(auditLog.at, at), and(eq(auditLog.at, at), gt(auditLog.id, id)));
}

function toAct({ actorKind, actorId, actorName, ...row }: typeof auditLog.$inferSelect): RecordedAct {
  const actor: Actor =
    actorKind === 'user' ? { kind: actorKind, id: actorId ?? '', name: actorName ?? '' } : { kind: actorKind };
  return { ...row, actor };
}
