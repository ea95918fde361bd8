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
  for (const { name, ticket, locale, theme } of [
    { name: 'draft', ticket: '10401', locale: 'en-GB', theme: 'light' },
    { name: 'draft-ru', ticket: '10509', locale: 'ru-RU', theme: 'dark' },
  ] as const) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: theme,
      locale,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(`${demo.url}/tickets`);
    await page.getByRole('searchbox').fill(ticket);
    await page.locator(`a[href^="/tickets/"]`).first().click();
    await page.locator('article, [data-testid=draft], .draft-note').first().waitFor();
    await page.getByRole('searchbox').fill('');
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await demo.stop();
}
