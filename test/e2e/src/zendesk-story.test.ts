import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { launchOptions } from './chromium.ts';
import {
  AGENT,
  CLIENT,
  DRAFTED,
  NEW_TICKET,
  OLD_TICKET,
  SIGNATURE,
  SUBDOMAIN,
  THEIRS,
} from './zendesk-story-account.ts';
import * as admin from './zendesk-story-admin.ts';
import { beside, installApp, packApp } from './zendesk-story-agent.ts';
import { type StoryStage, startStory } from './zendesk-story-stage.ts';
import { readEverything, rowsWith } from './zendesk-story-traces.ts';

/** Set, the pages of the story are left there as pictures. */
const PICTURES = process.env.DRAFTSMITH_STORY_PICTURES;
const look = async (page: Page, name: string) =>
  void (PICTURES && (await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })));

const MINUTE = 60_000;
const OURS = new Set([
  ...['users', 'user_accounts', 'sessions', 'setup_links', 'secrets', 'audit_log'].map((name) => `public.${name}`),
  ...['drizzle.__drizzle_migrations', 'pgboss.version', 'pgboss.queue'],
]);

describe.skipIf(!existsSync(launchOptions.executablePath))('an account from its first to its last day', () => {
  test('installed, a draft that an agent inserts and sends, measured, and uninstalled without a trace', async () => {
    await using stage = await startStory();
    const office = await stage.open();
    await install(stage, office);
    const app = await admin.readAppGuide(office);
    await look(office, '06-app');
    const appDir = await packApp(app.command, stage.dataDir);
    const workspace = await installApp(stage.zendesk, appDir, {
      backend_url: app.backendUrl,
      shared_secret: app.secret,
    });
    await using _ = { [Symbol.asyncDispose]: () => workspace.stop() };

    await answer(stage, workspace.url(NEW_TICKET), office);
    await uninstall(stage, office, [CLIENT.secret, app.secret]);
    // Before anybody has signed in, the console asks who is there.
    expect(stage.problems).toEqual(['401 /api/session']);
  }, 240_000);
});

async function install({ zendesk, setupLink }: StoryStage, office: Page): Promise<void> {
  await admin.setPassword(office, setupLink);
  await admin.askForAccess(office, zendesk.baseUrl);
  await look(office, '01-consent');
  const articles = Promise.withResolvers<void>();
  zendesk.faults.set({ match: { path: /help_center.+articles/ }, times: 1, response: { until: articles.promise } });
  await admin.agree(office);
  await office.getByRole('progressbar', { name: 'Reading articles' }).waitFor();
  await look(office, '02-reading');
  articles.resolve();
  const steps = await admin.waitForSetUp(office);
  await look(office, '02-set-up');
  expect(steps).toHaveLength(6);
  for (const step of steps) expect(step).toMatch(/done$/i);
  expect(zendesk.webhooks.list()).toHaveLength(2);
  expect(zendesk.webhooks.triggers()).toHaveLength(1);

  const tried = await admin.tryDraft(office);
  await look(office, '03-dry-run');
  expect(tried).toContain(DRAFTED);
  expect(zendesk.state.comments(OLD_TICKET)).toHaveLength(1);
  expect(zendesk.state.audits(OLD_TICKET)).toHaveLength(1);

  const card = await admin.finish(office);
  await look(office, '04-connected');
  expect(card).toMatch(/Connected/);
  expect(card).toMatch(/2 articles.*1 macro.*1 past reply/s);
  await admin.signDrafts(office);
  await look(office, '05-rules');
}

