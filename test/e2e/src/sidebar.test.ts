import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { DRAFT_EN, VIEW, VIEWS } from '@draftsmith/zendesk-sidebar/samples';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchOptions } from './chromium.ts';
import { OTHER_TICKET, type SidebarStage, startSidebarStage, TICKET } from './sidebar-stage.ts';

interface Content {
  html: string;
  text: string;
  type: string;
}
/** What the workspace's page offers to tests. */
interface WorkspacePage {
  workspace: { composer(): Content; moveTo(ticketId: number): Promise<void>; setTheme(theme: string): void };
}

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!existsSync(launchOptions.executablePath))('the app beside a ticket', () => {
  let stage: SidebarStage;
  let browser: Browser;
  let page: Page;
  let app: FrameLocator;
  let problems: string[];
  beforeAll(async () => {
    [stage, browser] = await Promise.all([startSidebarStage(), chromium.launch(launchOptions)]);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });
  beforeEach(() => {
    stage.reset();
    problems = [];
  });
  afterEach(async () => {
    await page.context().close();
    expect(problems).toEqual([]);
  });

  async function open(view: Parameters<SidebarStage['url']>[0] = {}): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, reducedMotion: 'reduce' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    // A blocked script or style is an error on the console; so is each answer that a test lets fail.
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load')) problems.push(message.text());
    });
    await page.goto(stage.url(view));
    app = page.locator('.ticket:not([hidden])').frameLocator('iframe');
    await app.locator('main').waitFor();
  }
  const button = (name: string | RegExp) => app.getByRole('button', { name, exact: true });
  const editor = () => page.locator('.ticket:not([hidden]) .editor');
  const composer = () => page.evaluate(() => (globalThis as unknown as WorkspacePage).workspace.composer());
  const moveTo = (ticketId: number) =>
    page.evaluate((id) => (globalThis as unknown as WorkspacePage).workspace.moveTo(id), ticketId);
  const replyAs = (type: 'publicReply' | 'internalNote') => page.getByLabel('Reply as').selectOption(type);
  const replies = () => stage.zendesk.state.comments(TICKET).filter((one) => one.public && one.author_id === 501);
  const said = (text: string) => app.getByRole('main').getByText(text, { exact: true }).waitFor();

  describe('inserting', () => {
    test('the draft becomes a public reply that the agent sends, with no placeholder alive', async () => {
      const text = `${DRAFT_EN.text}\n\n{{ticket.requester.email}} <b>& more</b>`;
      stage.reset({ ...VIEW, draft: { ...DRAFT_EN, text } });
      await open();
      await replyAs('internalNote');
      await button('Insert reply').click();
      await said('Inserted. Read it through before you send.');
      expect(await composer()).toMatchObject({ type: 'publicReply' });
      const before = replies().length;
      await page.getByRole('button', { name: 'Submit' }).click();
      await expect.poll(() => replies().length).toBe(before + 1);
      const sent = replies().at(-1);
      expect(sent?.author_id).toBe(501);
      expect(sent?.plain_body).toContain('You can send the lamp back free of charge within 30 days of delivery.');
      expect(sent?.plain_body).toContain('<b>& more</b>');
      expect(sent?.html_body).not.toContain('{{');
    });

    test('what is typed is never overwritten unasked: cancel, add below, replace, undo', async () => {
      await open();
      await editor().fill('Dear Ann,');
      await button('Insert reply').click();
      const asking = app.getByRole('alertdialog', { name: 'You have already typed something' });
      await asking.getByRole('button', { name: 'Cancel' }).click();
      expect((await composer()).text.trim()).toBe('Dear Ann,');

      await button('Insert reply').click();
      await asking.getByRole('button', { name: 'Add below' }).click();
      await said('Inserted. Read it through before you send.');
      expect((await composer()).text).toMatch(/^Dear Ann,\s+Hello Ann,/);
      await button('Undo').click();
      await said('Taken out again.');
      expect((await composer()).text.trim()).toBe('Dear Ann,');

      await button('Insert reply').click();
      await asking.getByRole('button', { name: 'Replace it' }).click();
      await said('Inserted. Read it through before you send.');
      expect((await composer()).text).not.toContain('Dear Ann,');
      await editor().press('End');
      await editor().pressSequentially('!');
      await button('Undo').click();
      await said('You have changed the reply since, so it was left alone.');
    });

    test('a note that is being written does not become public', async () => {
      await open();
      await replyAs('internalNote');
      await editor().fill('He is a difficult customer.');
      await button('Insert reply').click();
      const asking = app.getByRole('alertdialog', { name: 'You are writing an internal note' });
      await asking.waitFor();
      expect(await asking.getByRole('button', { name: 'Add below' }).count()).toBe(0);
      await page.keyboard.press('Escape');
      await asking.waitFor({ state: 'detached' });
      expect(await composer()).toMatchObject({ type: 'internalNote', text: 'He is a difficult customer.' });
      await button('Insert reply').click();
      await asking.getByRole('button', { name: 'Replace the note' }).click();
      await said('Inserted. Read it through before you send.');
      const now = await composer();
      expect(now.type).toBe('publicReply');
      expect(now.text).not.toContain('difficult');
    });

    test('a customer who wrote meanwhile is not overlooked', async () => {
      await open();
      await button('Insert reply').waitFor();
      stage.assist.verdict = 'newer-message';
      stage.assist.view = { ...VIEW, state: 'stale' };
      await button('Insert reply').click();
      await app.getByRole('alertdialog', { name: 'The customer has written again' }).waitFor();
      await button('Cancel').click();
      expect((await composer()).html).toBe('');
      // What was found out on the way is on screen.
      await app.getByRole('alert').getByText('This draft does not answer the newest message.').waitFor();
    });

    test('a ticket that was closed takes nothing', async () => {
      await open();
      await button('Insert reply').waitFor();
      stage.assist.verdict = 'closed';
      await button('Insert reply').click();
      await said('This ticket is closed, so nothing was inserted.');
      expect((await composer()).html).toBe('');
    });

    test('a draft on internal sources is a question first, also when copied', async () => {
      stage.reset(VIEWS.internal);
      await open();
      await button('Insert reply').click();
      const asking = app.getByRole('alertdialog', { name: 'This draft rests on internal sources' });
      await asking.getByRole('button', { name: 'Cancel' }).click();
      expect((await composer()).html).toBe('');
      await button('Copy').click();
      await asking.getByRole('button', { name: 'Copy' }).click();
      await said('Copied.');
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(DRAFT_EN.text);
    });

    test('another ticket came into the tab while a question was open: nothing goes into its reply', async () => {
      stage.reset(VIEWS.internal);
      await open();
      await button('Insert reply').click();
      await app.getByRole('alertdialog').waitFor();
      await moveTo(OTHER_TICKET);
      await app.getByRole('alertdialog').waitFor({ state: 'detached' });
      expect((await composer()).html).toBe('');
      await expect.poll(() => stage.assist.calls.at(-1)?.path).toContain(`/tickets/${OTHER_TICKET}/`);
    });
  });

  describe('other versions', () => {
    test('a line of steer makes a new version, and the old one stays a step away', async () => {
      await open();
      await app.getByLabel('Tell it what to change').fill('tell them the refund was sent');
      await page.keyboard.press('Enter');
      await app.getByText('tell them the refund was sent.').waitFor();
      await app.getByText('Version 2 of 2').waitFor();
      await button('Older version').click();
      await app.getByText('You can send the lamp back free of charge').waitFor();
      await button('Insert reply').click();
      await said('Inserted. Read it through before you send.');
      expect((await composer()).text).toContain('You can send the lamp back');
      expect(stage.assist.calls.find(({ path }) => path.endsWith('/insertions'))?.body).toEqual({
        draft: { id: 'draft-1', version: 1 },
        revision: VIEW.revision,
      });
    });

    test('a stale draft says so and is written anew', async () => {
      stage.reset(VIEWS.stale);
      await open();
      await app.getByRole('alert').getByText('The customer has written again').waitFor();
      await button('Write a new draft').click();
      await app.getByText('Version 2 of 2').waitFor();
      expect(await app.getByRole('alert').count()).toBe(0);
    });

    test("a colleague's work is shown with their name, and the draft stays usable", async () => {
      stage.reset(VIEWS.colleague);
      stage.assist.held = true;
      await open();
      await app.getByText(/Oleg asked for it/).waitFor();
      expect(await button('Shorter').isDisabled()).toBe(true);
      await button('Insert reply').click();
      await said('Inserted. Read it through before you send.');
    });

    test('a failed wish says so and can be tried again', async () => {
      await open();
      const { compose } = stage.assist;
      stage.assist.compose = () => ({
        failure: { code: 'unreachable', message: 'As the server says it.', retryable: true },
      });
      await button('Shorter').click();
      await app.getByRole('alert').getByText('No language model could be reached. Try again in a moment.').waitFor();
      stage.assist.compose = compose;
      await button('Try again').click();
      await app.getByText('Version 2 of 2').waitFor();
    });

    test('a translation is to read only', async () => {
      await open({ locale: 'ru' });
      await button('Перевести черновик').click();
      const aside = app.getByRole('region', { name: 'Перевод — только для вас' });
      await aside.getByText(/^In ru: Hello Ann/).waitFor();
      expect(await aside.getByRole('button').count()).toBe(1);
      await aside.getByRole('button', { name: 'Закрыть' }).click();
      await aside.waitFor({ state: 'detached' });
    });
  });

  test('no draft yet: it is written with visible steps', async () => {
    stage.reset({ ...VIEWS.none! });
    await open();
    await button('Write a draft').waitFor();
    stage.assist.held = true;
    await button('Write a draft').click();
    await app.getByRole('listitem').filter({ hasText: 'Waiting in line' }).waitFor();
    // Whoever pressed the button stays in the app.
    await expect.poll(() => app.getByRole('heading', { name: 'Writing a draft' }).evaluate(isFocused)).toBe(true);
    stage.assist.held = false;
    await button('Insert reply').waitFor();
  });

  test('nothing supports an answer: what is missing and where it was answered before', async () => {
    stage.reset(VIEWS.skipped);
    await open();
    await app.getByText('Does the lamp work with a 110 V socket?').waitFor();
    const link = app.getByRole('link', { name: /Lamp in the United States/ });
    expect(await link.getAttribute('rel')).toContain('noopener');
    await button('Write a draft anyway').click();
    await button('Insert reply').waitFor();
  });

  test('a server that is away is told of, and back without a reload', async () => {
    await open();
    await button('Insert reply').waitFor();
    stage.assist.failing = 0;
    await button('Insert reply').click();
    await app.getByRole('alertdialog', { name: 'Could not check for newer messages' }).waitFor();
    await button('Insert anyway').click();
    await app.getByText('The Draftsmith server cannot be reached').waitFor();
    expect((await composer()).text).toContain('Hello Ann');
    stage.assist.failing = null;
    await button('Try again').click();
    await app.getByText('The Draftsmith server cannot be reached').waitFor({ state: 'detached' });
  });

  test.each([
    [401, 'The shared key does not match'],
    [403, 'You have no access to drafts here'],
    [404, 'Draftsmith does not know this ticket'],
  ])('status %i is explained', async (status, title) => {
    stage.assist.failing = status;
    await open();
    await app.getByText(title).waitFor();
  });

  test('a rating goes with its reasons', async () => {
    await open();
    await button('Not useful').click();
    await app.getByText('Wrong facts').click();
    await app.getByLabel('Anything else?').fill('It is 5 days.');
    await button('Send').click();
    await said('Thank you, noted.');
    expect(stage.assist.view.draft?.rating).toEqual({
      good: false,
      reasons: ['wrong-facts'],
      comment: 'It is 5 days.',
    });
  });

  test('by keyboard alone: to the doubtful statement, its source, another version, and into the reply', async () => {
    await open();
    await button('Insert reply').waitFor();
    await button(/to check$/).focus();
    await page.keyboard.press('n');
    await app.getByText('Refunds are made within 5 working days after the parcel arrives.').waitFor();
    await page.keyboard.press('n');
    await app.getByText('All sources of this draft were searched.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await app.getByText('Version 2 of 2').waitFor();
    await page.keyboard.press('[');
    await app.getByText('Version 1 of 2').waitFor();
    await page.keyboard.press('e');
    // Letters are letters while one types.
    await page.keyboard.type('sin');
    expect(await app.getByLabel('Tell it what to change').inputValue()).toBe('sin');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('i');
    await said('Inserted. Read it through before you send.');
  });

  test('a question takes the focus and gives it back', async () => {
    stage.reset(VIEWS.internal);
    await open();
    await button('Insert reply').press('Enter');
    await expect.poll(() => button('Insert').evaluate(isFocused)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => button('Insert reply').evaluate(isFocused)).toBe(true);
  });

  test("it follows Zendesk's colours while it is open", async () => {
    await open({ theme: 'light' });
    await button('Insert reply').waitFor();
    const background = () => app.locator('html').evaluate(backgroundOf);
    const light = await background();
    await page.evaluate(() => (globalThis as unknown as WorkspacePage).workspace.setTheme('dark'));
    await expect.poll(background).not.toBe(light);
  });

  test.each([
    ['en', 'light', 'ready'],
    ['ru', 'dark', 'ready'],
    ['ru', 'light', 'skipped'],
    ['en', 'dark', 'stale'],
    ['ru', 'dark', 'waiting'],
    ['en', 'light', 'failed'],
  ] as const)('nothing for axe to find: %s, %s, %s', async (locale, theme, state) => {
    stage.reset(VIEWS[state]);
    stage.assist.held = true;
    await open({ locale, theme });
    await app.locator('main :is(button, ol)').first().waitFor();
    const frame = page.frames().find((one) => one.url().includes('/assets/iframe.html'));
    await frame?.evaluate(axeSource);
    const found = await frame?.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(found).toEqual([]);
    expect(await frame?.evaluate('document.documentElement.lang')).toBe(locale);
    expect(await frame?.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});

function isFocused(element: unknown): boolean {
  const { ownerDocument } = element as { ownerDocument: { activeElement: unknown } };
  return ownerDocument.activeElement === element;
}

function backgroundOf(element: unknown): string {
  const { getComputedStyle } = globalThis as unknown as {
    getComputedStyle(element: unknown): { backgroundColor: string };
  };
  return getComputedStyle(element).backgroundColor;
}
