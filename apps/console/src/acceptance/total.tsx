import type { AcceptanceFigures } from '@draftsmith/contracts';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { ShareBar } from './share-bar.tsx';
import { sharesOf } from './shares.ts';

/** All drafts of the period as one bar, with its words below. */
export function Total({ figures }: { figures: AcceptanceFigures }) {
  const { m, f } = useI18n();
  const words = m.acceptance;
  const shares = sharesOf(figures);
  return (
    <section className="panel" aria-labelledby="acceptance-total">
      <h2 id="acceptance-total">{words.settled(figures.drafts)}</h2>
      <ShareBar shares={shares} large />
      <dl className="fate-legend">
        {shares.map(({ part, count, share }) => (
          <div key={part} className="fate-word">
            <dt>
              <span className={`fate-key fate-${part}`} aria-hidden="true" />
              {words.parts[part].label}
            </dt>
            <dd>
              <strong>{f.percent(share)}</strong> <span className="fate-count">{words.drafts(count)}</span>
              <span className="fate-hint">{words.parts[part].hint}</span>
            </dd>
          </div>
        ))}
      </dl>
      <dl className="figures acceptance-also">
        <Figure name={words.kept} hint={words.keptHint}>
          {figures.kept === null ? '–' : f.percent(figures.kept)}
        </Figure>
        <Figure name={words.replyTime} hint={words.replyTimeHint}>
          {figures.replyMs === null ? '–' : f.wait(figures.replyMs)}
        </Figure>
      </dl>
    </section>
  );
}

function Figure({ name, hint, children }: { name: string; hint: string; children: ReactNode }) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>
        {children} <span className="fate-hint">{hint}</span>
      </dd>
    </div>
  );
}
