import type { DraftCheck } from '@draftsmith/contracts';
import { useI18n } from '../../i18n/context.tsx';
import { type Standing, standingOf } from './standing.ts';

const ORDER: readonly Standing[] = ['supported', 'opinion', 'unsupported', 'contradicted'];

/** What the marks in this draft mean, in words; only those that occur. */
export function Legend({ check }: { check: DraftCheck }) {
  const { m } = useI18n();
  const occurring = new Set(check.sentences.map(standingOf));
  if (check.claims === 0) return null;
  return (
    <details className="legend">
      <summary>{m.truth.legend}</summary>
      <ul>
        {ORDER.filter((standing) => occurring.has(standing)).map((standing) => (
          <li key={standing}>
            <span className={`statement statement-${standing}`}>{m.truth.standings[standing]}</span>
          </li>
        ))}
      </ul>
      <p>{m.truth.legendHint}</p>
      <p>{m.truth.legendCourtesy}</p>
    </details>
  );
}
