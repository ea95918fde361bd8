import type { Connection, ConnectorDescriptor, ConnectorPorts } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { RawSettings } from '@draftsmith/settings';
import type { WebhookTarget } from '@draftsmith/webhooks';

/** An account of a source system that is set up. */
export interface Account {
  connector: string;
  title: string;
  account: string;
  connection: Connection;
  target: WebhookTarget;
}

export interface Accounts {
  all: readonly Account[];
  find(connector: string, account: string): Account | undefined;
}

/**
 * Reads each connector's settings (ZENDESK_SUBDOMAIN and so on) and connects those that are set up. A connector without
 * any setting is simply not used; one with a wrong or missing setting stops the start.
 *
 * @throws AppError `invalid` with a line for each wrong setting.
 */
export function openAccounts(
  connectors: readonly ConnectorDescriptor[],
  source: RawSettings,
  ports: ConnectorPorts,
): Accounts {
  const all = connectors.flatMap((descriptor) => openAccount(descriptor, source, ports) ?? []);
  return {
    all,
    find: (connector, account) => all.find((one) => one.connector === connector && one.account === account),
  };
}

function openAccount<Settings>(
  descriptor: ConnectorDescriptor<Settings>,
  source: RawSettings,
  ports: ConnectorPorts,
): Account | undefined {
  const names = new Map(Object.keys(descriptor.settings.help).map((key) => [key, variableName(descriptor.id, key)]));
  const given = Object.fromEntries([...names].map(([key, name]) => [key, source[name]?.trim() || undefined]));
  if (Object.values(given).every((value) => value === undefined)) return undefined;

  const parsed = descriptor.settings.schema.safeParse(given);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    const lines = [...wrong].map(
      (key) => `${names.get(key) ?? key}: expected ${descriptor.settings.help[key]?.expected ?? 'another value'}`,
    );
    throw new AppError('invalid', lines.join('\n'), { code: 'settings.invalid' });
  }
  const account = descriptor.settings.account(parsed.data);
  return {
    connector: descriptor.id,
    title: descriptor.title,
    account,
    connection: descriptor.connect(parsed.data, ports),
    target: { connector: descriptor, account, secret: descriptor.settings.webhookSecret(parsed.data) },
  };
}

/** `webhookSecret` of `zendesk` is ZENDESK_WEBHOOK_SECRET. */
function variableName(connector: string, key: string): string {
  return `${connector}_${key.replace(/[A-Z]/g, (letter) => `_${letter}`)}`.replaceAll('-', '_').toUpperCase();
}
