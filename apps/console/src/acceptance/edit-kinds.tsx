import type { AcceptanceReport, EditKind } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';
import { CountedBars } from './counted-bars.tsx';

/** What agents change in drafts: where a draft is most often wrong. */
export function EditKinds({ edits, edited }: { edits: AcceptanceReport['edits']; edited: number }) {
  const { m } = useI18n();
  const words = m.acceptance;
  const kinds = Object.entries(edits) as [EditKind, number][];
  return (
    <section className="panel" aria-labelledby="acceptance-edits">
      <h2 id="acceptance-edits">{words.editsTitle}</h2>
      <p className="panel-note">{edited === 0 ? words.editsNone : words.editsNote}</p>
      <CountedBars bars={kinds.map(([key, count]) => ({ key, count, ...words.edits[key] }))} />
    </section>
  );
}
