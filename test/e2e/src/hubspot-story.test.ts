import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { launchOptions } from './chromium.ts';
import { COMPANY, LIED, NEED, PORTAL, STEER, STEERED, storyDeal, THEIRS, TYPED } from './hubspot-story-account.ts';
import * as admin from './hubspot-story-admin.ts';
import { openCard, type StoryCard } from './hubspot-story-card.ts';
import { amountsOf, attachedFiles } from './hubspot-story-files.ts';
import { type HubSpotStage, startHubSpotStory } from './hubspot-story-stage.ts';
import { setPassword } from './zendesk-story-admin.ts';
import { readEverything, rowsWith } from './zendesk-story-traces.ts';

/** Set, the pages of the story are left there as pictures. */
const PICTURES = process.env.DRAFTSMITH_STORY_PICTURES;
const look = async (page: Page, name: string) =>
  void (PICTURES && (await page.screenshot({ path: join(PICTURES, `hubspot-${name}.png`), fullPage: true })));

const OURS = new Set([
  ...['users', 'user_accounts', 'sessions', 'setup_links', 'secrets', 'audit_log'].map((name) => `public.${name}`),
  ...['drizzle.__drizzle_migrations', 'pgboss.version', 'pgboss.queue'],
]);

const JOBS = ['pgboss.job', 'pgboss.job_common'];

describe.skipIf(!existsSync(launchOptions.executablePath))('a HubSpot account from its first to its last day', () => {
  test('installed, a proposal that a rep reviews, attaches and sends, measured, and uninstalled without a trace', async () => {
    await using stage = await startHubSpotStory();
    const { portal } = stage;
    const [deal, lied, offline] = ['Scanners', 'Scanners again', 'More scanners'].map((name) =>
      storyDeal(portal, name),
    );
    if (!deal || !lied || !offline) throw new Error('There are three deals');
    const office = await stage.open();
    await install(stage, office, deal.id);

    await sell(stage, deal);
    stage.model.lies = true;
    await refuseLies(stage, lied);
    await send(stage, deal.id);
    await stage.restart('offline');
    await withoutModel(stage, offline);
    // A server that starts looks what became of what was attached, once HubSpot's ten seconds allow it.
    await pauseFor(RATE_WINDOW);
    await stage.restart('offline');
    await measured(office);
    await uninstall(stage, office);
    expect(portal.state.published()).toEqual([]);
    expect(portal.state.quoteStatusWrites().filter(({ status }) => status !== 'DRAFT')).toEqual([]);
    expect(portal.state.violations()).toEqual([]);
    // Before anybody has signed in, the console asks who is there.
    expect(stage.problems).toEqual(['401 /api/session']);
  }, 400_000);
});

/** Milliseconds in which an account may be called so often; what one process took is counted for the next. */
const RATE_WINDOW = 10_000;

type StoryDeal = ReturnType<typeof storyDeal>;

async function install({ hubspot, portal, setupLink }: HubSpotStage, office: Page, dealId: string): Promise<void> {
  await setPassword(office, setupLink);
  const asked = await admin.askForAccess(office, hubspot.baseUrl);
  expect(asked).toContain('There is nothing to type');
  expect(asked).toMatch(/crm\.objects\.line_items\.read[\s\S]*every price in a proposal comes from there/);
  await look(office, '01-consent');
  await admin.agree(office);
  expect(hubspot.oauth.isInstalled(PORTAL)).toBe(true);
  await look(office, '02-set-up');
  portal.acts.link(['deals', dealId], ['contacts', portal.state.records('contacts')[0]?.id ?? '']);
  const tried = await admin.tryProposal(office, dealId);
  await look(office, '03-trial');
  expect(tried).toContain(NEED);
  expect([portal.state.notes(dealId), portal.state.files()]).toEqual([[], []]);
  await admin.decide(office);
  await look(office, '04-settings');
}

