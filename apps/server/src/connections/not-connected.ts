import { AppError } from '@draftsmith/errors';
import type { AccountKey } from '@draftsmith/installations';
import type { ConnectionsDeps } from './connections-deps.ts';

export function isConfigured({ configured }: Pick<ConnectionsDeps, 'configured'>, key: AccountKey): boolean {
  return configured.some(({ descriptor, account }) => descriptor.id === key.connector && account === key.account);
}

/** Why an account cannot be set up or removed here. */
export function notConnected(deps: Pick<ConnectionsDeps, 'configured'>, key: AccountKey): AppError {
  if (isConfigured(deps, key))
    return new AppError(
      'invalid',
      'This account is connected by settings of the server, and by these it is changed and removed',
      {
        code: 'connections.by-settings',
      },
    );
  return new AppError('not-found', `No ${key.connector} account ${key.account} is connected`, {
    code: 'connections.unknown',
  });
}
