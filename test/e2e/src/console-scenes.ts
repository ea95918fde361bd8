import { type MockApi, type MockState, noAcceptance } from '@draftsmith/console/dev';
import type { Page } from 'playwright-core';
import { BEHAVIOURS } from './console-behaviours.ts';
import { CONNECTION_SCENES, CONNECTION_SCREENS } from './console-scenes-connections.ts';
import { PROPOSAL_SCENES, PROPOSAL_SCREENS } from './console-scenes-proposals.ts';
import { RULES_SCENES, RULES_SCREEN } from './console-scenes-rules.ts';

/** One picture: an address, in a language, theme and width, with what the API holds at that moment. */
export interface Scene {
  name: string;
  path: string;
  width: number;
  height?: number;
  theme: 'light' | 'dark';
  language: 'en' | 'ru';
  /** Selector that is there when the page is ready to be looked at. */
  ready: string;
  fullPage?: boolean;
  set?: (state: MockState) => void;
  act?: (page: Page, api: MockApi) => Promise<void>;
}

export type Screen = Omit<Scene, 'name' | 'width' | 'theme' | 'language'> & { name: string };

const signedOut = (state: MockState) => {
  state.session = null;
};
const asViewer = (state: MockState) => {
  state.session = { name: 'Tomas Berg', email: 'tomas@larkspur.example', role: 'viewer', demo: false };
};

/** Screens that are looked at in every width, theme and language. */
const EVERYWHERE: readonly Screen[] = [
  { name: 'tickets', path: '/tickets', ready: '.row' },
  { name: 'draft', path: '/tickets/d001', ready: '.sources li' },
  { name: 'failed', path: '/tickets/d004', ready: '.outcome-failed' },
  { name: 'users', path: '/users', ready: '.people-table', set: notDemo },
  { name: 'policy', path: '/privacy/zendesk/larkspur', ready: '.policy-part' },
  RULES_SCREEN,
  { name: 'acceptance', path: '/acceptance', ready: '.acceptance-table' },
  { name: 'audit', path: '/audit', ready: '.audit-table' },
  ...CONNECTION_SCREENS,
  ...PROPOSAL_SCREENS,
];

