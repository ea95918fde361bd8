import type { ZafClient } from '../zaf/client.ts';
import type { FakeAssist } from './fake-assist.ts';

interface FakeOptions {
  locale: string;
  scheme: string;
  backendUrl?: string;
}

/** As much of Zendesk's framework as the app needs to be looked at without Zendesk. */
export function createFakeClient(
  assist: FakeAssist,
  { locale, scheme, backendUrl = 'https://drafts.example.com' }: FakeOptions,
): ZafClient {
  const values: Record<string, unknown> = {
    'ticket.id': 1001,
    'currentUser.id': 501,
    'currentUser.locale': locale,
    colorScheme: scheme,
    'ticket.comment.text': '',
    'ticket.comment.type': 'internalNote',
  };
  return {
    get: async (paths) =>
      Object.fromEntries((typeof paths === 'string' ? [paths] : paths).map((path) => [path, values[path]])),
    set: async (path, value) => {
      values[path] = value;
    },
    invoke: async (name, ...args) => {
      if (/append/.test(name)) values['ticket.comment.text'] = `${values['ticket.comment.text']}${args[0]}`;
    },
    on: () => undefined,
    off: () => undefined,
    context: async () => ({ account: { subdomain: 'acme' }, ticketId: 1001 }),
    metadata: async () => ({ settings: backendUrl ? { backend_url: backendUrl } : {} }),
    request: async ({ type, url, data }) => {
      const { status, body } = assist.handle(
        type,
        new URL(url).pathname,
        data === undefined ? undefined : JSON.parse(data),
      );
      return { status, responseJSON: body };
    },
  };
}
