import type { MockState } from '@draftsmith/console/dev';
import type { Page } from 'playwright-core';
import type { Scene, Screen } from './console-scenes.ts';

/** Screens of the connections that are looked at in every width, theme and language. */
export const CONNECTION_SCREENS: readonly Screen[] = [
  { name: 'connections', path: '/connections', ready: '.connection' },
  { name: 'connect', path: '/connections/zendesk', ready: '.connect-form', act: (page) => address(page, 'larkspur') },
  { name: 'connect-setup', path: '/connections/zendesk/acme/setup', ready: '.setup-step', set: reading },
  { name: 'connection-check', path: '/connections/zendesk/larkspur/check', ready: '.finding' },
  { name: 'connect-crm', path: '/connections/hubspot', ready: '.connect-form' },
  { name: 'connection-card', path: '/connections/hubspot/4471190/card', ready: '.addresses' },
  { name: 'connection-app', path: '/connections/zendesk/larkspur/sidebar', ready: '.guide-steps' },
];

/** Screens whose layout differs little, and things that people do: each waits for what must follow. */
export const CONNECTION_SCENES: readonly Scene[] = [
  { ...at('/connections', '.notice', 800), name: 'connections-empty', set: none },
  { ...at('/connections', '.notice', 320, 'dark', 'ru'), name: 'connections-empty-ru', set: none },
  { ...at('/connections', '.connection', 800), name: 'connections-viewer', set: viewer },
  { ...at('/connections/zendesk', '.notice', 800), name: 'connect-viewer', set: viewer },
  {
    ...at('/connections', '.notice', 800, 'dark'),
    name: 'connections-error',
    set: mood('fail'),
  },
  {
    ...at('/connections', '[aria-busy]', 320, 'dark', 'ru'),
    name: 'connections-loading',
    set: mood('hang'),
  },
  { ...at('/connections?problem=denied', '.callout-bad', 800), name: 'connections-denied' },
  { ...at('/connections?problem=new-words', '.callout-bad', 320, 'dark', 'ru'), name: 'connections-problem-ru' },
  {
    ...at('/connections/zendesk', '.connect-form', 800, 'dark'),
    name: 'connect-global',
    set: globalClient,
  },
  { ...at('/connections/nowhere', '.notice', 800), name: 'connect-unknown' },
  { ...at('/connections', '.connection', 800), name: 'disconnect', act: press('.connection .button-danger') },
  {
    ...at('/connections', '.connection', 320, 'dark', 'ru'),
    name: 'disconnect-ru',
    act: press('.connection .button-danger'),
  },
  {
    ...at('/connections', '.connection', 320, 'light', 'ru'),
    name: 'connections-menu-ru',
    fullPage: false,
    act: press('.nav-button'),
  },
  { ...at('/connections', '.connection', 800), name: 'connections-reading', act: press('.connection-actions button') },
  { ...at('/connections/zendesk', '.connect-form', 320, 'light', 'ru'), name: 'connect-mistakes-ru', act: sendEmpty },
  {
    ...at('/connections/zendesk/acme/setup', '.setup-step', 800, 'light'),
    name: 'connect-failed',
    set: fails('trigger'),
    act: waitFor('.setup-failure'),
  },
  {
    ...at('/connections/zendesk/acme/setup', '.setup-step', 320, 'dark', 'ru'),
    name: 'connect-failed-ru',
    set: fails('test'),
    act: waitFor('.setup-failure'),
  },
  {
    ...at('/connections/zendesk/larkspur/try', '.ticket-form', 800),
    name: 'try-draft',
    act: draftOn('4102', '.trial-draft'),
  },
  {
    ...at('/connections/zendesk/larkspur/try?first=1', '.ticket-form', 320, 'dark', 'ru'),
    name: 'try-draft-ru',
    act: draftOn('4102', '.trial-draft'),
  },
  {
    ...at('/connections/zendesk/larkspur/try', '.ticket-form', 800, 'dark'),
    name: 'try-nothing',
    act: draftOn('7', '.trial-result h2'),
  },
  {
    ...at('/connections/zendesk/larkspur/try', '.ticket-form', 320),
    name: 'try-failed',
    act: draftOn('8', '.trial-result h2'),
  },
  { ...at('/connections/zendesk/larkspur/try?run=r99', '.hint', 800), name: 'try-gone' },
  { ...at('/connections/zendesk/larkspur/check', '.finding', 800, 'dark'), name: 'check-repaired', act: repairAll },
  {
    ...at('/connections', '.notice .button', 800),
    name: 'does-connect',
    set: none,
    async act(page, api) {
      await page.locator('.notice .button', { hasText: 'Zendesk' }).click();
      await address(page, 'https://larkspur.zendesk.com/agent/tickets/4102');
      await client(page);
      await page.locator('.connect-foot .button-primary').click();
      // Over the consent page, which the stand-in leaves out, to the set-up, which begins by itself.
      await page.waitForURL('**/connections/zendesk/larkspur/setup');
      await page.locator('.setup-step-running .reading').waitFor();
      // A draft can be tried while knowledge is still being read, and nothing is lost by a reload.
      await page.reload();
      await page.locator('.setup-actions .button-primary').click();
      await draftOn('4102', '.trial-draft')(page);
      await page.reload();
      await page.locator('.trial-draft').waitFor();
      await page.goBack();
      await page.waitForURL('**/try?first=1');
      await page.goBack();
      await page.locator('.setup-step-done').nth(5).waitFor();
      await page.goto(`${api.url}/connections/zendesk/larkspur/try?first=1&run=r1`);
      await page.locator('.setup-actions .button-primary').click();
      await page.locator('.connection .chip-drafted').waitFor();
      if ((await page.evaluate('JSON.stringify(sessionStorage)')) !== '{}') throw new Error('the form is still kept');
    },
  },
  {
    ...at('/connections/hubspot/7700123/setup', '.setup-step', 320, 'dark', 'ru'),
    name: 'connect-crm-setup-ru',
    set: newPortal,
  },
  {
    ...at('/connections/hubspot/4471190/try', '.ticket-form', 800),
    name: 'try-proposal',
    act: draftOn('https://app.hubspot.com/contacts/4471190/record/0-3/9001', '.trial-draft'),
  },
  { ...at('/connections/hubspot/4471190/check', '.finding', 320, 'dark', 'ru'), name: 'check-crm-ru' },
  {
    ...at('/connections', '.connection', 800),
    name: 'disconnect-crm',
    act: (page) => page.locator('.connection .button-danger').last().click(),
  },
  {
    ...at('/connections', '.notice .button', 800),
    name: 'does-connect-a-crm',
    set(state) {
      none(state);
      state.connections.consent = 'denied';
    },
    async act(page, api) {
      await page.locator('.notice .button', { hasText: 'HubSpot' }).click();
      await page.locator('.connect-foot .button').click();
      await page.locator('.form-problem').waitFor();
      await client(page);
      await page.locator('.connect-foot .button').click();
      // Back with nothing: on to the same system, and not to the first that is offered.
      await page.locator('.callout-bad', { hasText: 'refused' }).waitFor();
      api.state.connections.consent = 'given';
      await page.locator('.callout-bad .button').click();
      await page.locator('input[type=password]').fill('hush');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/connections/hubspot/7700123/setup');
      await page.locator('.setup-step').nth(1).waitFor();
      await page.locator('.setup-actions .button-primary').click();
      await page.locator('.ticket-form input').fill('no deal');
      await page.keyboard.press('Enter');
      await page.locator('.field-mistake').waitFor();
      await draftOn('9001', '.trial-draft')(page);
      await page.locator('.setup-actions .button-primary').click();
      await page.locator('.connection .chip-drafted').waitFor();
    },
  },
  {
    ...at('/connections/zendesk', '.connect-form', 800),
    name: 'does-return-from-refusal',
    set(state) {
      state.connections.consent = 'denied';
    },
    async act(page, api) {
      await address(page, 'acme');
      await client(page);
      await page.keyboard.press('Enter');
      await page.locator('.callout-bad', { hasText: 'refused' }).waitFor();
      const kept = String(await page.evaluate('JSON.stringify(sessionStorage)'));
      if (!kept.includes('draftsmith-client') || kept.includes('hush')) throw new Error(`kept ${kept}`);
      api.state.connections.consent = 'given';
      await page.locator('.callout-bad .button').click();
      await page.locator('input[type=password]').fill('hush');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/connections/zendesk/acme/setup');
    },
  },
  {
    ...at('/connections/zendesk', '.connect-form', 800),
    name: 'does-connect-by-client-credentials',
    async act(page) {
      await address(page, 'acme');
      await page.locator('.choice-option input').last().check();
      await client(page);
      await page.locator('.connect-foot .button-primary', { hasText: 'Connect' }).click();
      await page.waitForURL('**/connections/zendesk/acme/setup');
    },
  },
  {
    ...at('/connections/zendesk', '.connect-form', 800),
    name: 'does-name-mistakes',
    async act(page) {
      await page.locator('.connect-foot .button').click();
      await page.locator('input[aria-invalid=true]:focus').waitFor();
      await address(page, 'help.larkspur.example');
      await page.locator('.field-mistake', { hasText: 'not an address at zendesk.com' }).waitFor();
      await address(page, 'acme');
      await page.locator('.connect-foot .button').click();
      await page.locator('.form-problem', { hasText: 'identifier' }).waitFor();
      await page.locator('.client-fields input[aria-invalid=true]:focus').waitFor();
    },
  },
  {
    ...at('/connections/zendesk/acme/setup', '.setup-step', 800),
    name: 'does-try-again',
    set: fails('trigger'),
    async act(page) {
      await page.locator('.setup-failure').waitFor();
      await page.locator('.setup-actions .button').click();
      await page.locator('.setup-step-done').nth(3).waitFor();
      await page.locator('.setup-failure').waitFor({ state: 'detached' });
    },
  },
  {
    ...at('/connections/zendesk/acme/setup', '.setup-step', 800),
    name: 'does-outlast-the-server',
    set: reading,
    async act(page) {
      await page.route('**/api/**', (route) => route.abort());
      await page.locator('.form-problem', { hasText: 'cannot be reached' }).waitFor();
      await page.locator('.setup-step').first().waitFor();
      await page.unroute('**/api/**');
      await page.locator('.form-problem').waitFor({ state: 'detached' });
    },
  },
  {
    ...at('/connections', '.connection', 800),
    name: 'does-disconnect',
    set(state) {
      state.connections.left = ['The webhook 01HAN96: Zendesk answered 403'];
    },
    async act(page) {
      await page.locator('.connection .button-danger').first().click();
      const sure = page.locator('dialog button[type=submit]');
      await page.locator('dialog input').fill('larkspu');
      if (await sure.isEnabled()) throw new Error('half a name is enough');
      await page.locator('dialog input').fill('larkspur');
      await sure.click();
      await page.locator('.callout-bad:focus', { hasText: '01HAN96' }).waitFor();
      await page.locator('.connection').nth(3).waitFor({ state: 'detached' });
      await page.locator('.callout-bad .button').click();
      await page.locator('.callout-bad').waitFor({ state: 'detached' });
    },
  },
  {
    ...at('/connections', '.connection', 800),
    name: 'does-read-knowledge',
    async act(page) {
      await page.locator('.connection-actions button').first().click();
      await page.locator('.reading progress').waitFor();
      await page.locator('.form-done', { hasText: 'larkspur' }).waitFor();
      await page.locator('.reading').waitFor({ state: 'detached' });
    },
  },
  {
    ...at('/connections/zendesk/larkspur/sidebar', '.guide-steps', 800),
    name: 'does-make-a-secret',
    async act(page) {
      await page.locator('.sidebar-secret .button').click();
      await page.locator('dialog .button-danger').click();
      await page.locator('.sidebar-secret code', { hasText: 'example-of-a-secret' }).waitFor();
      await page.reload();
      await page.locator('.sidebar-secret .button', { hasText: 'new secret' }).waitFor();
      if (await page.locator('.sidebar-secret code').count()) throw new Error('the secret is shown twice');
    },
  },
  {
    ...at('/connections', '.connection', 320),
    name: 'does-menu-by-keys',
    async act(page) {
      await page.locator('.nav-button').focus();
      await page.keyboard.press('Enter');
      await page.locator('.nav a').first().waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.nav a').first().waitFor({ state: 'hidden' });
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/tickets');
      await page.locator('.nav a').first().waitFor({ state: 'hidden' });
    },
  },
];

