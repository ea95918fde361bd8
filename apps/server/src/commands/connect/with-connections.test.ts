import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as soon } from 'node:timers/promises';
import { silentLogger } from '@draftsmith/logger';
import { expect, onTestFinished, test } from 'vitest';
import { withConnections } from './with-connections.ts';

test('without a server, the database stays open until the last question is answered', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'draftsmith-connections-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const answer = await withConnections({ DRAFTSMITH_DATA: folder }, silentLogger, async ({ ask, by }) => {
    await ask('list', {});
    await soon();
    return { by, ...(await ask('list', {})) };
  });
  expect(answer).toEqual({ by: 'here', connections: [] });
});
