import { existsSync } from 'node:fs';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AGENT_ID, CUSTOMER_ID, OPEN_TICKET_ID, PRIVATE_TICKET_ID } from '../zendesk/sample-seed.ts';
import { type Account, openAccount } from '../zendesk/test-account.ts';
import { type AgentWorkspace, startWorkspace, type View } from './workspace.ts';

const CHROMIUM = '/usr/bin/chromium';
const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) process.stderr.write('SKIPPED: no chromium in /usr/bin; the agent workspace is not tried\n');

const APP = new URL('testing/sample-app', import.meta.url).pathname;

/** What the sample app shows of itself. */
interface SampleApp {
  // biome-ignore lint/suspicious/noExplicitAny: the client has no types; expectations check what it answers
  client: any;
  seen: { name: string; data: unknown }[];
}

describe.skipIf(!hasChromium)('the agent workspace', () => {
  let browser: Browser;
  let account: Account;
  let workspace: AgentWorkspace;
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
  }, 60_000);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    account = await openAccount();
    workspace = await startWorkspace({
      zendesk: account.simulator,
      appDir: APP,
      settings: { backend_url: 'http://127.0.0.1:9', shared_secret: 'hidden' },
      agentId: AGENT_ID,
    });
    problems = [];
  });
  afterEach(async () => {
    await page?.context().close();
    await workspace.stop();
    await account.simulator.close();
    expect(problems).toEqual([]);
  });

  async function open(view: View = {}): Promise<Frame> {
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
    page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(workspace.url(OPEN_TICKET_ID, view));
    return frameAt(0);
  }
  async function frameAt(index: number): Promise<Frame> {
    const element = await page.locator('iframe').nth(index).elementHandle();
    const frame = await element?.contentFrame();
    if (!frame) throw new Error('no app frame');
    await frame.getByText('app.registered').waitFor({ state: 'attached' });
    return frame;
  }
  const get = (frame: Frame, paths: string | string[]) =>
    frame.evaluate((wanted) => (globalThis as unknown as SampleApp).client.get(wanted), paths);
  const set = (frame: Frame, name: string, value: string) =>
    frame.evaluate(([key, text]) => (globalThis as unknown as SampleApp).client.set(key, text), [name, value]);
  const invoke = (frame: Frame, ...given: unknown[]) =>
    frame.evaluate((all) => (globalThis as unknown as SampleApp).client.invoke(...all), given);
  const arrived = (frame: Frame, name: string) =>
    frame.locator('#state', { hasText: name }).waitFor({ state: 'attached' });
  const composer = () => page.locator('.ticket:not([hidden]) .editor');

  it('tells the app where it is and what an agent sees', async () => {
    const frame = await open({ theme: 'dark', locale: 'ru' });
    expect(await page.locator('aside').evaluate((aside) => aside.clientWidth)).toBeGreaterThanOrEqual(319);
    const [context, metadata] = await frame.evaluate(async () => {
      const { client } = globalThis as unknown as SampleApp;
      return [await client.context(), await client.metadata()];
    });
    expect(context).toMatchObject({
      product: 'support',
      location: 'ticket_sidebar',
      account: { subdomain: 'sample' },
      ticketId: OPEN_TICKET_ID,
      instanceGuid: expect.any(String),
    });
    expect(metadata.settings).toEqual({ backend_url: 'http://127.0.0.1:9' });
    const facts = await get(frame, [
      'ticket.id',
      'ticket.subject',
      'ticket.requester',
      'ticket.comments',
      'ticket.brand',
      'ticket.tags',
      'ticket.status',
      'ticket.viewers',
      'currentUser',
      'currentUser.locale',
      'colorScheme',
      'comment.text',
      'ticket.comment.type',
      'ticket.nonsense',
    ]);
    expect(facts).toMatchObject({
      errors: { 'ticket.nonsense': { message: expect.stringContaining('No such Api') } },
      'ticket.id': OPEN_TICKET_ID,
      'ticket.subject': 'Refund for order 1042',
      'ticket.requester': { id: CUSTOMER_ID, name: 'Cleo Customer', locale: 'en-US' },
      'ticket.brand': { name: 'Sample' },
      'ticket.tags': ['refund'],
      'ticket.status': 'pending',
      'ticket.viewers': [],
      currentUser: { id: AGENT_ID, name: 'Bo Agent', role: 'agent' },
      'currentUser.locale': 'ru',
      colorScheme: 'dark',
      'comment.text': '',
      'ticket.comment.type': 'publicReply',
    });
    expect((facts['ticket.comments'] as { value: string }[]).map(({ value }) => value)).toEqual([
      expect.stringContaining('I want my money back.'),
      expect.stringContaining('Which order is it?'),
    ]);
    await expect(get(frame, 'ticket.nonsense')).rejects.toThrow('No such Api');
  });

  it('knows no client without origin and guid', async () => {
    const frame = await open();
    const lost = await page.context().newPage();
    await lost.goto(new URL('/assets/iframe.html', frame.url()).toString());
    expect(await lost.evaluate(() => (globalThis as unknown as SampleApp).client)).toBe(false);
  });

  it('gives up on an answer after five seconds', async () => {
    const frame = await open();
    // The same page without the workspace around it: nobody answers what it asks.
    const address = new URL(frame.url());
    const alone = await page.context().newPage();
    await alone.clock.install({ time: 0 });
    await alone.goto(address.toString());
    await alone.clock.pauseAt(3_600_000);
    const outcome = alone.evaluate(() =>
      (globalThis as unknown as SampleApp).client.get('ticket.id').catch((error: Error) => error.message),
    );
    await alone.clock.runFor(4_999);
    expect(await Promise.race([outcome, alone.evaluate(() => 'still waiting')])).toBe('still waiting');
    await alone.clock.runFor(1);
    expect(await outcome).toBe('get request timeout');
  });

  it('lets the app write into the composer, at the caret, at the end and in the place of all', async () => {
    const frame = await open();
    await composer().fill('Hello !');
    await arrived(frame, 'ticket.comment.text.changed');
    await composer().press('ArrowLeft');
    await invoke(frame, 'ticket.editor.insert', '<b>Cleo</b>');
    expect(await composer().textContent()).toBe('Hello Cleo!');
    await invoke(frame, 'ticket.comment.appendText', ' 1 < 2');
    await invoke(frame, 'ticket.comment.appendHtml', '<i onclick="alert(1)">Bye</i><script>alert(2)</script>');
    expect((await get(frame, 'comment.text'))['comment.text']).toBe('Hello <b>Cleo</b>! 1 &lt; 2<i>Bye</i>');
    await set(frame, 'ticket.comment.text', 'New');
    await set(frame, 'ticket.comment.type', 'internalNote');
    expect(
      await page.evaluate(() => (globalThis as unknown as { workspace: { composer(): unknown } }).workspace.composer()),
    ).toEqual({ html: 'New', text: 'New', type: 'internalNote' });
    await expect(set(frame, 'ticket.comment.type', 'shout')).rejects.toThrow('cannot be shout');
    await expect(set(frame, 'ticket.subject', 'x')).rejects.toThrow('No such Api');
  });

  it('sends what is in the composer as a public reply of the agent', async () => {
    const frame = await open();
    await set(frame, 'comment.text', '<p>It is on its <b>way</b>.</p>');
    await page.getByRole('button', { name: 'Submit' }).click();
    await arrived(frame, 'ticket.submit.done');
    await arrived(frame, 'ticket.conversation.changed');
    const reply = account.simulator.state.comments(OPEN_TICKET_ID).at(-1);
    expect(reply).toMatchObject({ author_id: AGENT_ID, public: true, via: { channel: 'web' } });
    expect(reply?.html_body).toContain('<p>It is on its <b>way</b>.</p>');
    await page.getByText('It is on its way.').waitFor();
    expect(await composer().textContent()).toBe('');
    const names = await frame.evaluate(() => (globalThis as unknown as SampleApp).seen.map(({ name }) => name));
    expect(names).not.toContain('ticket.updated');
  });

  it('tells the app what others do meanwhile', async () => {
    const frame = await open();
    account.simulator.addCustomerComment(OPEN_TICKET_ID, 'Are you there?');
    await arrived(frame, 'ticket.conversation.changed');
    await arrived(frame, 'ticket.status.changed');
    await arrived(frame, 'ticket.updated');
    await page.getByText('Are you there?').waitFor();
    await page.evaluate(() => {
      const { workspace: driven } = globalThis as unknown as { workspace: { setViewers(people: unknown[]): void } };
      driven.setViewers([{ id: 101, name: 'Ada Admin', isEditing: true, isIdle: false }]);
    });
    await arrived(frame, 'ticket.viewers.changed');
    expect((await get(frame, 'ticket.viewers'))['ticket.viewers']).toMatchObject([{ name: 'Ada Admin' }]);
    await page.getByRole('button', { name: 'Switch theme' }).click();
    await arrived(frame, 'colorScheme.changed');
    expect((await get(frame, 'colorScheme')).colorScheme).toBe('dark');
  });

  it('gives each open ticket an instance of its own, one of them active', async () => {
    const frame = await open();
    await page.getByLabel('Open ticket').fill(String(PRIVATE_TICKET_ID));
    await page.getByRole('button', { name: 'Open' }).click();
    const other = await frameAt(1);
    await arrived(frame, 'app.deactivated');
    expect((await get(other, 'ticket.id'))['ticket.id']).toBe(PRIVATE_TICKET_ID);
    await page.getByRole('tab', { name: `#${OPEN_TICKET_ID}` }).click();
    await arrived(other, 'app.deactivated');
    expect((await get(frame, 'ticket.id'))['ticket.id']).toBe(OPEN_TICKET_ID);
    await page.evaluate((id) => {
      const { workspace: driven } = globalThis as unknown as { workspace: { moveTo(id: number): Promise<void> } };
      return driven.moveTo(id);
    }, 3);
    await arrived(frame, 'ticket.id.changed');
    expect((await get(frame, 'ticket.id'))['ticket.id']).toBe(3);
    await invoke(frame, 'routeTo', 'ticket', 999);
    await page.getByRole('alert').waitFor();
    // The browser reports the 404 of the ticket that is not there.
    problems = problems.filter((text) => !text.includes('404'));
  });

  it('asks for the app, shows its messages and gives it room', async () => {
    const frame = await open();
    const me = await frame.evaluate(() => (globalThis as unknown as SampleApp).client.request('/api/v2/users/me.json'));
    expect(me.user.id).toBe(AGENT_ID);
    const refused = await frame.evaluate(() =>
      (globalThis as unknown as SampleApp).client
        .request({ url: '/api/v2/webhooks', type: 'GET' })
        .catch((error: { status: number; responseJSON: unknown }) => [error.status, error.responseJSON]),
    );
    expect(refused).toEqual([403, { error: expect.objectContaining({ title: 'Forbidden' }) }]);
    expect(workspace.requests.map(({ url, status }) => [url, status])).toEqual([
      ['/api/v2/users/me.json', 200],
      ['/api/v2/webhooks', 403],
    ]);
    await expect(
      frame.evaluate(() => (globalThis as unknown as SampleApp).client.request({ url: 'https://example.com' })),
    ).rejects.toThrow('domainWhitelist');
    problems = problems.filter((text) => !text.includes('422'));
    await invoke(frame, 'notify', 'Done <b>it</b>', 'notice');
    await page.getByRole('status').getByText('Done <b>it</b>').waitFor();
    await invoke(frame, 'resize', { width: '100%', height: '433px' });
    expect(await page.locator('iframe').evaluate((element) => element.clientHeight)).toBe(433);
  });
});