/** Screens whose layout differs little: one width and theme each. */
const ONCE: readonly (Screen & Pick<Scene, 'width' | 'theme' | 'language'>)[] = [
  { ...draft('d001', 1440, 'light', 'en'), name: 'check-supported', ...statement(1) },
  { ...draft('d001', 1440, 'dark', 'en'), name: 'check-unsupported', ...statement(3) },
  { ...draft('d001', 800, 'light', 'en'), name: 'check-contradicted', ...statement(4) },
  { ...draft('d001', 320, 'dark', 'ru'), name: 'check-contradicted-ru', ...statement(4) },
  { ...draft('d003', 320, 'light', 'ru'), name: 'check-duration-ru', ...statement(1) },
  { ...draft('d006', 800, 'dark', 'en'), name: 'check-opinion', ...statement(1) },
  { ...draft('d006', 320, 'light', 'ru'), name: 'check-struck-ru', act: press('.legend summary') },
  { ...draft('d001', 1440, 'light', 'en'), name: 'check-legend', act: press('.legend summary') },
  { ...draft('d006', 800, 'light', 'en'), name: 'privacy-receipts', act: press('.privacy-line summary') },
  { ...draft('d020', 320, 'dark', 'ru'), name: 'privacy-stopped-ru', act: press('.privacy-line summary') },
  { ...draft('d020', 800, 'light', 'en'), name: 'privacy-stopped' },
  { ...draft('d003', 800, 'dark', 'en'), name: 'privacy-nothing-sent' },
  { name: 'gone-request', path: '/tickets/d019', ready: '.outcome-gone', width: 800, theme: 'light', language: 'en' },
  { name: 'gone-retention', path: '/tickets/d021', ready: '.outcome-gone', width: 320, theme: 'dark', language: 'ru' },
  { ...acceptancePage(800, 'light', 'en'), name: 'acceptance-empty', ready: '.notice', set: withoutAcceptance },
  { ...acceptancePage(320, 'dark', 'ru'), name: 'acceptance-empty-ru', ready: '.notice', set: withoutAcceptance },
  { ...acceptancePage(800, 'dark', 'ru'), name: 'acceptance-topic-ru', path: '/acceptance?by=topic&days=90' },
  { ...acceptancePage(1440, 'light', 'en'), name: 'acceptance-failed', ready: '.notice', set: mood('fail') },
  { ...acceptancePage(800, 'light', 'en'), name: 'acceptance-loading', ready: '.skeleton-bar', set: mood('hang') },
  { ...policyPage(1440, 'light', 'en'), name: 'policy-tried', act: tryMessage },
  { ...policyPage(320, 'dark', 'ru'), name: 'policy-tried-ru', act: tryMessage },
  { ...policyPage(800, 'light', 'en'), name: 'policy-viewer', set: asViewer },
  { ...policyPage(320, 'light', 'ru'), name: 'policy-unsaved-ru', act: editPolicy },
  { ...policyPage(800, 'dark', 'en'), name: 'policy-conflict', act: meetAnotherAdmin },
  { ...policyPage(320, 'light', 'ru'), name: 'policy-conflict-ru', act: meetAnotherAdmin },
  {
    name: 'policy-no-accounts',
    path: '/privacy',
    ready: '.notice',
    width: 800,
    theme: 'light',
    language: 'en',
    set(state) {
      state.policies = [];
    },
  },
  { name: 'audit-viewer', path: '/audit', ready: '.notice', width: 800, theme: 'light', language: 'en', set: asViewer },
  {
    name: 'audit-empty',
    path: '/audit',
    ready: '.notice',
    width: 320,
    theme: 'dark',
    language: 'ru',
    set(state) {
      state.audit = [];
    },
  },
  {
    name: 'audit-error',
    path: '/audit',
    ready: '.notice',
    width: 800,
    theme: 'dark',
    language: 'en',
    set: mood('fail'),
  },
  { name: 'withheld', path: '/tickets/d018', ready: '.outcome-skipped', width: 800, theme: 'dark', language: 'en' },
  { name: 'skipped', path: '/tickets/d008', ready: '.outcome-skipped', width: 1440, theme: 'light', language: 'en' },
  { name: 'skipped-ru', path: '/tickets/d005', ready: '.outcome-skipped', width: 320, theme: 'dark', language: 'ru' },
  { name: 'no-answer', path: '/tickets/d015', ready: '.attempts', width: 1440, theme: 'dark', language: 'en' },
  { name: 'budget', path: '/tickets/d016', ready: '.outcome-skipped', width: 1440, theme: 'light', language: 'en' },
  { name: 'budget-ru', path: '/tickets/d016', ready: '.outcome-skipped', width: 320, theme: 'dark', language: 'ru' },
  { name: 'hedged', path: '/tickets/d017', ready: '.attempts', width: 800, theme: 'dark', language: 'en' },
  { name: 'hedged-ru', path: '/tickets/d017', ready: '.attempts', width: 320, theme: 'light', language: 'ru' },
  { name: 'offline-draft', path: '/tickets/d003', ready: '.no-model', width: 1440, theme: 'light', language: 'ru' },
  { name: 'fallback', path: '/tickets/d006', ready: '.attempts', width: 800, theme: 'light', language: 'en' },
  { name: 'long-thread', path: '/tickets/d009', ready: '.earlier', width: 1440, theme: 'light', language: 'en' },
  { name: 'working', path: '/tickets/d002', ready: '.outcome-progress', width: 800, theme: 'dark', language: 'ru' },
  {
    name: 'viewer-failed',
    path: '/tickets/d004',
    ready: '.outcome-failed',
    width: 800,
    theme: 'light',
    language: 'en',
    set: asViewer,
  },
  {
    name: 'filtered',
    path: '/tickets?state=failed&language=es',
    ready: '.row',
    width: 1440,
    theme: 'light',
    language: 'en',
  },
  { name: 'no-match', path: '/tickets?q=zzz', ready: '.notice', width: 800, theme: 'light', language: 'ru' },
  {
    name: 'not-connected',
    path: '/tickets',
    ready: '.notice',
    width: 320,
    theme: 'dark',
    language: 'ru',
    set(state) {
      state.drafts = [];
      state.accounts = [];
    },
  },
  {
    name: 'empty',
    path: '/tickets',
    ready: '.notice',
    width: 1440,
    theme: 'light',
    language: 'en',
    set(state) {
      state.drafts = [];
    },
  },
  {
    name: 'loading',
    path: '/tickets',
    ready: '.skeleton-row',
    width: 1440,
    theme: 'light',
    language: 'en',
    set: mood('hang'),
  },
  {
    name: 'loading-ticket',
    path: '/tickets/d001',
    ready: '.skeleton-bubble',
    width: 800,
    theme: 'dark',
    language: 'en',
    set: mood('hang'),
  },
  { name: 'error', path: '/tickets', ready: '.notice', width: 800, theme: 'light', language: 'en', set: mood('fail') },
  {
    name: 'error-proxy',
    path: '/tickets',
    ready: '.notice',
    width: 320,
    theme: 'dark',
    language: 'ru',
    set: mood('html'),
  },
  { name: 'missing-ticket', path: '/tickets/nope', ready: '.notice', width: 800, theme: 'light', language: 'en' },
  { name: 'sign-in', path: '/tickets', ready: '.card', width: 800, theme: 'light', language: 'en', set: signedOut },
  {
    name: 'sign-in-refused',
    path: '/sign-in',
    ready: '.card',
    width: 320,
    theme: 'dark',
    language: 'ru',
    set: signedOut,
    async act(page) {
      await page.locator('input[type=email]').fill('ines@larkspur.example');
      await page.locator('input[type=password]').fill('wrong');
      await page.locator('button[type=submit]').click();
      await page.locator('.form-problem').waitFor();
    },
  },
  {
    name: 'setup',
    path: '/setup?token=abc',
    ready: 'form',
    width: 800,
    theme: 'light',
    language: 'en',
    set: signedOut,
    async act(page) {
      await page.locator('input').first().fill('Ines Moreau');
      await page.locator('input[type=password]').fill('maple-otter-42-lamp');
    },
  },
  {
    name: 'setup-ru',
    path: '/setup?token=abc',
    ready: 'form',
    width: 320,
    theme: 'light',
    language: 'ru',
    set: signedOut,
  },
  {
    name: 'setup-expired',
    path: '/setup?token=abc',
    ready: '.card',
    width: 320,
    theme: 'light',
    language: 'en',
    set(state) {
      state.session = null;
      state.setup = { valid: false, expired: true };
    },
  },
  { name: 'unknown-page', path: '/nowhere', ready: '.notice', width: 800, theme: 'light', language: 'en' },
  { name: 'users-viewer', path: '/users', ready: '.notice', width: 800, theme: 'light', language: 'en', set: asViewer },
  {
    name: 'add-user',
    path: '/users',
    ready: '.people-table',
    width: 800,
    theme: 'light',
    language: 'en',
    act: press('.page-head .button'),
  },
  {
    name: 'add-user-ru',
    path: '/users',
    ready: '.people-table',
    width: 320,
    theme: 'dark',
    language: 'ru',
    act: press('.page-head .button'),
  },
  {
    name: 'remove-user',
    path: '/users',
    ready: '.people-table',
    width: 800,
    theme: 'light',
    language: 'ru',
    act: press('tr:nth-child(3) .button-danger'),
  },
  {
    name: 'keys',
    path: '/tickets',
    ready: '.row',
    width: 1440,
    theme: 'light',
    language: 'en',
    act: (page) => page.keyboard.press('?'),
  },
  {
    name: 'menu',
    path: '/tickets',
    ready: '.row',
    width: 320,
    theme: 'light',
    language: 'en',
    fullPage: false,
    act: press('.avatar'),
  },
];

