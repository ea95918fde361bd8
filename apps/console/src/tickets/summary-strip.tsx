import type { DraftSummary } from '@draftsmith/contracts';
import type { ReactNode } from 'react';
import useSWR from 'swr';
import { PROVIDERS, type RouteView } from '../api/endpoints.ts';
import { useI18n } from '../i18n/context.tsx';

/** What all drafts together cost and took, and which providers answer. */
export function SummaryStrip({ summary }: { summary: DraftSummary | undefined }) {
  const { m, f } = useI18n();
  const words = m.summary;
  return (
    <section className="summary" aria-label={words.title}>
      <dl className="figures">
        <Figure name={words.cost}>{summary ? f.cost(summary.costUsd) : null}</Figure>
        <Figure name={words.median} hint={words.medianHint}>
          {summary ? (summary.medianMs === null ? '–' : f.duration(summary.medianMs)) : null}
        </Figure>
        {summary !== undefined && summary.counts.waiting > 0 && (
          <Figure name={words.waiting} hint={words.waitingHint}>
            {f.number(summary.counts.waiting)}
          </Figure>
        )}
        <Figure name={words.tokens}>
          {summary ? words.tokensSplit(f.number(summary.inputTokens), f.number(summary.outputTokens)) : null}
        </Figure>
      </dl>
      <ProviderChain summary={summary} />
    </section>
  );
}

function Figure({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div className="figure" title={hint}>
      <dt>{name}</dt>
      <dd>{children ?? <span className="skeleton skeleton-figure" />}</dd>
    </div>
  );
}

/** The chain in its order of asking, with what each route drafted. */
function ProviderChain({ summary }: { summary: DraftSummary | undefined }) {
  const { m } = useI18n();
  const providers = useSWR<{ routes: RouteView[] }>(PROVIDERS);
  const routes = providers.data?.routes ?? [];
  if (routes.length === 0) return null;
  const drafted = (route: RouteView) =>
    summary?.providers.find((row) => row.provider === route.provider && row.model === route.model)?.drafts ?? 0;
  return (
    <div className="chain">
      <h2 title={m.summary.providersHint}>{m.summary.providers}</h2>
      <ol>
        {routes.map((route) => (
          <li
            key={`${route.provider}/${route.model}`}
            className={route.ready ? 'route' : 'route route-off'}
            title={route.note}
          >
            <span className="route-name">{route.provider}</span> <span className="route-model">{route.model}</span>{' '}
            <span className="route-state">
              {route.ready ? m.summary.drafts(drafted(route)) : m.summary.notReady}
              {route.note && <span className="visually-hidden">: {route.note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
