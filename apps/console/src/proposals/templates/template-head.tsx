import { useI18n } from '../../i18n/context.tsx';
import { Link } from '../../router/navigation.tsx';
import type { AccountName } from '../../router/route.ts';
import { Icon } from '../../shell/icon.tsx';
import { proposalsPath } from '../place.ts';

/** The way back to all templates, and which one this is. */
export function TemplateHead({ title, account }: { title: string; account: AccountName }) {
  const { m } = useI18n();
  return (
    <div className="account-head">
      <Link className="back-link" href={proposalsPath({ part: 'templates', account })}>
        <Icon name="back" /> {m.proposals.templates.toList}
      </Link>
      <h2 dir="auto">{title}</h2>
    </div>
  );
}
