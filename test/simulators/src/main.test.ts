import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseSeed } from './zendesk/index.ts';
import { OPEN_TICKET_ID, sampleSeed } from './zendesk/sample-seed.ts';
import { openReceiver } from './zendesk/test-account.ts';

const running: ChildProcess[] = [];
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** Starts a main and gives its first line of output, or its exit code and what it said on standard error. */
function run(
  file: string,
  args: string[],
): Promise<{ child: ChildProcess; line?: string; code?: number | null; error: string }> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, file), ...args], { stdio: 'pipe' });
  running.push(child);
  let output = '';
  let error = '';
  return new Promise((done) => {
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      error += chunk;
    });
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const end = output.indexOf('\n');
      if (end >= 0) done({ child, line: output.slice(0, end), error });
    });
    child.on('close', (code) => done({ child, code, error }));
  });
}

async function seedFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const file = join(folder, 'seed.json');
  await writeFile(file, text);
  return file;
}

const exited = (child: ChildProcess) =>
  new Promise((done) => child.once('exit', (code, signal) => done(code ?? signal)));

describe('zendesk main', () => {
  it('prints one line when ready, serves, delivers, and ends on SIGTERM', async () => {
    const receiver = await openReceiver();
    cleanups.push(receiver.close);
    const seed = await seedFile(JSON.stringify(sampleSeed()));
    const client = ['--oauth-client', 'drafts', '--oauth-secret', 's', '--oauth-redirect', 'http://127.0.0.1:9/back'];
    const args = ['--seed', seed, '--webhook', receiver.url, ...client];
    const { child, line } = await run('zendesk/main.ts', args);
    const { baseUrl, token, webhookId, secret } = JSON.parse(line ?? '') as Record<string, string>;
    expect(secret).toMatch(/=$/);
    const granted = await fetch(`${baseUrl}/oauth/tokens`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'drafts',
        client_secret: 's',
        scope: 'read',
      }),
    });
    expect(granted.status).toBe(201);
    const response = await fetch(`${baseUrl}/api/v2/tickets/${OPEN_TICKET_ID}.json`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
    await fetch(`${baseUrl}/_sim/tickets/${OPEN_TICKET_ID}/arrive`, { method: 'POST' });
    await fetch(`${baseUrl}/_sim/settled`);
    expect(receiver.received[0]?.headers['x-zendesk-webhook-id']).toBe(webhookId);
    const end = exited(child);
    child.kill('SIGTERM');
    expect(await end).toBe(0);
  });

  it.each([
    ['no JSON', '{', /not JSON/],
    ['a wrong field', JSON.stringify({ ...sampleSeed(), macros: [{ id: 'x' }] }), /macros\.0\.id/],
  ])('says in one line what is wrong with a seed of %s', async (_name, text, message) => {
    const { code, error } = await run('zendesk/main.ts', ['--seed', await seedFile(text)]);
    expect(code).toBe(1);
    expect(error).toMatch(message);
    expect(error.trim().split('\n')).toHaveLength(1);
  });

  it('says that a port is taken', async () => {
    const receiver = await openReceiver();
    cleanups.push(receiver.close);
    const port = new URL(receiver.url).port;
    const seed = await seedFile(JSON.stringify(sampleSeed()));
    const { code, error } = await run('zendesk/main.ts', ['--seed', seed, '--port', port]);
    expect(code).toBe(1);
    expect(error).toContain(`127.0.0.1:${port}`);
  });
});

describe('models main', () => {
  it('prints one line when ready, and ends on SIGTERM', async () => {
    const { child, line } = await run('models/main.ts', []);
    const { openaiBaseUrl } = JSON.parse(line ?? '') as Record<string, string>;
    const response = await fetch(`${openaiBaseUrl}/models`, { headers: { authorization: 'Bearer any' } });
    expect(response.status).toBe(200);
    const end = exited(child);
    child.kill('SIGTERM');
    expect(await end).toBe(0);
  });
});

describe('a seed', () => {
  it('survives its own file', () => {
    expect(parseSeed(JSON.stringify(sampleSeed()))).toEqual(sampleSeed());
  });
});
