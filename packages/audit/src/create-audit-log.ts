import { randomUUID } from 'node:crypto';
import { type Orm, storable } from '@draftsmith/database';
import { auditLog } from '@draftsmith/database/schema';
import type { Actor, AuditLog } from './audit-log.ts';

/** @param now for tests */
export function createAuditLog(orm: Pick<Orm, 'insert'>, now: () => Date = () => new Date()): AuditLog {
  return {
    async record({ actor, action, subject, detail = {} }, within = orm) {
      await within
        .insert(auditLog)
        .values(
          storable({ id: randomUUID(), at: now(), ...columnsOf(actor), action, subject: subject ?? null, detail }),
        );
    },
  };
}

function columnsOf(actor: Actor) {
  if (actor.kind !== 'user') return { actorKind: actor.kind };
  return { actorKind: actor.kind, actorId: actor.id, actorName: actor.name };
}
