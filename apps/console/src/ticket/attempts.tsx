import type { Attempt } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';

/** Every try of the provider chain in order, with a bar as long as it took. */
export function AttemptList({ attempts }: { attempts: readonly Attempt[] }) {
  const { m, f } = useI18n();
  const longest = Math.max(1, ...attempts.map((attempt) => attempt.ms));
  return (
    <>
      <h4>{m.ticket.attempts}</h4>
      <ol className="attempts">
        {attempts.map((attempt, index) => (
          <li key={index} className={`attempt attempt-${attempt.outcome}`}>
            <span className="attempt-route">
              <strong>{attempt.provider}</strong> {attempt.model}
            </span>
            <span className="attempt-outcome">{m.attemptOutcomes[attempt.outcome]}</span>
            <span className="attempt-time">{f.duration(attempt.ms)}</span>
            <span className="attempt-bar" aria-hidden="true">
              <span style={{ inlineSize: `${Math.max(1, (100 * attempt.ms) / longest)}%` }} />
            </span>
            {/* Of an overtaken one, the outcome says it all. */}
            {attempt.detail && attempt.outcome !== 'superseded' && (
              <span className="attempt-detail" lang="en">
                {attempt.detail}
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