/** The rep's day: reads what is missing, mends it, generates, reviews, attaches, quotes. */
async function sell({ portal, url, dataDir }: HubSpotStage, deal: StoryDeal): Promise<void> {
  // Somebody at the customer decides, and the CRM does not say so yet.
  const card = await openCard(portal, deal.id, url);
  await card.says(/Addressed to/);
  expect(card.words()).toMatch(/Company[\s\S]*Harbourside Storage/);
  expect(card.words()).toMatch(/Line items[\s\S]*3/);
  expect(card.words()).toMatch(/Check[^\n]*\n[^\n]*(decide|decision)/i);
  portal.seed.link(['deals', deal.id], ['contacts', deal.contact], 'Decision maker');
  await card.pressUntil('Check again', /Nothing is missing\./);

  await card.press('Generate proposal');
  await card.says(/Version 1 · /);
  expect(card.steps().length).toBeGreaterThan(0);
  expect(card.alerts()).toContain('The proposal is ready: version 1.');
  await card.says(NEED);
  const { once, monthly } = amountsOf(portal, 'deals', deal.id);
  expect([once, monthly]).toEqual(['$3,376.48', '$975.00']);
  expect(card.words()).toContain(once);
  expect(card.words()).toContain(monthly);
  expect(card.words()).toMatch(/Rests on:/);

  await card.press(/^Rewrite: Scope/);
  await card.type(STEER);
  await card.press('Write it anew');
  await card.says(/Version 2 · /);
  await card.says(STEERED);

  await card.press(/^Edit: /);
  await card.type(`${TYPED}\nYou save 4711 dollars a week.`);
  await card.press('Save as a new version');
  await card.says(/Not confirmed by anything/);
  expect(card.words()).toMatch(/4711/);
  await card.type(TYPED);
  await card.press('Save as a new version');
  await card.says(/Version 3 · /);
  await card.tab('versions');
  await card.press('Compare');
  await card.says(/From version 2 to version 3/);
  expect(card.words()).toMatch(/\[−costs−\].*\[\+replace\+\]/);

  await card.tab('review');
  await card.press('Attach to deal');
  await card.says(/Attached /);
  await expectDocuments(portal, deal.id, { dataDir, version: 3, says: [TYPED, STEERED, COMPANY] });
  await card.press('Create draft quote');
  await card.says(/Draft quote /);
  const [quote, ...more] = portal.state.quotes(deal.id);
  expect(more).toEqual([]);
  expect(quote?.properties.hs_status).toBe('DRAFT');
  expect(amountsOf(portal, 'quotes', quote?.id ?? '')).toEqual({ once, monthly });
  expect(portal.state.lineItemsOf('deals', deal.id)).toHaveLength(3);
}

interface Expected {
  dataDir: string;
  version: number;
  says: readonly string[];
}

async function expectDocuments(portal: HubSpotStage['portal'], dealId: string, { dataDir, version, says }: Expected) {
  const files = await attachedFiles(portal, dealId, dataDir);
  expect(files.map(({ name }) => /-v(\d+)-[0-9a-f]{8}\.(\w+)$/.exec(name)?.slice(1))).toEqual([
    [String(version), 'pdf'],
    [String(version), 'docx'],
  ]);
  const { once, monthly } = amountsOf(portal, 'deals', dealId);
  for (const { access, text } of files) {
    expect(access).toBe('PRIVATE');
    if (text === undefined) continue;
    const words = text.replace(/\s+/g, ' ');
    for (const said of [...says, once, monthly]) expect(words).toContain(said);
    expect(words).not.toMatch(LIED);
    expect(words).not.toMatch(/\{\{|\}\}|undefined|NaN/);
  }
}

/** The next model invents every figure: what is left is the suite's own words, and the rep reads that something went. */
async function refuseLies({ portal, url, dataDir }: HubSpotStage, deal: StoryDeal): Promise<void> {
  const card = await generated({ portal, url }, deal);
  expect(card.words()).toMatch(/sentences? (was|were) taken out/);
  expect(card.words()).not.toMatch(LIED);
  await card.press('Attach to deal');
  await card.says(/Attached /);
  await expectDocuments(portal, deal.id, { dataDir, version: 1, says: [COMPANY] });
}

