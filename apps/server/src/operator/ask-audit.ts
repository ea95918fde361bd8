import type { AuditQuestion } from '@draftsmith/audit';
import type { AuditEntry, AuditPage } from '@draftsmith/contracts';
import { auditPage } from '../audit/audit-page.ts';
import type { ServerSettings } from '../settings.ts';
import { askServer } from './client.ts';
import { fromDatabaseOrServer } from './from-database-or-server.ts';

export type AuditAnswer = { kind: 'audit' } & AuditPage;

const PAGE = 500;

/** All that is on record in a range, newest first, by the database or by the server that holds the embedded one. */
export function askAudit(
  asked: Omit<AuditQuestion, 'limit' | 'cursor'>,
  settings: ServerSettings,
): Promise<AuditEntry[]> {
  return fromDatabaseOrServer(settings, {
    here: (orm) => allPages((cursor) => auditPage(orm, { ...asked, limit: PAGE, ...(cursor && { cursor }) })),
    there: () =>
      allPages((cursor) => {
        const { action, since, until } = asked;
        const query = {
          limit: String(PAGE),
          ...(cursor && { cursor }),
          ...(action && { action }),
          ...(since && { since: since.toISOString() }),
          ...(until && { until: until.toISOString() }),
        };
        return askServer<AuditAnswer>(settings, { path: 'audit', query, kind: 'audit' });
      }),
  });
}

async function allPages(page: (cursor: string | undefined) => Promise<AuditPage>): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let cursor: string | null | undefined;
  do {
    const { items, next } = await page(cursor ?? undefined);
    entries.push(...items);
    cursor = next;
  } while (cursor);
  return entries;
}
