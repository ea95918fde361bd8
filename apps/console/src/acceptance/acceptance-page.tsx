import type { AcceptanceReport } from '@draftsmith/contracts';
import useSWR from 'swr';
import { useI18n } from '../i18n/context.tsx';
import { navigate } from '../router/navigation.tsx';
import { Problem } from '../shell/problem.tsx';
import { AcceptanceTable } from './acceptance-table.tsx';
import { EditKinds } from './edit-kinds.tsx';
import { type AcceptancePlace, acceptancePath, acceptanceUrl, GROUPINGS, PERIODS } from './place.ts';
import { Ratings } from './ratings.tsx';
import { Switch } from './switch.tsx';
import { Total } from './total.tsx';

/** What became of drafts: the figures that everything else is measured by. */
export function AcceptancePage({ place }: { place: AcceptancePlace }) {
  const { m } = useI18n();
  const words = m.acceptance;
  // While another period is on its way, the last one stays: nothing jumps.
  const report = useSWR<AcceptanceReport>(acceptanceUrl(place), { keepPreviousData: true });
  const go = (change: Partial<AcceptancePlace>) => navigate(acceptancePath({ ...place, ...change }), 'replace');
  return (
    <main id="main" className="page acceptance" tabIndex={-1}>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <Switch
        label={words.period}
        value={place.days}
        values={PERIODS}
        words={words.days}
        onChange={(days) => go({ days })}
      />
      {report.error ? (
        <Problem title={words.errorTitle} error={report.error} onRetry={() => report.mutate()} />
      ) : report.data === undefined ? (
        <Loading />
      ) : report.data.total.drafts === 0 ? (
        <Empty place={place} onDays={(days) => go({ days })} />
      ) : (
        <div className="acceptance-figures" aria-busy={report.isValidating}>
          <Total figures={report.data.total} />
          <section className="panel" aria-labelledby="acceptance-by">
            <div className="panel-head">
              <h2 id="acceptance-by">{words.where}</h2>
              <Switch
                label={words.by}
                value={place.by}
                values={GROUPINGS}
                words={(by) => words.groupings[by]}
                onChange={(by) => go({ by })}
              />
            </div>
            <AcceptanceTable report={report.data} />
          </section>
          <div className="acceptance-pair">
            <EditKinds edits={report.data.edits} edited={report.data.total.edited} />
            <Ratings ratings={report.data.ratings} />
          </div>
        </div>
      )}
    </main>
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

function Empty({ place, onDays }: { place: AcceptancePlace; onDays: (days: AcceptancePlace['days']) => void }) {
  const { m } = useI18n();
  const words = m.acceptance;
  const longest = PERIODS[PERIODS.length - 1] ?? place.days;
  return (
    <div className="notice">
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyText}</p>
      {place.days !== longest && (
        <button type="button" className="button" onClick={() => onDays(longest)}>
          {words.emptyLonger(longest)}
        </button>
      )}
    </div>
  );
}
