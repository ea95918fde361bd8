import type { ProposalReport } from '@draftsmith/contracts';
import { useI18n } from '../../i18n/context.tsx';

const COUNTS = ['asked', 'attached', 'edited', 'sent', 'won', 'lost'] as const;
const MINUTE = 60_000;

/** The whole of a period at a glance. */
export function OutcomeFigures({ total }: { total: ProposalReport['total'] }) {
  const { m, f } = useI18n();
  const words = m.proposals.outcome;
  return (
    <section className="panel" aria-labelledby="outcome-title">
      <h2 id="outcome-title">{words.title}</h2>
      <dl className="outcome-figures">
        {COUNTS.map((name) => (
          <Figure
            key={name}
            {...words.figures[name]}
            value={f.number(total[name])}
            share={name === 'asked' ? undefined : f.percent(total[name] / total.asked)}
          />
        ))}
        <Figure {...words.figures.minutes} value={total.minutes === null ? '–' : f.wait(total.minutes * MINUTE)} />
        <Figure {...words.figures.cost} value={total.costUsd === null ? '–' : f.cost(total.costUsd)} />
      </dl>
    </section>
  );
}

interface FigureProps {
  name: string;
  hint: string;
  value: string;
  /** Of those asked for. */
  share?: string | undefined;
}

function Figure({ name, hint, value, share }: FigureProps) {
  const { m } = useI18n();
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>
        {value}
        {share !== undefined && <span className="fate-hint">{m.proposals.outcome.shareOf(share)}</span>}
        <span className="fate-hint">{hint}</span>
      </dd>
    </div>
  );
}
