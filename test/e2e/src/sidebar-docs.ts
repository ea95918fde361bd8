// Pictures for the documents: `node test/e2e/src/sidebar-docs.ts [FOLDER]` shows the built app beside a ticket.
import { join } from 'node:path';
import { VIEWS } from '@draftsmith/zendesk-sidebar/samples';
import { chromium } from 'playwright-core';
import { launchOptions } from './chromium.ts';
import { startSidebarStage } from './sidebar-stage.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '../../../docs/images');
const stage = await startSidebarStage();
const browser = await chromium.launch(launchOptions);
for (const { name, state, view } of [
  { name: 'sidebar', state: 'internal', view: { theme: 'light', locale: 'en' } },
  { name: 'sidebar-ru', state: 'russian', view: { theme: 'dark', locale: 'ru' } },
] as const) {
  stage.reset(VIEWS[state]);
  const page = await browser.newPage({ viewport: { width: 1040, height: 860 }, reducedMotion: 'reduce' });
  await page.goto(stage.url(view));
  const app = page.frameLocator('iframe');
  await app.getByRole('button', { name: /^(Insert reply|Вставить ответ)$/ }).waitFor();
  await app.locator('[data-statement="1"]').hover();
  await app.locator('figure').waitFor();
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();
await stage.stop();
