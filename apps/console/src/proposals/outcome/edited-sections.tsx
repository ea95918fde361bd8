import type { ProposalReport } from '@draftsmith/contracts';
import { CountedBars } from '../../acceptance/counted-bars.tsx';
import { useI18n } from '../../i18n/context.tsx';

/** What reps change most: where a template, a hint or a house rule may help. */
export function EditedSections({ sections }: { sections: ProposalReport['sections'] }) {
  const { m } = useI18n();
  const words = m.proposals.outcome;
  const none = sections.every(({ edited }) => edited === 0);
  return (
    <section className="panel" aria-labelledby="outcome-sections">
      <h2 id="outcome-sections">{words.sectionsTitle}</h2>
      <p className="panel-note">{none ? words.sectionsNone : words.sectionsNote}</p>
      <CountedBars
        bars={sections.map(({ kind, edited }) => ({ key: kind, name: m.proposals.sections[kind], count: edited }))}
      />
    </section>
  );
}
