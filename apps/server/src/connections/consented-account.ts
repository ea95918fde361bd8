import type { ConnectorInstall, TokenSet } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { AccountKey } from '@draftsmith/installations';
import type { ConnectionsDeps } from './connections-deps.ts';

type Given = Readonly<Record<string, string>>;

/** Whose the tokens are: what the admin named, or what the tokens say where nobody could know before. */
export async function consentedAccount(
  deps: Pick<ConnectionsDeps, 'configured' | 'installations'>,
  { key, install }: { key: AccountKey; install: ConnectorInstall },
  given: Given,
  { account }: TokenSet,
): Promise<{ key: AccountKey; given: Given }> {
  const { accountByConsent } = install;
  if (!accountByConsent) return { key, given };
  if (!account)
    throw new AppError('unavailable', 'The source system did not say which account was connected: try again', {
      code: 'connections.account',
    });
  const named = { connector: key.connector, account };
  await refuseTaken(deps, named);
  return { key: named, given: { ...given, [accountByConsent.field]: account } };
}

/** @throws AppError `conflict` for an account that settings connect, or that is just being taken away */
export async function refuseTaken(
  { configured, installations }: Pick<ConnectionsDeps, 'configured' | 'installations'>,
  key: AccountKey,
): Promise<void> {
  if (configured.some((one) => one.descriptor.id === key.connector && one.account === key.account))
    throw new AppError(
      'conflict',
      `The account ${key.account} is connected by settings of the server: take these out and start it again, then connect it here`,
      { code: 'connections.by-settings', retryable: false },
    );
  if ((await installations.find(key))?.state === 'removing')
    throw new AppError('conflict', `The account ${key.account} is being removed: connect it when that is done`, {
      code: 'connections.removing',
    });
}
