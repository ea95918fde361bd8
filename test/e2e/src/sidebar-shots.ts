// Looks at the app beside a ticket: `node test/e2e/src/sidebar-shots.ts FOLDER [PART_OF_NAME]` takes a picture of every
// state at 320 px and wider, light and dark, English and Russian, and fails on accessibility violations and overflow.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serveGallery } from '@draftsmith/zendesk-sidebar/gallery';
import { VIEWS } from '@draftsmith/zendesk-sidebar/samples';
import { type Browser, chromium, type Page } from 'playwright-core';
import { launchOptions } from './chromium.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGE_EXCESS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

interface Shot {
  name: string;
  state: string;
  width: number;
  locale: 'en' | 'ru';
  scheme: 'light' | 'dark';
  act?: (page: Page) => Promise<void>;
}

const TROUBLES = ['unreachable', 'refused', 'forbidden', 'unknown', 'not-set-up'];
const LOOKS = [
  { width: 320, locale: 'en', scheme: 'light' },
  { width: 320, locale: 'ru', scheme: 'dark' },
] as const;

/** What an agent does before the picture is taken. */
const ACTS: Record<string, { state: string; act: (page: Page) => Promise<void> }> = {
  evidence: {
    state: 'ready',
    act: async (page) => {
      await page.locator('[data-statement]').first().focus();
      await page.keyboard.press('n');
    },
  },
  asking: {
    state: 'internal',
    act: (page) =>
      page
        .locator('button')
        .filter({ hasText: /^(Insert reply|Вставить ответ)$/ })
        .click(),
  },
  rating: { state: 'ready', act: (page) => page.getByLabel(/^(Not useful|Не пригодился)$/).click() },
  summary: {
    state: 'russian',
    act: async (page) => {
      await page.getByRole('button', { name: /^(Summarise|Пересказать переписку)$/ }).click();
      await page.getByRole('heading', { name: /for you only|только для вас/ }).waitFor();
    },
  },
  open: {
    state: 'internal',
    act: async (page) => {
      for (const summary of await page.locator('summary').all()) await summary.click();
    },
  },
};

function shots(): Shot[] {
  const states = [...Object.keys(VIEWS), ...TROUBLES].map((state) => ({ name: state, state }));
  const acts = Object.entries(ACTS).map(([name, { state, act }]) => ({ name, state, act }));
  const narrow = [...states, ...acts].flatMap((one) =>
    LOOKS.map((look) => ({ ...one, ...look, name: `${one.name}-${look.locale}-${look.scheme}` })),
  );
  const wide = { width: 480, locale: 'en', scheme: 'dark' } as const;
  return [...narrow, { ...wide, name: 'ready-wide', state: 'ready' }];
}

async function shoot(browser: Browser, url: string, shot: Shot, folder: string): Promise<string[]> {
  const { name, state, width, locale, scheme, act } = shot;
  const context = await browser.newContext({ viewport: { width, height: 200 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(`${url}frame.html?${new URLSearchParams({ state, locale, scheme })}`);
  await page.locator('main :is(button, h2, [role=status])').first().waitFor();
  await page
    .locator('[aria-label="Opening the draft…"], [aria-label="Открываем черновик…"]')
    .waitFor({ state: 'detached' });
  await act?.(page);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const excess = await page.evaluate<number>(PAGE_EXCESS);
  if (excess > 0) problems.push(`${excess} px wider than the screen`);
  await page.evaluate(axeSource);
  problems.push(...(await violations(page)));
  await context.close();
  return problems.map((problem) => `${name}: ${problem}`);
}

interface AxeViolation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } };
    return (await axe.run()).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const [folder, part = ''] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: sidebar-shots.ts FOLDER [PART_OF_NAME]\n');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const gallery = await serveGallery();
const browser = await chromium.launch(launchOptions);
const problems: string[] = [];
for (const shot of shots().filter(({ name }) => name.includes(part))) {
  problems.push(...(await shoot(browser, gallery.url, shot, folder)));
  process.stdout.write(`${shot.name}\n`);
}
await browser.close();
await gallery.stop();
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
