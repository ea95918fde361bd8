import type { MockState } from '@draftsmith/console/dev';
import {
  badFile,
  expectValue,
  goodCsv,
  meetAnotherAdmin,
  meetAnotherWriter,
  mistype,
  upload,
  uploadWord,
  waitFor,
  wrongCsv,
} from './console-acts-proposals.ts';
import type { Scene, Screen } from './console-scenes.ts';

const TRACKERS = '0b7c5c1e-6a7e-4c53-9d28-0d5a3a1f9e01';
const TEMPLATES = '/proposals/templates/hubspot/4471190';

/** Looked at in every width, theme and language. */
export const PROPOSAL_SCREENS: readonly Screen[] = [
  { name: 'proposals-outcome', path: '/proposals', ready: '.outcome-table' },
  { name: 'proposals-templates', path: '/proposals/templates', ready: '.template' },
  { name: 'proposals-template', path: `${TEMPLATES}/${TRACKERS}`, ready: '.template-file' },
  { name: 'proposals-card', path: '/proposals/rate-card', ready: '.card-table' },
  { name: 'proposals-settings', path: '/proposals/settings', ready: '.accent', act: waitFor('.entry') },
];

/** Screens whose layout differs little, and things that people do: each waits for what must follow. */
export const PROPOSAL_SCENES: readonly Scene[] = [
  { ...at('/proposals', '.notice', 800), name: 'proposals-empty', set: nothingYet },
  { ...at('/proposals', '.notice', 320, 'dark', 'ru'), name: 'proposals-empty-ru', set: nothingYet },
  { ...at('/proposals', '.notice', 800), name: 'proposals-no-crm', set: noAccount },
  { ...at('/proposals', '.notice', 320, 'light', 'ru'), name: 'proposals-failed-ru', set: mood('fail') },
  { ...at('/proposals', '[aria-busy]', 800, 'dark'), name: 'proposals-loading', set: mood('hang') },
  { ...at('/proposals?days=90', '.outcome-table', 800, 'dark'), name: 'proposals-two-accounts', set: twoAccounts },
  { ...at('/proposals/templates', '.template', 800), name: 'proposals-templates-viewer', set: asViewer },
  { ...at('/proposals/rate-card', '.card-table', 800), name: 'proposals-card-viewer', set: asViewer },
  { ...at('/proposals/settings', '.accent', 800), name: 'proposals-settings-viewer', set: asViewer },
  { ...at(`${TEMPLATES}/${TRACKERS}`, '.template-file', 800), name: 'proposals-template-viewer', set: asViewer },
  { ...at(`${TEMPLATES}/standard`, '.policy-part', 320, 'dark', 'ru'), name: 'proposals-template-standard-ru' },
  { ...at(`${TEMPLATES}/new`, '.section-hints', 320, 'light', 'ru'), name: 'proposals-template-new-ru' },
  { ...at(`${TEMPLATES}/gone`, '.notice', 800), name: 'proposals-template-missing' },
  { ...template(800), name: 'proposals-word-findings', set: badFile, act: uploadWord },
  { ...template(320, 'dark', 'ru'), name: 'proposals-word-findings-ru', set: badFile, act: uploadWord },
  { ...template(800, 'dark'), name: 'proposals-template-conflict', act: meetAnotherWriter },
  {
    ...at('/proposals/rate-card', '.notice', 800),
    name: 'proposals-card-empty',
    set(state) {
      state.proposals.rateCard = [];
    },
  },
  { ...card(800), name: 'proposals-card-wrong', act: upload(wrongCsv(), '.wrong-lines li') },
  { ...card(320, 'dark', 'ru'), name: 'proposals-card-wrong-ru', act: upload(wrongCsv(), '.wrong-lines li') },
  { ...card(800, 'dark'), name: 'proposals-card-checked', act: upload(goodCsv(), '.said .plain-list') },
  { ...card(320, 'light', 'ru'), name: 'proposals-card-checked-ru', act: upload(goodCsv(), '.said .plain-list') },
  { ...settings(320, 'dark', 'ru'), name: 'proposals-settings-mistakes-ru', act: mistype },
  { ...settings(800, 'dark'), name: 'proposals-settings-conflict', act: meetAnotherAdmin },
  {
    ...settings(320, 'light', 'ru'),
    name: 'proposals-settings-no-choices-ru',
    ready: '.choices-notice .button',
    set(state) {
      state.proposals.choices = null;
    },
  },
  {
    ...settings(800),
    name: 'does-keep-settings',
    async act(page) {
      const save = page.locator('.save-actions .button-primary');
      await page.getByLabel('Your company').fill('Larkspur Group');
      // Leaving asks, and staying keeps what was typed.
      await page.getByRole('link', { name: 'Rate card' }).click();
      await page.getByRole('button', { name: 'Stay' }).click();
      await page.getByLabel('Language, unless').selectOption('ru-RU');
      await save.press('Enter');
      await page.locator('.save-actions', { hasText: 'Undo' }).waitFor();
      await page.reload();
      await expectValue(page, 'Your company', 'Larkspur Group');
      await expectValue(page, 'Language, unless', 'ru-RU');
      await page.getByLabel('Your company').fill('Slip');
      await save.click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('status').getByText('Undone').waitFor();
      await expectValue(page, 'Your company', 'Larkspur Group');
    },
  },
  {
    ...at('/proposals/templates', '.template', 800),
    name: 'does-copy-a-template',
    async act(page, api) {
      await page.getByRole('link', { name: 'Make a copy of Standard' }).click();
      await expectValue(page, 'Name', 'Standard (copy)');
      await page.getByLabel('Name').fill('Pilots');
      await page.getByLabel('Timeline').fill('Two weeks of trial come first.');
      await page.locator('.save-actions .button-primary').click();
      await page.locator('.template-file').first().waitFor();
      if (!page.url().startsWith(`${api.url}${TEMPLATES}/`) || page.url().endsWith('/new')) throw new Error(page.url());
      await page.getByRole('link', { name: 'All templates' }).click();
      // Removed, and made again.
      await page.getByRole('button', { name: 'Remove Pilots' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
      await page.locator('.removed:focus', { hasText: 'Pilots is removed' }).waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.locator('.template', { hasText: 'Pilots' }).waitFor();
      await page.getByRole('link', { name: 'Pilots', exact: true }).click();
      await expectValue(page, 'Timeline', 'Two weeks of trial come first.');
    },
  },
  {
    ...template(800),
    name: 'does-upload-a-word-file',
    set: badFile,
    async act(page, api) {
      await page.getByLabel('Terms').fill('Payment within 14 days.');
      await uploadWord(page);
      api.state.proposals.findings = [];
      await uploadWord(page, '.template-file .form-done');
      // What was typed is still there, and is saved with the newer revision.
      await page.locator('.save-actions .button-primary').click();
      await page.locator('.save-actions', { hasText: 'Undo' }).waitFor();
      await expectValue(page, 'Terms', 'Payment within 14 days.');
      // Somebody else's change is met by an upload as well.
      api.state.proposals.templates = api.state.proposals.templates.map((one) => ({ ...one, revision: 40 }));
      await uploadWord(page, '.template-file .form-problem');
      await uploadWord(page, '.template-file .form-done');
      // Of a newer revision with the same words there is nothing to decide.
      api.state.proposals.templates = api.state.proposals.templates.map((one) => ({ ...one, revision: 50 }));
      await page.getByLabel('Terms').fill('Payment within 7 days.');
      await page.locator('.save-actions .button-primary').click();
      await page.locator('.save-actions', { hasText: 'Undo' }).waitFor();
      await page.getByRole('button', { name: 'Take the logo away' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Take the logo away' }).click();
      await page.locator('.form-done', { hasText: 'taken away' }).waitFor();
    },
  },
  {
    ...card(800),
    name: 'does-replace-the-card',
    async act(page) {
      await page.getByLabel('Search').fill('rear');
      await page.locator('.card-table tbody tr').nth(1).waitFor();
      await upload(goodCsv(), '.said .plain-list')(page);
      await page.getByRole('button', { name: 'Replace the card' }).click();
      await page.getByText('Replaced: 2 prices hold now.').waitFor();
      await page.getByLabel('Search').fill('');
      await page.getByRole('cell', { name: 'New lamp' }).waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('Undone').waitFor();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download as CSV' }).click(),
      ]);
      if (file.suggestedFilename() !== 'rate-card-4471190.csv') throw new Error(file.suggestedFilename());
    },
  },
  {
    ...at('/rules', '.brand-voice', 800),
    name: 'does-leave-deals-out-of-rules',
    async act(page) {
      const accounts = await page.locator('.account-select option').allInnerTexts();
      if (accounts.length !== 2 || accounts.some((one) => one.includes('hubspot'))) throw new Error(accounts.join());
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

type Looks = [width: number, theme?: Scene['theme'], language?: Scene['language']];

function template(...looks: Looks) {
  return at(`${TEMPLATES}/${TRACKERS}`, '.template-file', ...looks);
}

function card(...looks: Looks) {
  return at('/proposals/rate-card', '.card-table', ...looks);
}

function settings(...looks: Looks) {
  return at('/proposals/settings', '.accent', ...looks);
}

function mood(value: MockState['mood']) {
  return (state: MockState) => {
    state.mood = value;
  };
}

function asViewer(state: MockState): void {
  state.session = { name: 'Tomas Berg', email: 'tomas@larkspur.example', role: 'viewer', demo: false };
}

function nothingYet(state: MockState): void {
  state.proposals.outcomes = [];
}

function noAccount(state: MockState): void {
  state.proposals.settings = [];
}

function twoAccounts(state: MockState): void {
  state.proposals.settings = state.proposals.settings.flatMap((view) => [view, { ...view, account: '7700123' }]);
}
