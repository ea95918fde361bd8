import { useId } from 'react';
import { useI18n } from '../i18n/context.tsx';
import { navigate } from '../router/navigation.tsx';
import type { AccountName } from '../router/route.ts';

interface AccountSelectProps {
  accounts: readonly AccountName[];
  /** The one that is shown; null for all of them. */
  shown: AccountName | null;
  pathOf: (account: AccountName | null) => string;
  /** What stands for all of them; absent where one must be chosen. */
  all?: string;
}

/** The way from one account's page to that of another. */
export function AccountSelect({ accounts, shown, pathOf, all }: AccountSelectProps) {
  const { m } = useI18n();
  const id = useId();
  return (
    <div className="field account-select">
      <label htmlFor={id}>{m.policy.account}</label>
      <select
        id={id}
        value={accounts.findIndex((one) => shown !== null && sameAccount(one, shown))}
        onChange={(event) => navigate(pathOf(accounts[Number(event.target.value)] ?? null))}
      >
        {all !== undefined && <option value={-1}>{all}</option>}
        {accounts.map((one, index) => (
          <option key={`${one.connector} ${one.account}`} value={index}>
            {one.connector} / {one.account}
          </option>
        ))}
      </select>
    </div>
  );
}

export function sameAccount(one: AccountName, other: AccountName): boolean {
  return one.connector === other.connector && one.account === other.account;
}
