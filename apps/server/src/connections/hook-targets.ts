import type { ConnectorDescriptor } from '@draftsmith/contracts';
import type { Installations } from '@draftsmith/installations';
import type { RawSettings } from '@draftsmith/settings';
import type { ResolveTarget, WebhookTarget } from '@draftsmith/webhooks';
import { type Accounts, sharedSettings } from '../accounts.ts';

interface HookTargetsOptions {
  accounts: Pick<Accounts, 'find'>;
  installations: Pick<Installations, 'find'>;
  connectors: readonly ConnectorDescriptor[];
  raw: RawSettings;
}

/** Whose a delivery is: an account's own address, or the one that a source system uses for all of its accounts. */
export function hookTargets(options: HookTargetsOptions): ResolveTarget {
  const { accounts, connectors } = options;
  const shared = new Map(connectors.map((one) => [one.id, sharedTarget(one, options)]));
  return (connector, account) =>
    account === undefined ? shared.get(connector) : accounts.find(connector, account)?.target;
}

function sharedTarget(
  connector: ConnectorDescriptor,
  { accounts, installations, raw }: Omit<HookTargetsOptions, 'connectors'>,
): WebhookTarget | undefined {
  const { id, sharedEndpoint } = connector;
  if (!sharedEndpoint) return undefined;
  return {
    connector,
    account: undefined,
    secret: sharedSettings(connector, raw)[sharedEndpoint.secretSetting],
    // Whoever removed the app there may still be heard of for a while: an error would only bring repeats. An account that
    // was connected just now, or cannot be opened, is not removed: what it must forget is asked for once.
    async ignore(account) {
      const isConnected = accounts.find(id, account) ?? (await installations.find({ connector: id, account }));
      return isConnected ? undefined : 'account not connected';
    },
  };
}
