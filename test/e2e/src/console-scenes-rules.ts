import type { MockApi, MockState } from '@draftsmith/console/dev';
import type { Page } from 'playwright-core';
import type { Scene, Screen } from './console-scenes.ts';

/** Looked at in every width, theme and language. */
export const RULES_SCREEN: Screen = { name: 'rules', path: '/rules/zendesk/larkspur', ready: '.brand-voice' };

const page = (width: number, theme: Scene['theme'], language: Scene['language']) => ({
  ...RULES_SCREEN,
  ...{ width, theme, language },
});

/** What happens on the page of rules. */
export const RULES_SCENES: readonly Scene[] = [
  { ...page(1440, 'light', 'en'), name: 'rules-tried', act: tryWithoutPilot },
  { ...page(320, 'dark', 'ru'), name: 'rules-tried-ru', act: tryWithoutPilot },
  { ...page(800, 'light', 'en'), name: 'rules-viewer', set: asViewer },
  { ...page(320, 'light', 'ru'), name: 'rules-no-choices-ru', set: withoutChoices, ready: '.choices-notice .button' },
  { ...page(800, 'dark', 'en'), name: 'rules-conflict', act: meetAnotherAdmin },
  { ...page(800, 'light', 'en'), name: 'rules-saved', act: saveByKeyboard },
];

function asViewer(state: MockState): void {
  state.session = { name: 'Tomas Berg', email: 'tomas@larkspur.example', role: 'viewer', demo: false };
}

function withoutChoices(state: MockState): void {
  state.choices = null;
}

async function tryWithoutPilot(page: Page): Promise<void> {
  await page.locator('input[type=radio]').nth(5).check();
  await page.locator('.try-it .button').click();
  await page.locator('.rule-trials').waitFor();
  await page.locator('.rule-trials').scrollIntoViewIfNeeded();
}

/** Both change the pilot, and only the other one adds a tag. */
async function meetAnotherAdmin(page: Page, api: MockApi): Promise<void> {
  await page.locator('.number-input').nth(1).fill('50');
  api.state.rules = api.state.rules.map((view) => ({
    ...view,
    rules: {
      ...view.rules,
      never: { ...view.rules.never, tags: ['legal', 'press'] },
      pilot: { kind: 'share' as const, percent: 75 },
    },
    revision: view.revision + 1,
    updatedBy: 'Екатерина Воронцова',
  }));
  await page.locator('.save-actions .button-primary').click();
  await page.locator('dialog .conflict', { hasText: 'added press; removed chargeback_2026' }).waitFor();
}

/** A tag is typed and Enter adds it; the rest is Tab and Enter. */
async function saveByKeyboard(page: Page): Promise<void> {
  await page.getByLabel('Add to: Tags').fill('warranty');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove warranty' }).waitFor();
  await page.locator('.save-actions .button-primary').press('Enter');
  await page.locator('.save-actions', { hasText: 'Undo' }).waitFor();
}
