import { createAuditLog } from '@draftsmith/audit';
import type { Orm } from '@draftsmith/database';
import { completions } from '@draftsmith/database/schema';
import { purgeTexts } from '@draftsmith/llm/sql';
import { clearLatePrompts, parseRetention, type RetentionDeps } from '@draftsmith/personal-data';
import { clearLateProposalPrompts, countDueProposals, forgetDueProposals } from '@draftsmith/proposals';
import { count, lte } from 'drizzle-orm';
import type { ServerSettings } from '../settings.ts';

export type RetentionSettings = Pick<ServerSettings, 'DRAFTSMITH_RETENTION' | 'DRAFTSMITH_KEEP_TEXTS_DAYS'>;

/** @throws AppError `invalid` for a setting that cannot be read */
export function configuredRetention(orm: Orm, settings: RetentionSettings): RetentionDeps {
  const audit = createAuditLog(orm);
  return {
    orm,
    retention: parseRetention(settings.DRAFTSMITH_RETENTION),
    texts: {
      days: settings.DRAFTSMITH_KEEP_TEXTS_DAYS,
      async count(now) {
        const [row] = await orm.select({ due: count() }).from(completions).where(lte(completions.textsUntil, now));
        return row?.due ?? 0;
      },
      async purge(now) {
        await clearLateProposalPrompts(orm, now);
        return (await purgeTexts(orm, now)) + (await clearLatePrompts(orm));
      },
    },
    proposals: {
      count: (before) => countDueProposals(orm, before),
      forget: (before, now) => forgetDueProposals(orm, before, now),
    },
    record: (removed) => audit.record({ actor: { kind: 'system' }, action: 'retention.run', detail: removed }),
  };
}
