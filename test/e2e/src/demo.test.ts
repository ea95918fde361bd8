import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchOptions } from './chromium.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';

const hasChromium = existsSync(launchOptions.executablePath);
if (!hasChromium) process.stderr.write('SKIPPED: no chromium in /usr/bin; the demo is not tried in a browser\n');

describe.skipIf(!hasChromium)('the demo, as a newcomer sees it', () => {
  let demo: RunningDemo;
  let browser: Browser;
  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), chromium.launch(launchOptions)]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    expect(await demo?.stop()).toBe(0);
  });

  async function open(path: string, locale = 'en-GB'): Promise<{ page: Page; problems: string[] }> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(demo.url + path);
    return { page, problems };
  }

  test('prints every ticket with its outcome', () => {
    expect(demo.output).toMatch(/10401 +en +Cape not for me +drafted +offline/);
    expect(demo.output).toMatch(/10511 .*skipped: thanks-only/);
    expect(demo.output).toMatch(/60 tickets: \d+ drafted, \d+ skipped; /);
    expect(demo.output).not.toMatch(/failed|No outcome/);
  });

  test('doubts nothing that the offline drafter takes from the sources word for word', async () => {
    const page = await browser.newPage();
    const ask = async (path: string): Promise<unknown> => (await page.request.get(demo.url + path)).json();
    const { items } = (await ask('/api/drafts?state=drafted&limit=100')) as { items: { id: string }[] };
    const checked = (await Promise.all(items.map(({ id }) => ask(`/api/drafts/${id}`)))) as CheckedTicket[];
    const statements = checked.flatMap(({ resourceId, text, check }) =>
      check.sentences.map(({ start, end, verdict }) => ({ resourceId, verdict, text: text.slice(start, end) })),
    );
    expect(statements.filter(({ verdict }) => verdict === 'supported').length).toBeGreaterThan(items.length);
    expect(statements.filter(({ verdict }) => verdict === 'unsupported' || verdict === 'contradicted')).toEqual([]);
  });

  test('signs in by itself and shows a draft with its sources and who wrote it', async () => {
    const { page, problems } = await open('/tickets');
    await page.getByRole('searchbox').fill('10401');
    await page.getByRole('link', { name: /Cape not for me/ }).click();
    const ticket = page.getByRole('main');
    await expect.poll(() => ticket.innerText()).toContain('No model wrote this');
    const text = await ticket.innerText();
    expect(text).toContain('Priya');
    expect(text).toContain('Returns and refunds');
    expect(text).toContain('offline');
    expect(problems).toEqual([]);
  });

  test('says in Russian why a ticket was left alone', async () => {
    const { page, problems } = await open('/tickets?state=skipped', 'ru-RU');
    await page
      .getByRole('link', { name: /Re: Документы за октябрь/ })
      .first()
      .click();
    await expect.poll(() => page.getByRole('main').innerText()).toContain('благодар');
    expect(problems).toEqual([]);
  });
});

interface CheckedTicket {
  resourceId: string;
  text: string;
  check: { sentences: { start: number; end: number; verdict: string }[] };
}