function at(
  path: string,
  ready: string,
  width: number,
  theme: Scene['theme'] = 'light',
  language: Scene['language'] = 'en',
) {
  return { path, ready, width, theme, language };
}

function mood(value: MockState['mood']) {
  return (state: MockState) => {
    state.mood = value;
  };
}

function globalClient(state: MockState): void {
  state.connections.globalClient = true;
}

function none(state: MockState): void {
  state.connections.list = [];
}

function viewer(state: MockState): void {
  state.session = { name: 'Tomas Berg', email: 'tomas@larkspur.example', role: 'viewer', demo: false };
}

/** An account called acme whose set-up begins. */
function begun(state: MockState): void {
  const [first] = state.connections.list;
  if (!first?.knowledge) return;
  const knowledge = { ...first.knowledge, running: { kind: 'article' as const, done: 0, total: 6000 } };
  state.connections.list = [{ ...first, account: 'acme', state: 'connecting', knowledge }];
}

/** An account of the CRM that was agreed to a moment ago. */
function newPortal(state: MockState): void {
  const portal = state.connections.list.find(({ connector }) => connector === 'hubspot');
  if (portal) state.connections.list = [{ ...portal, account: '7700123', state: 'connecting' }];
}

function reading(state: MockState): void {
  begun(state);
  const steps = (['authorise', 'webhook', 'trigger', 'secret', 'test', 'knowledge', 'draft'] as const).map((step) => ({
    step,
    state: step === 'knowledge' ? ('running' as const) : step === 'draft' ? ('todo' as const) : ('done' as const),
  }));
  state.connections.progress.acme = { connector: 'zendesk', account: 'acme', steps, finished: false };
}

function fails(step: NonNullable<MockState['connections']['failing']>) {
  return (state: MockState) => {
    begun(state);
    state.connections.failing = step;
  };
}

function address(page: Page, text: string): Promise<void> {
  return page.locator('.connect-form input').first().fill(text);
}

async function client(page: Page): Promise<void> {
  await page.locator('.client-fields input').first().fill('draftsmith-client');
  await page.locator('.client-fields input').last().fill('hush');
}

function sendEmpty(page: Page): Promise<void> {
  return page.locator('.connect-foot .button').click();
}

function draftOn(ticket: string, result: string) {
  return async (page: Page) => {
    await page.locator('.ticket-form input').fill(ticket);
    await page.keyboard.press('Enter');
    await page.locator(result).waitFor();
  };
}

async function repairAll(page: Page): Promise<void> {
  await page.locator('.setup-actions .button-primary').click();
  await page.locator('.form-done').waitFor();
}

function waitFor(selector: string) {
  return (page: Page) => page.locator(selector).waitFor();
}

function press(selector: string) {
  return (page: Page) => page.locator(selector).first().click();
}
