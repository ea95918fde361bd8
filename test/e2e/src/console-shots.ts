// Looks at the console: `node test/e2e/src/console-shots.ts FOLDER [PART_OF_NAME]` takes a picture of every screen and
// fails on accessibility violations, on anything that the content policy blocks, and on pages wider than the screen.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureConsole } from '@draftsmith/console';
import { type MockApi, startMockApi } from '@draftsmith/console/dev';
import { type Browser, chromium, type Page } from 'playwright-core';
import { launchOptions } from './chromium.ts';
import { SCENES, type Scene } from './console-scenes.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// In the page's own words: the workspace is compiled without the browser's types.
const PAGE_EXCESS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Takes one picture; gives what is wrong with the page, a line each. */
async function shoot(browser: Browser, api: MockApi, scene: Scene, folder: string): Promise<string[]> {
  const context = await browser.newContext({
    viewport: { width: scene.width, height: scene.height ?? (scene.width > 1000 ? 900 : 760) },
    colorScheme: scene.theme,
    locale: scene.language === 'ru' ? 'ru-RU' : 'en-GB',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    bypassCSP: false,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    // A refused sign-in or a failing API is part of some scenes; the browser logs each as an error.
    const expected = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !expected) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  await page.goto(api.url + scene.path);
  await page.locator(scene.ready).first().waitFor();
  await scene.act?.(page, api);
  await page.screenshot({ path: join(folder, `${scene.name}.png`), fullPage: scene.fullPage ?? scene.width < 1100 });
  problems.push(...(await overflow(page)), ...(await violations(page)));
  await context.close();
  return problems.map((problem) => `${scene.name}: ${problem}`);
}

async function overflow(page: Page): Promise<string[]> {
  const excess = await page.evaluate<number>(PAGE_EXCESS);
  return excess > 0 ? [`the page is ${excess} px wider than the screen`] : [];
}

async function violations(page: Page): Promise<string[]> {
  // Through the debugger, so that the content policy stays in force for the page itself.
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } };
    return (await axe.run()).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`);
}

interface AxeViolation {
  id: string;
  nodes: { html: string }[];
}

const [folder, part = ''] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: console-shots.ts FOLDER [PART_OF_NAME]\n');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const consoleDir = await ensureConsole();
const browser = await chromium.launch(launchOptions);
const problems: string[] = [];
for (const scene of SCENES.filter(({ name }) => name.includes(part))) {
  const api = await startMockApi({ consoleDir });
  scene.set?.(api.state);
  problems.push(...(await shoot(browser, api, scene, folder)));
  await api.close();
  process.stdout.write(`${scene.name}\n`);
}
await browser.close();
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
