import { type ReactNode, useId } from 'react';
import useSWR from 'swr';
import { useI18n } from '../i18n/context.tsx';
import { navigate } from '../router/navigation.tsx';
import type { AccountName } from '../router/route.ts';
import { Problem } from '../shell/problem.tsx';
import type { DecisionView } from './use-decision-editor.ts';

interface DecisionPageProps<View> {
  url: string;
  /** The one that is shown; the first when null. */
  account: AccountName | null;
  pathOf: (account: AccountName) => string;
  words: { title: string; lead: ReactNode; errorTitle: string };
  children: (shown: View) => ReactNode;
}

/** One account's decision of some kind, and the way to those of the others. */
export function DecisionPage<View extends DecisionView>(props: DecisionPageProps<View>) {
  const { url, account, pathOf, words, children } = props;
  const { m } = useI18n();
  // Nobody's typing is overwritten by what arrives meanwhile: a save that crosses another one is told by the server.
  const { data, error, mutate } = useSWR<View[]>(url);
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
          {data.length > 1 && <AccountSelect views={data} shown={shown} pathOf={pathOf} />}
          {children(shown)}
        </>
      ) : (
        <div className="notice">
          <h2>{data.length === 0 ? m.policy.noAccounts : m.policy.missingTitle}</h2>
        </div>
      )}
    </main>
  );
}

function sameAccount(one: AccountName, other: AccountName): boolean {
  return one.connector === other.connector && one.account === other.account;
}

interface AccountSelectProps {
  views: readonly DecisionView[];
  shown: DecisionView;
  pathOf: (account: AccountName) => string;
}

function AccountSelect({ views, shown, pathOf }: AccountSelectProps) {
  const { m } = useI18n();
  const id = useId();
  return (
    <div className="field account-select">
      <label htmlFor={id}>{m.policy.account}</label>
      <select
        id={id}
        value={views.indexOf(shown)}
        onChange={(event) => {
          const chosen = views[Number(event.target.value)];
          if (chosen) navigate(pathOf(chosen));
        }}
      >
        {views.map((view, index) => (
          <option key={pathOf(view)} value={index}>
            {view.connector} / {view.account}
          </option>
        ))}
      </select>
    </div>
  );
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
