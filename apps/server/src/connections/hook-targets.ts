import type { ConnectorDescriptor } from '@draftsmith/contracts';
import type { RawSettings } from '@draftsmith/settings';
import type { ResolveTarget, WebhookTarget } from '@draftsmith/webhooks';
import { type Accounts, sharedSettings } from '../accounts.ts';

interface HookTargetsOptions {
  accounts: Pick<Accounts, 'find'>;
  connectors: readonly ConnectorDescriptor[];
  raw: RawSettings;
}

/** Whose a delivery is: an account's own address, or the one that a source system uses for all of its accounts. */
export function hookTargets({ accounts, connectors, raw }: HookTargetsOptions): ResolveTarget {
  const shared = new Map(connectors.map((one) => [one.id, sharedTarget(one, raw, accounts)]));
  return (connector, account) =>
    account === undefined ? shared.get(connector) : accounts.find(connector, account)?.target;
}

function sharedTarget(
  connector: ConnectorDescriptor,
  raw: RawSettings,
  accounts: Pick<Accounts, 'find'>,
): WebhookTarget | undefined {
  const { id, sharedEndpoint } = connector;
  if (!sharedEndpoint) return undefined;
  return {
    connector,
    account: undefined,
    secret: sharedSettings(connector, raw)[sharedEndpoint.secretSetting],
    // Whoever removed the app there may still be heard of for a while: an error would only bring repeats.
    ignore: (_, account) => (accounts.find(id, account) ? undefined : 'account not connected'),
  };
}
