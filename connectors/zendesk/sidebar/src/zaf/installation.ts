import { readText, type ZafClient } from './client.ts';

/** Where this app runs, for whom, and where its server is. */
export interface Installation {
  /** Empty when the admin has not said yet. */
  backendUrl: string;
  subdomain: string;
  ticketId: string;
  agentId: string;
  /** As Zendesk gives it, e.g. `en-US`. */
  locale: string;
  colorScheme: 'light' | 'dark';
}

export async function readInstallation(client: ZafClient): Promise<Installation> {
  const [values, context, metadata] = await Promise.all([
    client.get(['ticket.id', 'currentUser.id', 'currentUser.locale', 'colorScheme']),
    client.context(),
    client.metadata(),
  ]);
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  const agentId = text(values['currentUser.id']);
  return {
    backendUrl: backendUrlOf(metadata.settings?.backend_url),
    subdomain: context.account?.subdomain ?? '',
    ticketId: text(values['ticket.id']) || text(context.ticketId),
    // Some versions of the framework know the user as a whole only.
    agentId: agentId || (await userId(client)),
    locale: text(values['currentUser.locale']) || 'en',
    colorScheme: values.colorScheme === 'dark' ? 'dark' : 'light',
  };
}

/** Without the slash at the end; empty for anything that is no web address. */
export function backendUrlOf(setting: unknown): string {
  if (typeof setting !== 'string' || !URL.canParse(setting)) return '';
  const { protocol, origin, pathname } = new URL(setting);
  return protocol === 'https:' || protocol === 'http:' ? (origin + pathname).replace(/\/+$/, '') : '';
}

async function userId(client: ZafClient): Promise<string> {
  const { currentUser } = await client.get('currentUser');
  const id = typeof currentUser === 'object' && currentUser !== null && 'id' in currentUser ? currentUser.id : '';
  return String(id);
}

/** The id of the ticket that is open now, which may be another than when the app started. */
export function readTicketId(client: ZafClient): Promise<string> {
  return readText(client, 'ticket.id');
}
