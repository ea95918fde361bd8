import type { DraftListItem } from '@draftsmith/contracts';
import { useI18n } from '../i18n/context.tsx';
import { Icon } from '../shell/icon.tsx';

/** On the row of a draft that says something no source supports; nothing on all others. */
export function StatementMark({ statements }: { statements: DraftListItem['statements'] }) {
  const { m } = useI18n();
  if (!statements || statements.supported >= statements.claims) return null;
  return (
    <span className="statement-mark">
      <Icon name="doubt" size={13} />
      {m.truth.supportedShort(statements.supported, statements.claims)}
    </span>
  );
}
