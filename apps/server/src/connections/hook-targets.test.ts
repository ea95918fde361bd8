import type { ConnectorDescriptor } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import type { Account } from '../accounts.ts';
import { hookTargets } from './hook-targets.ts';

const connector = {
  ...{ id: 'hub', title: 'Hub', sharedEndpoint: { secretSetting: 'clientSecret' } },
  settings: { help: { clientSecret: { expected: 'a secret', shared: true } } },
} as unknown as ConnectorDescriptor;

function sharedTarget({ open, rows }: { open: readonly string[]; rows: readonly string[] }) {
  const asked: string[] = [];
  const resolve = hookTargets({
    ...{ connectors: [connector], raw: { HUB_CLIENT_SECRET: 's3cret' } },
    accounts: { find: (_, account) => (open.includes(account) ? ({} as Account) : undefined) },
    installations: {
      find: async ({ account }) => {
        asked.push(account);
        return rows.includes(account) ? ({} as never) : undefined;
      },
    },
  });
  return { target: resolve('hub', undefined) ?? expect.fail('there is one address'), asked };
}

test('an account that was connected and cannot be opened just now loses none of its events', async () => {
  const { target, asked } = sharedTarget({ open: ['open'], rows: ['open', 'closed'] });
  expect(target.secret).toBe('s3cret');
  expect(await target.ignore?.('open')).toBeUndefined();
  expect(asked).toEqual([]);
  expect(await target.ignore?.('closed')).toBeUndefined();
  expect(await target.ignore?.('gone')).toBe('account not connected');
});
