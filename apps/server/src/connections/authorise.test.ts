import type { ConnectorDescriptor, InstallationState } from '@draftsmith/contracts';
import { type AccountKey, secretNames, writeCredentials } from '@draftsmith/installations';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createAuthorising } from './authorise.ts';
import type { ConnectionsDeps } from './connections-deps.ts';

const key: AccountKey = { connector: 'desk', account: 'acme' };
const client = { clientId: 'c', clientSecret: 's' };
const request = { given: { subdomain: 'acme' }, way: 'client-credentials', ...client } as const;
const terms = {
  boundTo: 'b',
  redirectUri: 'https://drafts.example/connect/callback',
  actor: { kind: 'command' },
} as const;

/** Connects an account of which this is stored already. */
async function connectAgain(stored: string, state: InstallationState = 'reconnect') {
  const revoked: string[] = [];
  const secrets = new Map<string, string>([[secretNames(key).oauth, stored]]);
  const descriptor = {
    ...{ id: 'desk', title: 'Desk' },
    settings: { account: () => 'acme', help: {}, schema: z.object({}) },
    install: {
      form: { schema: z.object({}).loose(), fields: ['subdomain'] },
      globalClient: () => undefined,
      oauth: () => ({
        clientCredentials: async () => ({ accessToken: 'new' }),
        revoke: async (token: string) => void revoked.push(token),
      }),
    },
  } as unknown as ConnectorDescriptor;
  const deps = {
    ...{ connectors: [descriptor], raw: {}, configured: [], portsFor: () => ({}) },
    secrets: {
      get: async (name: string) => secrets.get(name),
      put: async (name: string, value: string) => void secrets.set(name, value),
    },
    installations: { find: async () => ({ state }), begin: async () => ({}), change: async () => ({}) },
    accounts: { reload: async () => undefined, find: () => undefined },
    audit: { record: async () => undefined },
  } as unknown as ConnectionsDeps;
  const connected = await createAuthorising(deps).begin('desk', request, terms);
  return { connected, revoked, stored: secrets.get(secretNames(key).oauth) };
}

const withToken = (accessToken: string) => writeCredentials({ client, tokens: { accessToken } });

test('the access before is given back when an account is connected anew', async () => {
  expect(await connectAgain(withToken('old'))).toEqual({ connected: key, revoked: ['old'], stored: withToken('new') });
});

test('a source system that gives the same access again does not lose it', async () => {
  expect(await connectAgain(withToken('new'))).toEqual({ connected: key, revoked: [], stored: withToken('new') });
});

test('what was stored before and cannot be read keeps nobody from connecting anew', async () => {
  expect(await connectAgain('{"from": "another time"}')).toEqual({
    connected: key,
    revoked: [],
    stored: withToken('new'),
  });
});

test('an account that somebody is taking away is not connected at the same time: it would be gone a moment later', async () => {
  await expect(connectAgain(withToken('old'), 'removing')).rejects.toMatchObject({
    kind: 'conflict',
    code: 'connections.removing',
  });
});
