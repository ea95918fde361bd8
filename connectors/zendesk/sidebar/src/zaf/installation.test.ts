import { expect, test } from 'vitest';
import type { ZafClient } from './client.ts';
import { readInstallation } from './installation.ts';

/** A framework that knows these values, and answers the rest as Zendesk does: with an error among the values. */
function framework(values: Record<string, unknown>, settings: Record<string, unknown> = {}): ZafClient {
  const get: ZafClient['get'] = async (paths) =>
    Object.fromEntries([paths].flat().flatMap((path) => (path in values ? [[path, values[path]]] : [])));
  const context = async () => ({ account: { subdomain: 'acme' }, ticketId: 7 });
  return { get, context, metadata: async () => ({ settings }) } as unknown as ZafClient;
}

test('who, where and which ticket, as texts', async () => {
  const values = { 'ticket.id': 1001, 'currentUser.id': 501, 'currentUser.locale': 'ru', colorScheme: 'dark' };
  expect(await readInstallation(framework(values, { backend_url: 'https://drafts.example.com/' }))).toEqual({
    backendUrl: 'https://drafts.example.com',
    subdomain: 'acme',
    ticketId: '1001',
    agentId: '501',
    locale: 'ru',
    colorScheme: 'dark',
  });
});

test('a framework that tells less is asked in another way, and what nobody tells has a plain value', async () => {
  expect(await readInstallation(framework({ currentUser: { id: 501 } }))).toEqual({
    backendUrl: '',
    subdomain: 'acme',
    ticketId: '7',
    agentId: '501',
    locale: 'en',
    colorScheme: 'light',
  });
});