function draft(id: string, width: number, theme: Scene['theme'], language: Scene['language']) {
  return { path: `/tickets/${id}`, ready: '.privacy-line', width, theme, language };
}

function acceptancePage(width: number, theme: Scene['theme'], language: Scene['language']) {
  return { path: '/acceptance', ready: '.acceptance-table', width, theme, language };
}

function withoutAcceptance(state: MockState): void {
  state.acceptance = noAcceptance;
}

function policyPage(width: number, theme: Scene['theme'], language: Scene['language']) {
  return { path: '/privacy/zendesk/larkspur', ready: '.policy-part', width, theme, language };
}

async function tryMessage(page: Page): Promise<void> {
  await page
    .locator('textarea')
    .fill('Hi, Hannah Whitfield here (hannah@example.com, +44 20 7946 0123), about Project Nightjar by Larkspur.');
  await page.locator('.try-it .button').click();
  await page.locator('.trial').waitFor();
}

async function editPolicy(page: Page): Promise<void> {
  await page.locator('.entry-list').nth(1).locator('input').fill('Project Wren');
  await page.keyboard.press('Enter');
  await page.locator('.choice-option input[type=radio]').nth(3).check();
  await page.locator('.save-bar .button-primary').waitFor();
}

/** Both decided what becomes of unsupported statements, and each added a word. */
async function meetAnotherAdmin(page: Page, api: MockApi): Promise<void> {
  await editPolicy(page);
  api.state.policies = api.state.policies.map((view) => ({
    ...view,
    revision: view.revision + 1,
    updatedBy: 'Tomas Berg',
    policy: {
      privacy: { ...view.policy.privacy, deny: [...view.policy.privacy.deny, 'Project Owl'] },
      truth: { ...view.policy.truth, unsupported: 'withhold' },
    },
  }));
  await page.locator('.save-bar .button-primary').click();
  await page.locator('dialog .conflict').waitFor();
}

/** Holds the card of one statement of a draft open. */
function statement(index: number): Pick<Scene, 'act'> {
  return {
    async act(page) {
      await page.locator(`[data-statement="${index}"]`).click();
      await page.locator('.evidence').waitFor();
    },
  };
}

export const SCENES: readonly Scene[] = [
  ...EVERYWHERE.flatMap((screen) =>
    [320, 800, 1440].flatMap((width) =>
      (['light', 'dark'] as const).flatMap((theme) =>
        (['en', 'ru'] as const).map((language) => ({
          ...screen,
          width,
          theme,
          language,
          name: `${screen.name}-${width}-${theme}-${language}`,
        })),
      ),
    ),
  ),
  ...ONCE,
  ...BEHAVIOURS,
  ...RULES_SCENES,
  ...CONNECTION_SCENES,
  ...PROPOSAL_SCENES,
];

function notDemo(state: MockState): void {
  if (state.session) state.session = { ...state.session, demo: false };
}

function mood(value: MockState['mood']) {
  return (state: MockState) => {
    state.mood = value;
  };
}

function press(selector: string) {
  return (page: Page) => page.locator(selector).first().click();
}
