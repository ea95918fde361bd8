import { type AcceptanceReport, RATING_REASONS } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';
import { CountedBars } from './counted-bars.tsx';

/** What agents say of drafts in the app beside the ticket. */
export function Ratings({ ratings: { good, bad, reasons } }: { ratings: AcceptanceReport['ratings'] }) {
  const { m } = useI18n();
  const words = m.acceptance;
  const nameOf = (reason: string) => {
    const known = RATING_REASONS.find((one) => one === reason);
    return known ? words.reasons[known] : reason;
  };
  return (
    <section className="panel" aria-labelledby="acceptance-ratings">
      <h2 id="acceptance-ratings">{words.ratingsTitle}</h2>
      <p className="panel-note">{good + bad === 0 ? words.ratingsNone : words.rated(good, bad)}</p>
      <CountedBars bars={reasons.map(({ reason, count }) => ({ key: reason, name: nameOf(reason), count }))} />
    </section>
  );
}
