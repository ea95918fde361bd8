import type { ProposalReport } from '@draftsmith/contracts';
import useSWR from 'swr';
import { PERIODS } from '../../acceptance/place.ts';
import { Switch } from '../../acceptance/switch.tsx';
import { AccountSelect } from '../../decision-form/account-select.tsx';
import { useI18n } from '../../i18n/context.tsx';
import { navigate } from '../../router/navigation.tsx';
import type { AccountName } from '../../router/route.ts';
import { Problem } from '../../shell/problem.tsx';
import { reportUrl } from '../endpoints.ts';
import { type ProposalsPlace, proposalsPath } from '../place.ts';
import { EditedSections } from './edited-sections.tsx';
import { OutcomeFigures } from './outcome-figures.tsx';
import { OutcomeTable } from './outcome-table.tsx';

/** What became of proposals in a while: figures, what people changed, and each deal. */
export function OutcomeView({ place, accounts }: { place: ProposalsPlace; accounts: readonly AccountName[] }) {
  const { m } = useI18n();
  // While another period is on its way, the last one stays: nothing jumps.
  const report = useSWR<ProposalReport>(reportUrl(place.days, place.account), { keepPreviousData: true });
  const go = (change: Partial<ProposalsPlace>) => navigate(proposalsPath({ ...place, ...change }), 'replace');
  return (
    <>
      <div className="outcome-choice">
        <Switch
          label={m.acceptance.period}
          value={place.days}
          values={PERIODS}
          words={m.acceptance.days}
          onChange={(days) => go({ days })}
        />
        {accounts.length > 1 && (
          <AccountSelect
            accounts={accounts}
            shown={place.account}
            pathOf={(account) => proposalsPath({ ...place, account })}
            all={m.proposals.allAccounts}
          />
        )}
      </div>
      {report.error ? (
        <Problem title={m.proposals.outcome.errorTitle} error={report.error} onRetry={() => report.mutate()} />
      ) : report.data === undefined ? (
        <Loading />
      ) : report.data.total.asked === 0 ? (
        <Empty days={place.days} onDays={(days) => go({ days })} />
      ) : (
        <div className="outcome-parts" aria-busy={report.isValidating}>
          <OutcomeFigures total={report.data.total} />
          <EditedSections sections={report.data.sections} />
          <OutcomeTable rows={report.data.rows} />
        </div>
      )}
    </>
  );
}

function Loading() {
  const { m } = useI18n();
  return (
    <div className="panel" aria-busy="true">
      <p className="visually-hidden">{m.app.loading}</p>
      <span className="skeleton skeleton-short" />
      <span className="skeleton skeleton-bar" />
      <span className="skeleton" />
    </div>
  );
}

type Days = ProposalsPlace['days'];

function Empty({ days, onDays }: { days: Days; onDays: (days: Days) => void }) {
  const { m } = useI18n();
  const longest = PERIODS[PERIODS.length - 1] ?? days;
  return (
    <div className="notice">
      <h2>{m.proposals.outcome.emptyTitle}</h2>
      <p>{m.proposals.outcome.emptyText}</p>
      {days !== longest && (
        <button type="button" className="button" onClick={() => onDays(longest)}>
          {m.acceptance.emptyLonger(longest)}
        </button>
      )}
    </div>
  );
}
