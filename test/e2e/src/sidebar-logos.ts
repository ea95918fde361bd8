// Draws the app's logos from the console's icon: `node test/e2e/src/sidebar-logos.ts`. Zendesk wants these two sizes.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from './chromium.ts';

const root = join(import.meta.dirname, '../../..');
const icon = await readFile(join(root, 'apps/console/public/favicon.svg'), 'utf8');
const browser = await chromium.launch(launchOptions);
for (const { name, size } of [
  { name: 'logo', size: 320 },
  { name: 'logo-small', size: 128 },
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${icon}`);
  const path = join(root, `connectors/zendesk/sidebar/package/assets/${name}.png`);
  await page.screenshot({ path, omitBackground: true });
  await page.close();
}
await browser.close();
