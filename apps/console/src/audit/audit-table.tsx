import type { AuditEntry } from '@draftsmith/contracts';
import useSWR from 'swr';
import { USERS, type UserView } from '../api/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';
import type { Messages } from '../i18n/en.ts';
import { Link } from '../router/navigation.tsx';
import { NO_FILTERS, ticketsPath } from '../router/route.ts';

/** Acts in plain words; an action, a part or a value that has none here is shown as it was recorded. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { m, f } = useI18n();
  return (
    <table className="people-table audit-table">
      <thead>
        <tr>
          <th scope="col">{m.audit.time}</th>
          <th scope="col">{m.audit.who}</th>
          <th scope="col">{m.audit.what}</th>
          <th scope="col">{m.audit.on}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="audit-time">
              <time dateTime={entry.at}>{f.dateTime(entry.at)}</time>
            </td>
            <th scope="row">{entry.actor.kind === 'user' ? entry.actor.name : m.audit.actors[entry.actor.kind]}</th>
            <td>
              {m.audit.actions[entry.action] ?? <code>{entry.action}</code>}
              <Detail detail={entry.detail} />
            </td>
            <td className="audit-subject">
              <Subject entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A draft with the way to it, a user by name while there is one; who did something to themselves is named already. */
function Subject({ entry: { action, actor, subject } }: { entry: AuditEntry }) {
  const { m } = useI18n();
  const users = useSWR<UserView[]>(USERS);
  if (subject === null || (actor.kind === 'user' && actor.id === subject)) return null;
  if (action.startsWith('draft.')) return <Link href={ticketsPath(NO_FILTERS, subject)}>{m.audit.draft}</Link>;
  return users.data?.find(({ id }) => id === subject)?.name ?? subject;
}

function Detail({ detail }: { detail: AuditEntry['detail'] }) {
  const { m, f } = useI18n();
  const parts = Object.entries(detail).flatMap(([name, value]) => {
    const words = wordsOf(value, m);
    return words.length === 0 ? [] : `${m.audit.details[name] ?? name}: ${f.list(words)}`;
  });
  return parts.length === 0 ? null : <span className="audit-detail">{parts.join('; ')}</span>;
}

function wordsOf(value: AuditEntry['detail'][string], m: Messages): string[] {
  if (typeof value === 'boolean') return [value ? m.policy.on : m.policy.off];
  const fields: Record<string, string> = m.policy.fields;
  const values = typeof value === 'object' ? value : [String(value)];
  return values.map((one) => m.audit.values[one] ?? fields[one] ?? one);
}