async function withoutModel({ portal, url, dataDir, models }: HubSpotStage, deal: StoryDeal): Promise<void> {
  const before = models.requests.length;
  const card = await generated({ portal, url }, deal);
  expect(card.words()).toContain('Written without a model');
  await card.press('Attach to deal');
  await card.says(/Attached /);
  await expectDocuments(portal, deal.id, { dataDir, version: 1, says: [COMPANY, 'paper lists'] });
  expect(models.requests).toHaveLength(before);
}

async function generated({ portal, url }: Pick<HubSpotStage, 'portal' | 'url'>, deal: StoryDeal): Promise<StoryCard> {
  const card = await openCard(portal, deal.id, url);
  // Nobody is linked yet: no proposal can be right.
  await card.says(/Not possible yet/);
  portal.seed.link(['deals', deal.id], ['contacts', deal.contact], 'Decision maker');
  await card.pressUntil('Check again', /Nothing is missing\./);
  await card.press('Generate proposal');
  await card.says(/Version 1 · /);
  await card.says(/Attach to deal/);
  return card;
}

/** The rep mails the PDF to the customer, who agrees. */
async function send({ portal }: HubSpotStage, dealId: string): Promise<void> {
  const note = portal.state.notes(dealId).find(({ properties }) => properties.hs_attachment_ids);
  const email = portal.acts.create('emails', {
    ...{ hs_timestamp: Date.now() + 1_000, hs_email_direction: 'EMAIL', hs_email_status: 'SENT' },
    ...{ hs_email_subject: 'Our proposal', hs_attachment_ids: note?.properties.hs_attachment_ids?.split(';')[0] ?? '' },
  });
  portal.acts.link(['emails', email], ['deals', dealId]);
  portal.acts.update('deals', dealId, { dealstage: 'closedwon' });
}

async function measured(office: Page): Promise<void> {
  await office.reload();
  await expect
    .poll(async () => {
      await office.reload();
      return admin.readOutcome(office);
    })
    .toMatch(/Closed Won/);
  await look(office, '05-outcome');
  const text = await admin.readOutcome(office);
  for (const figure of [/Asked for\s+3/, /Attached\s+3/, /Edited\s+1/, /Sent\s+1/, /Won\s+1/, /Lost\s+0/])
    expect(text).toMatch(figure);
  expect(text).toMatch(/Scanners[\s\S]*3 versions/);
}

async function uninstall(stage: HubSpotStage, office: Page): Promise<void> {
  const { hubspot, portal } = stage;
  const files = portal.state.files().length;
  expect(await admin.disconnect(office)).toContain(`${PORTAL} is disconnected. Nothing was left behind.`);
  await look(office, '06-disconnected');
  expect(hubspot.oauth.isInstalled(PORTAL)).toBe(false);
  // What was attached is the company's own.
  expect(portal.state.files()).toHaveLength(files);
  await stage.stopServer();
  const everything = await readEverything(stage.dataDir);
  const filled = [...everything].flatMap(([table, rows]) => (rows.length > 0 ? table : []));
  expect(filled.filter((table) => !OURS.has(table) && !JOBS.includes(table))).toEqual([]);
  // Finished ones stay for a day: a number that leads nowhere any more.
  const jobs = JOBS.flatMap((table) => everything.get(table) ?? []).map((row) => JSON.parse(row) as { data: object });
  for (const { data } of jobs) expect(Object.keys(data)).toEqual(['operationId']);
  const naming = rowsWith(everything, [String(PORTAL)]).map((row) => row.split(':', 1)[0]);
  expect([...new Set(naming)]).toEqual(['public.audit_log']);
  const secrets = [hubspot.app.clientSecret, TYPED, STEERED, COMPANY];
  expect(rowsWith(everything, [...THEIRS, ...secrets])).toEqual([]);
  for (const word of [...THEIRS, ...secrets]) expect(stage.log()).not.toContain(word);
}
