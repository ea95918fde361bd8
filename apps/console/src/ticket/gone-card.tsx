import type { DraftDetail } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';
import { Icon } from '../shell/icon.tsx';

/** In the place of a draft that was written and whose words are not there any more. */
export function GoneCard({ detail }: { detail: DraftDetail }) {
  const { m, f } = useI18n();
  const { forgotten, unreadable } = detail;
  if (detail.text !== null || (!forgotten && !unreadable)) return null;
  return (
    <section className="outcome outcome-gone" aria-labelledby="gone-title">
      <h3 id="gone-title">
        <Icon name={forgotten ? 'shield' : 'lock'} />
        {forgotten ? m.truth.forgottenTitle : m.truth.unreadableTitle}
      </h3>
      <p>{forgotten ? m.truth.forgotten[forgotten.why](f.date(forgotten.at)) : m.truth.unreadable}</p>
      {forgotten && <p>{m.truth.forgottenStays}</p>}
    </section>
  );
}
