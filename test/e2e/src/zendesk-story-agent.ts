import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type AgentWorkspace, startWorkspace } from '@draftsmith/simulators/zaf';
import type { ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { unzipSync } from 'fflate';
import type { FrameLocator, Page } from 'playwright-core';
import { AGENT } from './zendesk-story-account.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Runs what the console's page says, and unpacks the file that an admin would upload. */
export async function packApp(command: string, folder: string): Promise<string> {
  const [, script = '', , url = ''] = /^npx pnpm@\d+ (\S+) (--url) (\S+)$/.exec(command) ?? [];
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [, main = ''] = /^node (\S+)$/.exec(scripts[script] ?? '') ?? [];
  const zip = join(folder, 'app.zip');
  await promisify(execFile)(process.execPath, [main, '--url', url, '--out', zip], { cwd: ROOT });
  const appDir = join(folder, 'app');
  for (const [path, bytes] of Object.entries(unzipSync(await readFile(zip)))) {
    await mkdir(dirname(join(appDir, path)), { recursive: true });
    await writeFile(join(appDir, path), bytes);
  }
  return appDir;
}

export function installApp(
  zendesk: ZendeskSimulator,
  appDir: string,
  settings: { backend_url: string; shared_secret: string },
): Promise<AgentWorkspace> {
  return startWorkspace({ zendesk, appDir, settings, agentId: AGENT.id, requestsPerMinute: 1_000 });
}

/** What an agent does beside a ticket. */
export function beside(page: Page) {
  const app: FrameLocator = page.locator('.ticket:not([hidden])').frameLocator('iframe');
  const editor = page.locator('.ticket:not([hidden]) .editor');
  const said = (text: string) => app.getByRole('main').getByText(text, { exact: true }).waitFor();
  const press = (name: string) => app.getByRole('button', { name, exact: true }).click();
  return {
    app,
    editor,
    async insert(): Promise<string> {
      await press('Insert reply');
      await said('Inserted. Read it through before you send.');
      return editor.innerText();
    },
    /** Selects a word as by a double click, and types another over it. */
    async changeWord(from: string, to: string): Promise<void> {
      await editor.evaluate(selectWord, from);
      await page.keyboard.type(to);
    },
    async send(): Promise<void> {
      await page.getByRole('button', { name: 'Submit' }).click();
      // What was sent cannot be taken out of the reply any more, so nobody is offered that.
      await app.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
    },
    async rateBad(): Promise<void> {
      await press('Not useful');
      await app.getByText('Wrong facts').click();
      await press('Send');
      await said('Thank you, noted.');
    },
  };
}

/** In the page, which this package's types know nothing of. */
function selectWord(element: unknown, word: string): void {
  const { document, getSelection, NodeFilter } = globalThis as unknown as {
    document: { createTreeWalker(root: unknown, what: number): { nextNode(): { data: string } | null } };
    getSelection(): { setBaseAndExtent(from: unknown, start: number, to: unknown, end: number): void };
    NodeFilter: { SHOW_TEXT: number };
  };
  (element as { focus(): void }).focus();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(word);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(node, at, node, at + word.length);
    return;
  }
  throw new Error(`The reply has no "${word}"`);
}
