import type { ConnectionView } from '@draftsmith/contracts';
import useSWR from 'swr';
import type { AccountName } from '../router/route.ts';
import { CONNECTIONS } from './endpoints.ts';

/** Every connection, as fresh as what is under way demands. */
export function useConnections() {
  return useSWR<{ connections: ConnectionView[] }>(CONNECTIONS, {
    dedupingInterval: 500,
    refreshInterval: (latest) => pollInterval(latest?.connections ?? []),
  });
}

/** One of them; `connection` is undefined while the list is loading, and when it is not among them. */
export function useConnection({ connector, account }: AccountName) {
  const list = useConnections();
  const connection = list.data?.connections.find((each) => each.connector === connector && each.account === account);
  return { list, connection };
}

/** Where its drafts go. Until the list is there, what most have: what only some have is not to flash up. */
export function useDraftsAs(account: AccountName): ConnectionView['draftsAs'] {
  return useConnection(account).connection?.draftsAs ?? 'internal-note';
}

/** A bar that moves is asked for every second; a set-up or a removal every few. */
export function pollInterval(connections: readonly Pick<ConnectionView, 'state' | 'knowledge'>[]): number {
  if (connections.some(({ knowledge }) => knowledge?.running)) return 1000;
  return connections.some(({ state }) => state === 'connecting' || state === 'removing') ? 3000 : 30_000;
}
