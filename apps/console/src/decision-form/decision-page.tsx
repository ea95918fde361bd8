import type { ConnectionView } from '@draftsmith/contracts';
import type { ReactNode } from 'react';
import useSWR from 'swr';
import { CONNECTIONS } from '../connections/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';
import type { AccountName } from '../router/route.ts';
import { Problem } from '../shell/problem.tsx';
import { AccountSelect, sameAccount } from './account-select.tsx';
import type { DecisionView } from './use-decision-editor.ts';

interface DecisionPageProps<View> {
  url: string;
  /** The one that is shown; the first when null. */
  account: AccountName | null;
  pathOf: (account: AccountName) => string;
  words: { title: string; lead: ReactNode; errorTitle: string; none?: string };
  /** Only accounts whose drafts go there. */
  only?: ConnectionView['draftsAs'];
  children: (shown: View) => ReactNode;
}

/** One account's decision of some kind, and the way to those of the others. */
export function DecisionPage<View extends DecisionView>(props: DecisionPageProps<View>) {
  const { url, account, pathOf, words, only, children } = props;
  const { m } = useI18n();
  // Nobody's typing is overwritten by what arrives meanwhile: a save that crosses another one is told by the server.
  const { data: all, error, mutate } = useSWR<View[]>(url);
  const data = useApplicable(all, only);
  const shown = data?.find((view) => account === null || sameAccount(view, account));
  return (
    <main id="main" className="page policy" tabIndex={-1}>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      {data === undefined ? (
        error ? (
          <Problem title={words.errorTitle} error={error} onRetry={() => mutate()} />
        ) : (
          <p aria-busy="true">{m.app.loading}</p>
        )
      ) : shown ? (
        <>
          {data.length > 1 && (
            <AccountSelect accounts={data} shown={shown} pathOf={(chosen) => pathOf(chosen ?? shown)} />
          )}
          {children(shown)}
        </>
      ) : (
        <div className="notice">
          <h2>{data.length === 0 ? (words.none ?? m.policy.noAccounts) : m.policy.missingTitle}</h2>
        </div>
      )}
    </main>
  );
}

/** Those that a kind of decision is for. Where the connections cannot be read, all of them: better too many than none. */
function useApplicable<View extends DecisionView>(
  views: readonly View[] | undefined,
  only: ConnectionView['draftsAs'] | undefined,
): readonly View[] | undefined {
  const list = useSWR<{ connections: ConnectionView[] }>(only === undefined ? null : CONNECTIONS);
  if (only === undefined || list.error) return views;
  const others = list.data?.connections.filter(({ draftsAs }) => draftsAs !== only);
  return others && views?.filter((view) => !others.some((other) => sameAccount(view, other)));
}

/** When it was changed last, and by whom. */
export function DecisionAge({ view, neverChanged }: { view: DecisionView; neverChanged: string }) {
  const { m, f } = useI18n();
  const { updatedAt, updatedBy } = view;
  const date = updatedAt === null ? null : f.dateTime(updatedAt);
  return (
    <p className="policy-age">
      {date === null ? neverChanged : updatedBy === null ? m.policy.changed(date) : m.policy.changedBy(updatedBy, date)}
    </p>
  );
}
