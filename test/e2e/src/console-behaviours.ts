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
    name: 'does-show-more',
    async act(page) {
      await page.locator('.list-foot .button').click();
      await page.waitForFunction('document.querySelectorAll("[data-row]").length === 39');
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
      await page.locator('.nav a', { hasText: 'Тикеты' }).waitFor();
      await page.locator('.header-tools .icon-button').click();
      await page.locator('.header-tools .icon-button').click();
      await page.reload();
      await page.locator('.nav a', { hasText: 'Тикеты' }).waitFor();
      await page.waitForFunction('getComputedStyle(document.documentElement).colorScheme === "dark"');
    },
  },
];

function at(path: string, ready: string, width = 1440): Omit<Scene, 'name'> {
  return { path, ready, width, theme: 'light', language: 'en' };
}

async function fillPerson(page: Page, form: string, name: string, email: string): Promise<void> {
  await page.locator(`${form} input:not([type])`).first().fill(name);
  await page.locator(`${form} input[type=email]`).fill(email);
  await page.locator(`${form} input[type=password]`).fill('maple-otter-42-lamp');
}
