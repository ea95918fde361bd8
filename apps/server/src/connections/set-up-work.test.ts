import type { Provisioned } from '@draftsmith/contracts';
import { type Installation, secretNames } from '@draftsmith/installations';
import { silentLogger } from '@draftsmith/logger';
import { expect, test } from 'vitest';
import type { ConnectionsDeps } from './connections-deps.ts';
import type { OpenInstallation } from './open-installation.ts';
import type { SetUpProgress } from './set-up-progress.ts';
import { createSetUpWork } from './set-up-work.ts';

const key = { connector: 'zendesk', account: 'acme' };
const made: Provisioned = { artefacts: { webhook: 'W1', trigger: 'T1' }, secrets: { webhook: 'signing-secret' } };

/** A set-up whose account is, when the source system has answered, as `found`. */
function workWith(found: Partial<Installation> | undefined) {
  const secrets = new Map<string, string>();
  const removed: Provisioned[] = [];
  const install = {
    provision: async () => made,
    remove: async (_settings: unknown, _ports: unknown, what: Provisioned) => {
      removed.push(what);
      return { left: [] };
    },
  };
  const deps = {
    configured: [],
    connectors: [],
    publicUrl: 'https://drafts.example',
    logger: silentLogger,
    accounts: { opened: () => ({ install }) as unknown as OpenInstallation, reload: async () => undefined },
    secrets: {
      put: async (name: string, value: string) => void secrets.set(name, value),
      delete: async (name: string) => void secrets.delete(name),
    },
    installations: { change: async () => found },
  } as unknown as ConnectionsDeps;
  const progress = { find: async () => ({ artefacts: {} }) } as unknown as SetUpProgress;
  return { work: createSetUpWork(deps, progress), secrets, removed };
}

const signal = new AbortController().signal;

test('what was made for an account is kept with its secret', async () => {
  const { work, secrets, removed } = workWith({ state: 'connecting' });
  expect(await work.provision(key, signal)).toEqual(made);
  expect([...secrets.keys()]).toEqual([secretNames(key).signing]);
  expect(removed).toEqual([]);
});

test.each([
  ['gone', undefined],
  ['being removed', { state: 'removing' }],
] as const)('for an account that is %s meanwhile nothing is kept, there or here', async (_, found) => {
  const { work, secrets, removed } = workWith(found);
  await expect(work.provision(key, signal)).rejects.toMatchObject({ code: 'connections.unknown' });
  expect([...secrets.keys()]).toEqual([]);
  expect(removed).toEqual([made]);
});
