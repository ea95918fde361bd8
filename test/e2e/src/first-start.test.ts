import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchOptions } from './chromium.ts';
import { freePort } from './start-demo.ts';

const ROOT = join(import.meta.dirname, '../../..');

describe.skipIf(!existsSync(launchOptions.executablePath))('the first start of a real installation', () => {
  let server: ChildProcess;
  let ended: Promise<unknown>;
  let output = '';
  let browser: Browser;
  let folder: string;
  let link: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'draftsmith-first-start-'));
    const environment = {
      ...process.env,
      PORT: String(await freePort()),
      DRAFTSMITH_DATA: join(folder, 'data'),
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
    };
    server = spawn(process.execPath, ['apps/server/src/main.ts', 'start'], {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // From the start on: a process that ends too early must fail the test and not leave it waiting.
    ended = new Promise((done) => server.once('exit', (code, signal) => done(code ?? signal)));
    link = await new Promise<string>((found, fail) => {
      server.stderr?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const match = /(http\S+\/setup\?token=\S+)/.exec(output);
        if (match?.[1]) found(match[1]);
      });
      server.once('exit', (code) => fail(new Error(`ended with ${code}:\n${output}`)));
    });
    browser = await chromium.launch(launchOptions);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server.kill('SIGTERM');
    expect(await ended, output).toBe(0);
    await rm(folder, { recursive: true, force: true });
  });

  test('the printed link sets the password once; then only the password opens the door', async () => {
    const password = 'a long enough passphrase';
    const first = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await first.goto(link);
    await first.getByLabel('Name').fill('Ada');
    await first.getByLabel('E-mail').fill('ada@example.com');
    await first.getByLabel(/^Password/).fill(password);
    await first.getByRole('button', { name: /set|create|start/i }).click();
    await expect.poll(() => first.url()).toContain('/tickets');

    const second = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await second.goto(link);
    await expect.poll(() => second.getByRole('main').innerText()).toMatch(/used|no longer|expired|not valid/i);
    await second.goto(new URL('/tickets', link).href);
    await second.getByLabel('E-mail').fill('ada@example.com');
    await second.getByLabel(/^Password/).fill('wrong password here');
    await second.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => second.getByRole('alert').first().innerText()).toMatch(/wrong|not match|incorrect/i);
    await second.getByLabel(/^Password/).fill(password);
    await second.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => second.url()).toContain('/tickets');
  });
});
