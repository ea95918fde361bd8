import { useI18n } from '../i18n/context.tsx';
import { Link } from '../router/navigation.tsx';
import type { AccountName } from '../router/route.ts';
import { Icon } from '../shell/icon.tsx';
import { connectionsPath } from './place.ts';
import { useConnection } from './use-connections.ts';

/** The head of every page about one account: the way back, what the page is for, and of which account. */
export function AccountHead({ title, lead, account }: { title: string; lead?: string; account: AccountName }) {
  const { m } = useI18n();
  const { connection } = useConnection(account);
  return (
    <div className="account-head">
      <Link className="back-link" href={connectionsPath()}>
        <Icon name="back" /> {m.connections.toList}
      </Link>
      <h1>{title}</h1>
      <p className="account-of">{m.connections.of(connection?.title ?? account.connector, account.account)}</p>
      {lead !== undefined && <p>{lead}</p>}
    </div>
  );
}
