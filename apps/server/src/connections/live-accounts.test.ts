import type { Connection, ConnectorDescriptor } from '@draftsmith/contracts';
import type { Installation } from '@draftsmith/installations';
import { silentLogger } from '@draftsmith/logger';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createLiveAccounts } from './live-accounts.ts';
import type { InstallationDeps } from './open-installation.ts';

const row = {
  ...{ connector: 'desk', account: 'acme', way: 'oauth', state: 'ready', given: {}, artefacts: {}, progress: [] },
  ...{ identity: 'Ada Admin', revision: 1 },
} as unknown as Installation;

test('what only the progress of an account changes keeps its connection; somebody else’s access opens another', async () => {
  const descriptor = {
    ...{ id: 'desk', title: 'Desk', settings: { help: {} } },
    connect: () => ({}) as Connection,
    install: { form: { schema: z.object({}), fields: [] }, oauth: () => ({}), globalClient: () => undefined },
  } as unknown as ConnectorDescriptor;
  let rows = [row];
  const accounts = createLiveAccounts([], {
    connectors: [descriptor],
    installations: { list: async () => rows },
    secrets: { get: async () => undefined },
    ...{ raw: {}, portsFor: () => ({}), logger: silentLogger },
  } as unknown as InstallationDeps & { logger: typeof silentLogger });
  const seen = async (change: Partial<Installation>) => {
    rows = [{ ...row, ...change }];
    await accounts.reload();
    return accounts.find('desk', 'acme')?.connection;
  };
  const first = await seen({});
  expect(first).toBeDefined();
  expect(await seen({ revision: 2, progress: [{ step: 'test', state: 'done' }] })).toBe(first);
  // A connection remembers who it is: whose notes are ours, and whose are a person's.
  const other = await seen({ revision: 3, identity: 'Ben Admin' });
  expect(other).toBeDefined();
  expect(other).not.toBe(first);
  expect(await seen({ revision: 4, state: 'removing', identity: 'Ben Admin' })).toBeUndefined();
});
