import type { AuditPage as Page, SessionView } from '@draftsmith/contracts';
import { useState } from 'react';
import useSWRInfinite from 'swr/infinite';
import { auditUrl } from '../api/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';
import { Problem } from '../shell/problem.tsx';
import { AuditTable } from './audit-table.tsx';

/** Who did what, and when. Admins only; the server refuses everybody else whatever the page shows. */
export function AuditPage({ user }: { user: SessionView }) {
  const { m } = useI18n();
  return (
    <main id="main" className="page" tabIndex={-1}>
      {user.role === 'admin' ? (
        <AuditLog />
      ) : (
        <div className="notice">
          <h1>{m.audit.adminsOnly}</h1>
        </div>
      )}
    </main>
  );
}

function AuditLog() {
  const { m } = useI18n();
  const [group, setGroup] = useState('');
  const log = useSWRInfinite<Page>((index: number, previous: Page | null) => {
    if (index > 0 && !previous?.next) return null;
    return auditUrl(group || null, previous?.next ?? null);
  });
  const entries = log.data?.flatMap(({ items }) => items);
  return (
    <div className="people">
      <div className="page-head">
        <h1>{m.audit.title}</h1>
        <p>{m.audit.lead}</p>
      </div>
      <GroupSelect group={group} onGroup={setGroup} />
      {entries === undefined ? (
        log.error ? (
          <Problem title={m.audit.errorTitle} error={log.error} onRetry={() => log.mutate()} />
        ) : (
          <p aria-busy="true">{m.app.loading}</p>
        )
      ) : entries.length === 0 ? (
        <div className="notice">
          <h2>{m.audit.emptyTitle}</h2>
          <p>{m.audit.emptyText}</p>
        </div>
      ) : (
        <>
          <AuditTable entries={entries} />
          {log.data?.at(-1)?.next && (
            <button
              type="button"
              className="button audit-more"
              onClick={() => log.setSize(log.size + 1)}
              disabled={log.isValidating}
            >
              {log.isValidating ? m.app.loading : m.audit.more}
            </button>
          )}
        </>
      )}
    </div>
  );
}

function GroupSelect({ group, onGroup }: { group: string; onGroup: (group: string) => void }) {
  const { m } = useI18n();
  return (
    <div className="field account-select">
      <label htmlFor="audit-group">{m.audit.narrow}</label>
      <select id="audit-group" value={group} onChange={(event) => onGroup(event.target.value)}>
        <option value="">{m.audit.everything}</option>
        {Object.entries(m.audit.groups).map(([prefix, name]) => (
          <option key={prefix} value={prefix}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
