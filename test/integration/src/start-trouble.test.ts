import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawSettings } from '@draftsmith/settings';
import { afterEach, expect, test, vi } from 'vitest';
import { startChild } from './child-server.ts';

// Each test starts processes, some with a fresh database: seconds each on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const MAIN = join(import.meta.dirname, '../../../apps/server/src/main.ts');

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'draftsmith-trouble-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** `draftsmith start` until it ends by itself; it is expected to. */
function start(raw: RawSettings, { args = [], ...user }: { args?: string[]; uid?: number; gid?: number } = {}) {
  return new Promise<Ended>((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, 'start', ...args], {
      env: { PATH: process.env.PATH, PORT: '0', ...raw },
      cwd: tmpdir(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    });
    cleanups.push(() => child.kill('SIGKILL'));
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      ended.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      ended.stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ended, code }));
  });
}

/** So many clear lines and exit code 1; nothing that only a programmer understands. */
function expectClear({ code, stdout, stderr }: Ended, lines: (string | RegExp)[]): void {
  const said = stderr.trimEnd().split('\n');
  expect(said, stderr).toHaveLength(lines.length);
  for (const [i, line] of lines.entries()) expect(said[i]).toMatch(line);
  expect(stderr).not.toMatch(/^\s+at |node:internal|AppError/m);
  expect(stdout).toBe('');
  expect(code).toBe(1);
}

test('the port is taken', async () => {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  cleanups.push(() => taken.close());
  const address = taken.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const folder = await newFolder();
  expectClear(await start({ PORT: port, DRAFTSMITH_DATA: folder }), [`Port ${port} is taken`]);
});

test.runIf(process.getuid?.() === 0)('the data folder is not writable', async () => {
  const folder = await newFolder();
  await chmod(folder, 0o755);
  const nobody = { uid: 65_534, gid: 65_534 };
  expectClear(await start({ DRAFTSMITH_DATA: folder }, nobody), [/data folder .* is not writable for this user/]);
  const inside = join(folder, 'new');
  expectClear(await start({ DRAFTSMITH_DATA: inside }, nobody), [/data folder .* cannot be made/]);
});

test('the data folder is a file', async () => {
  expectClear(await start({ DRAFTSMITH_DATA: MAIN }), [/data folder .* cannot be made/]);
});

test('a second process on the same data folder', async () => {
  const folder = await newFolder();
  const first = await startChild({ PORT: '0', DRAFTSMITH_DATA: folder });
  cleanups.push(() => first.kill());
  expectClear(await start({ DRAFTSMITH_DATA: folder }), [/Another Draftsmith already uses the data folder/]);
  await first.kill();
  // The killed one left its lock file; it must not keep the next one out.
  const next = await startChild({ PORT: '0', DRAFTSMITH_DATA: folder });
  cleanups.push(() => next.kill());
  expect(await next.stop()).toBe(0);
});

test('several wrong settings are told at once, without their values', async () => {
  const ended = await start({
    PORT: 'secret-in-the-wrong-place',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://root:hunter2@127.0.0.1/x',
    DRAFTSMITH_CONCURRENCY: '0',
  });
  expectClear(ended, [
    /^PORT: expected a port/,
    /^LOG_LEVEL: expected one of debug/,
    /^DATABASE_URL: expected a PostgreSQL URL/,
    /^DRAFTSMITH_CONCURRENCY: expected how many/,
  ]);
  expect(ended.stderr).not.toMatch(/secret-in|loud|hunter2/);
});

test('a connector that is set up by half', async () => {
  const folder = await newFolder();
  const ended = await start({ DRAFTSMITH_DATA: folder, ZENDESK_SUBDOMAIN: 'acme', ZENDESK_WEBHOOK_SECRET: 's3cret' });
  expectClear(ended, [/^ZENDESK_OAUTH_TOKEN: expected an OAuth access token/]);
});

test('a route that no provider has', async () => {
  const folder = await newFolder();
  expectClear(await start({ DRAFTSMITH_DATA: folder, DRAFTSMITH_ROUTES: 'nobody/gpt' }), [
    /"nobody\/gpt" names an unknown provider/,
  ]);
});

test.each(['web', 'worker'])('--role %s without DATABASE_URL', async (role) => {
  const folder = await newFolder();
  expectClear(await start({ DRAFTSMITH_DATA: folder }, { args: ['--role', role] }), [
    `--role ${role} needs DATABASE_URL`,
  ]);
});

test('a PostgreSQL that does not answer', async () => {
  const folder = await newFolder();
  const url = 'postgresql://somebody:hunter2@127.0.0.1:9/nothing';
  const ended = await start({ DRAFTSMITH_DATA: folder, DATABASE_URL: url });
  expectClear(ended, [/PostgreSQL cannot be used: check DATABASE_URL/]);
  expect(ended.stderr).not.toContain('hunter2');
});
