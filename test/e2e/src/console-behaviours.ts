import { MOCK_PASSWORD } from '@draftsmith/console/dev';
import type { Page } from 'playwright-core';
import type { Scene } from './console-scenes.ts';

/** Things that people do: each waits for what must follow, and so fails when it does not. */
export const BEHAVIOURS: readonly Scene[] = [
  {
    ...at('/tickets', '.row'),
    name: 'does-live-update',
    async act(page, api) {
      api.change('d002', { state: 'drafted', outcome: { kind: 'drafted' }, provider: 'openai', model: 'gpt-5-mini' });
      await page.locator('[data-row=d002] .chip-drafted').waitFor();
      await page.locator('[aria-live=polite]', { hasText: '1 ticket updated' }).waitFor({ state: 'attached' });
    },
  },
  {
    ...at('/tickets/d002', '.outcome-progress'),
    name: 'does-live-detail',
    async act(page, api) {
      api.change('d002', { state: 'skipped', outcome: { kind: 'skipped', reason: 'thanks-only' } });
      await page.locator('.outcome-skipped').waitFor();
    },
  },
  {
    ...at('/tickets', '.row'),
    name: 'does-keys',
    async act(page) {
      for (const key of ['j', 'j', 'ArrowDown', 'k', 'Enter']) await page.keyboard.press(key);
      await page.waitForURL('**/tickets/d002');
      await page.keyboard.press('j');
      await page.locator('[data-row=d003]:focus').waitFor();
      await page.keyboard.press('Escape');
      await page.waitForURL('**/tickets');
      await page.locator('[data-row=d002]:focus').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('шлем');
      await page.waitForURL('**/tickets?q=*');
      await page.waitForFunction('document.querySelectorAll("[data-row]").length === 1');
    },
  },
  {
    ...at('/tickets', '.row'),
    name: 'does-search-on',
    async act(page) {
      // As the server answers when it has looked through as many drafts as it may and found none.
      await page.route(/\/api\/drafts\?q=helmet$/, (route) => route.fulfill({ json: { items: [], next: '0' } }));
      await page.route(/\/api\/drafts\?q=helmet&/, (route) =>
        route.continue({ url: route.request().url().replace('helmet', 'sync') }),
      );
      await page.locator('input[type=search]').fill('helmet');
      await page.locator('.inbox-list .notice .button').click();
      await page.locator('[data-row=d009]').waitFor();
    },
  },
  {
    ...at('/tickets', '.row'),
    name: 'does-show-more',
    async act(page) {
      await page.locator('.list-foot .button').click();
      await page.locator('[data-row]').nth(39).waitFor();
    },
  },
  {
    ...at('/tickets', '.row', 320),
    name: 'does-open-and-return',
    async act(page) {
      await page.locator('[data-row=d009]').click();
      await page.locator('.ticket:focus').waitFor();
      await page.locator('.back-link').click();
      await page.locator('[data-row=d009]:focus').waitFor();
    },
  },
  {
    ...at('/tickets/d004', '.outcome-failed'),
    name: 'does-retry',
    async act(page, api) {
      await page.locator('.outcome-failed .button-primary').click();
      await page.locator('.outcome-failed [role=status]').waitFor();
      api.change('d004', { state: 'working', outcome: null });
      await page.locator('.outcome-progress').waitFor();
    },
  },
  {
    ...at('/tickets/d001', '.copy-button'),
    name: 'does-copy',
    async act(page) {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.locator('.copy-button').click();
      await page.locator('.copy-button', { hasText: 'Copied' }).waitFor();
      await page.waitForFunction('navigator.clipboard.readText().then((text) => text.startsWith("Hi Hannah"))');
    },
  },
  {
    ...at('/tickets/d001', '.statement'),
    name: 'does-copy-clean',
    async act(page) {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      // As by hand, over plain HTTP: neither marks nor hidden words come along.
      await page.evaluate('getSelection().selectAllChildren(document.querySelector(".draft-text"))');
      await page.keyboard.press('Control+c');
      await page.waitForFunction(
        'navigator.clipboard.readText().then((text) => text.includes("I will send one today.\\n\\nKind regards") && !/[?≠]|source/.test(text))',
      );
    },
  },
  {
    ...at('/tickets/d001', '.statement'),
    name: 'does-show-sources',
    async act(page) {
      await page.locator('[data-statement="0"]').hover();
      await page.locator('.evidence', { hasText: 'Returns and refunds' }).waitFor();
      // The way to the card does not close it, and its link can be reached.
      await page.locator('.evidence a').hover();
      await page.locator('.evidence a').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.evidence').waitFor({ state: 'detached' });
      // Esc closed the card and nothing else.
      await page.waitForURL('**/tickets/d001');
    },
  },
  {
    ...at('/tickets/d001', '.statement', 800),
    name: 'does-check-by-keys',
    async act(page) {
      await page.keyboard.press('n');
      await page.locator('[data-statement="3"]:focus').waitFor();
      await page.locator('.evidence', { hasText: 'No source says this' }).waitFor();
      await page.keyboard.press('n');
      await page.locator('[data-statement="4"]:focus').waitFor();
      await page.keyboard.press('n');
      await page.locator('[data-statement="3"]:focus').waitFor();
      for (const key of ['ArrowLeft', 'ArrowUp', 'End', 'Home', 'ArrowRight']) await page.keyboard.press(key);
      await page.locator('[data-statement="1"]:focus').waitFor();
      await page.locator('.evidence', { hasText: 'Returns and refunds' }).waitFor();
      // One tab stop for the whole draft: the next is the link in the card, then what follows the draft.
      await page.keyboard.press('Tab');
      await page.locator('.evidence a:focus').waitFor();
      await page.keyboard.press('Tab');
      await page.locator('.legend summary:focus').waitFor();
      await page.locator('.evidence').waitFor({ state: 'detached' });
      await page.locator('.check-bar .button').click();
      await page.locator('[data-statement="3"]:focus').waitFor();
    },
  },
  {
    ...at('/privacy', '.policy-part', 800),
    name: 'does-edit-policy',
    async act(page, api) {
      const deny = page.locator('.entry-list').nth(1);
      await deny.locator('input').fill('Project Wren');
      await page.keyboard.press('Enter');
      await deny.locator('input').focus();
      await paste(page, 'Project Owl\nproject nightjar\n\nX\n');
      await deny.locator('[role=status]', { hasText: '1 added. 1 was there already. 1 was left out' }).waitFor();
      await page.locator('.entry-list').nth(2).locator('input').fill('France');
      await deny.getByRole('button', { name: 'Remove Project Nightjar' }).click();
      await page.locator('.save-bar .button-primary').click();
      await page.locator('.save-bar', { hasText: 'Saved' }).waitFor();
      const { deny: saved, regions } = api.state.policies[0]?.policy.privacy ?? {};
      if (String(saved) !== 'Project Wren,Project Owl') throw new Error(`saved ${saved}`);
      if (String(regions) !== 'GB,DE,RU,FR') throw new Error(`saved ${regions}`);
      await page.locator('.save-bar .button', { hasText: 'Undo' }).click();
      await page.locator('.save-bar', { hasText: 'Undone' }).waitFor();
      if (String(api.state.policies[0]?.policy.privacy.deny) !== 'Project Nightjar') throw new Error('not undone');
    },
  },
  {
    ...at('/privacy/zendesk/larkspur', '.policy-part', 800),
    name: 'does-guard-unsaved',
    async act(page) {
      await page.locator('.choice-option input[type=checkbox]').check();
      await page.locator('.nav-button').click();
      await page.locator('.nav a').last().click();
      await page.locator('dialog .dialog-actions .button').first().click();
      await page.locator('dialog').waitFor({ state: 'detached' });
      await page.waitForURL('**/privacy/zendesk/larkspur');
      await page.locator('.account-select select').selectOption('1');
      await page.locator('dialog .button-danger').click();
      await page.waitForURL('**/privacy/zendesk/larkspur-outlet');
      await page.locator('.choice-option input[type=checkbox]:not(:checked)').waitFor();
      await page.locator('.choice-option input[type=checkbox]').check();
      await page.evaluate('history.back()');
      await page.locator('dialog .button-danger').click();
      await page.waitForURL('**/privacy/zendesk/larkspur');
    },
  },
  {
    ...at('/privacy/zendesk/larkspur', '.policy-part', 800),
    name: 'does-join-policies',
    async act(page, api) {
      await page.locator('.entry-list').nth(1).locator('input').fill('Project Wren');
      await page.keyboard.press('Enter');
      api.state.policies = api.state.policies.map((view) => ({
        ...view,
        revision: view.revision + 1,
        policy: { ...view.policy, privacy: { ...view.policy.privacy, deny: ['Project Owl'] } },
      }));
      await page.locator('.save-bar .button-primary').click();
      await page.locator('.conflict', { hasText: 'added Project Owl; removed Project Nightjar' }).waitFor();
      await page.locator('.conflict .button-primary').click();
      await page.locator('.save-bar', { hasText: 'Saved' }).waitFor();
      const saved = String(api.state.policies[0]?.policy.privacy.deny);
      if (saved !== 'Project Owl,Project Wren') throw new Error(`saved ${saved}`);
    },
  },
  {
    ...at('/audit', '.audit-table', 800),
    name: 'does-page-audit',
    async act(page) {
      await page.locator('.audit-more').click();
      await page.locator('.audit-table tbody tr:nth-child(33)').waitFor();
      await page.locator('#audit-group').selectOption('user');
      await page.locator('.audit-table tbody tr:nth-child(7)').waitFor({ state: 'detached' });
      await page.locator('.audit-table tbody tr:nth-child(6)').waitFor();
    },
  },
  {
    ...at('/tickets/d004?state=failed', '.card', 800),
    name: 'does-sign-in-and-out',
    set(state) {
      state.session = null;
    },
    async act(page) {
      await page.locator('input[type=email]').fill('ines@larkspur.example');
      await page.locator('input[type=password]').fill(MOCK_PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/tickets/d004?state=failed');
      await page.locator('.avatar').click();
      await page.locator('#user-menu .button').last().click();
      await page.locator('.card').waitFor();
    },
  },
  {
    ...at('/setup?token=abc', 'form', 800),
    name: 'does-setup',
    async act(page) {
      await fillPerson(page, 'form', 'Ada Quill', 'ada@larkspur.example');
      await page.locator('form button[type=submit]').click();
      await page.waitForURL('**/tickets');
      await page.locator('.row').first().waitFor();
    },
  },
  {
    ...at('/users', '.people-table', 800),
    name: 'does-add-and-remove-user',
    async act(page) {
      await page.locator('.page-head .button').click();
      await fillPerson(page, 'dialog form', 'Ada Quill', 'ada@larkspur.example');
      await page.locator('dialog button[type=submit]').click();
      await page.locator('tbody tr:nth-child(4)').waitFor();
      await page.locator('tbody tr:nth-child(2) .button-danger').click();
      await page.locator('dialog .button-danger').click();
      await page.waitForFunction('document.querySelectorAll("tbody tr").length === 3');
    },
  },
  {
    ...at('/users', '.people-table', 800),
    name: 'does-keep-the-last-admin',
    async act(page) {
      await page.locator('tbody tr:nth-child(1) select').selectOption('viewer');
      await page.locator('.form-problem').waitFor();
      await page.waitForFunction('document.querySelector("tbody select").value === "admin"');
    },
  },
  {
    ...at('/tickets', '.row', 800),
    name: 'does-change-password',
    set(state) {
      if (state.session) state.session = { ...state.session, demo: false };
    },
    async act(page) {
      await page.locator('.avatar').click();
      await page.locator('#user-menu .button').first().click();
      const fields = page.locator('dialog input[type=password]');
      await fields.first().fill('not the one');
      await fields.last().fill('maple-otter-42-lamp');
      await page.locator('dialog button[type=submit]').click();
      await page.locator('dialog .form-problem').waitFor();
      await fields.first().fill(MOCK_PASSWORD);
      await page.locator('dialog button[type=submit]').click();
      await page.locator('dialog .form-done').waitFor();
    },
  },
  {
    ...at('/tickets', '.row', 800),
    name: 'does-language-and-theme',
    async act(page) {
      await page.locator('.segments button', { hasText: 'RU' }).click();
      await page.locator('.nav-here', { hasText: 'Тикеты' }).waitFor();
      await page.locator('.header-tools .icon-button').click();
      await page.locator('.header-tools .icon-button').click();
      await page.reload();
      await page.locator('.nav-here', { hasText: 'Тикеты' }).waitFor();
      await page.waitForFunction('getComputedStyle(document.documentElement).colorScheme === "dark"');
    },
  },
];

function at(path: string, ready: string, width = 1440): Omit<Scene, 'name'> {
  return { path, ready, width, theme: 'light', language: 'en' };
}

/** What the clipboard would bring, without a clipboard. */
function paste(page: Page, text: string): Promise<void> {
  return page.evaluate((given) => {
    const { document, DataTransfer, ClipboardEvent } = globalThis as unknown as Record<string, never> & PasteParts;
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', given);
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

// As much of the browser's types as is used: the workspace is compiled without them.
interface PasteParts {
  document: { activeElement: { dispatchEvent(event: object): void } };
  DataTransfer: new () => { setData(type: string, text: string): void };
  ClipboardEvent: new (type: string, init: object) => object;
}

async function fillPerson(page: Page, form: string, name: string, email: string): Promise<void> {
  await page.locator(`${form} input:not([type])`).first().fill(name);
  await page.locator(`${form} input[type=email]`).fill(email);
  await page.locator(`${form} input[type=password]`).fill('maple-otter-42-lamp');
}