async function answer(stage: StoryStage, url: string, office: Page): Promise<void> {
  const { zendesk } = stage;
  zendesk.arrive(NEW_TICKET);
  await expect.poll(() => zendesk.state.notes(NEW_TICKET).length).toBe(1);
  const [, note, ...more] = zendesk.state.comments(NEW_TICKET);
  expect([note?.public, more]).toEqual([false, []]);
  expect(note?.plain_body).toContain(DRAFTED);
  expect(note?.plain_body).toContain(SIGNATURE);
  expect(stage.models.requests.length).toBeGreaterThan(0);
  expect(JSON.stringify(stage.models.requests)).not.toMatch(/Featherstone|Oldenburg/);

  stage.later(MINUTE);
  const desk = await stage.open({ viewport: { width: 1300, height: 1100 } });
  await desk.goto(url);
  const agent = beside(desk);
  const inserted = await agent.insert();
  await look(desk, '07-inserted');
  expect(inserted).toContain(DRAFTED);
  expect(inserted).toContain(SIGNATURE);
  await agent.changeWord('5 working days', '7 working days');
  await agent.send();
  await expect.poll(() => replies(stage).length).toBe(1);
  expect(replies(stage)[0]).toMatchObject({ author_id: AGENT.id });
  expect(replies(stage)[0]?.plain_body).toContain(DRAFTED.replace('5', '7'));
  await agent.rateBad();
  await look(desk, '08-rated');
  await expectMeasured(office);
  await redact(stage, office, desk);
}

function replies({ zendesk }: StoryStage) {
  return zendesk.state.comments(NEW_TICKET).filter((comment) => comment.public && comment.author_id === AGENT.id);
}

async function expectMeasured(office: Page): Promise<void> {
  await admin.openAcceptance(office);
  const figures = office.getByRole('main');
  await expect
    .poll(async () => {
      await office.reload();
      return figures.innerText();
    })
    .toMatch(/What became of 1 draft\b/);
  await look(office, '09-acceptance');
  const text = await figures.innerText();
  expect(text).toMatch(/Edited\s+100/);
  expect(text).toMatch(/Facts/);
  expect(text).toMatch(/Good: 0 · Bad: 1/);
  expect(text).toMatch(/Wrong facts/);
}

/** Words that somebody removes in Zendesk are gone here, too. */
async function redact({ zendesk }: StoryStage, office: Page, desk: Page): Promise<void> {
  await admin.goTo(office, 'Tickets');
  await office.getByRole('link', { name: /Lamp goes back/ }).click();
  await office.getByText(DRAFTED).first().waitFor();
  await look(office, '10-ticket');
  const [asked] = zendesk.state.comments(NEW_TICKET);
  zendesk.redactComment(NEW_TICKET, asked?.id ?? 0);
  await expect
    .poll(async () => {
      await office.reload();
      return office.getByRole('main').innerText();
    })
    .toContain('The words of this draft are gone');
  expect(await office.getByRole('main').innerText()).not.toContain(DRAFTED);
  await look(office, '11-forgotten');
  await desk.reload();
  await beside(desk).app.getByText('The message was removed in Zendesk, and its draft with it.').waitFor();
  await look(desk, '12-forgotten-beside');
}

async function uninstall(stage: StoryStage, office: Page, keys: readonly string[]): Promise<void> {
  const { zendesk } = stage;
  const secrets = [
    ...keys,
    ...zendesk.oauth.tokens.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken ?? []].flat()),
  ];
  expect(await admin.disconnect(office)).toContain(`${SUBDOMAIN} is disconnected. Nothing was left behind.`);
  await look(office, '13-disconnected');
  expect(zendesk.webhooks.list()).toEqual([]);
  expect(zendesk.webhooks.triggers()).toEqual([]);
  expect(zendesk.oauth.tokens).toEqual([]);

  await stage.stopServer();
  const everything = await readEverything(stage.dataDir);
  // What stays is the server's own: its people, its keys, its record of admin acts, which names the account.
  const filled = [...everything].flatMap(([table, rows]) => (rows.length > 0 ? table : []));
  expect(filled.filter((table) => !OURS.has(table))).toEqual([]);
  const naming = rowsWith(everything, [SUBDOMAIN]).map((row) => row.split(':', 1)[0]);
  expect([...new Set(naming)]).toEqual(['public.audit_log']);
  expect(rowsWith(everything, [...THEIRS, ...secrets])).toEqual([]);
  for (const word of [...THEIRS, ...secrets]) expect(stage.log()).not.toContain(word);
}
