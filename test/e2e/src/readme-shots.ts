// The README's pictures, of the real demo: `node test/e2e/src/readme-shots.ts FOLDER`
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from './chromium.ts';
import { startDemo } from './start-demo.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: readme-shots.ts FOLDER\n');
  process.exit(2);
}
const demo = await startDemo();
const browser = await chromium.launch(launchOptions);
try {
  for (const { name, ticket, locale, theme, marker } of [
    { name: 'draft', ticket: '10404', locale: 'en-GB', theme: 'light', marker: 'No model wrote this' },
    { name: 'draft-ru', ticket: '10505', locale: 'ru-RU', theme: 'dark', marker: 'без участия модели' },
  ] as const) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 1240 },
      colorScheme: theme,
      locale,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const found: unknown = await (await page.request.get(`${demo.url}/api/drafts?q=${ticket}`)).json();
    const { items } = found as { items: { id: string }[] };
    await page.goto(`${demo.url}/tickets/${items[0]?.id}`);
    await page.getByText(marker).first().waitFor();
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await demo.stop();
}
