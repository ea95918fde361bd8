import type { MockApi, MockState } from '@draftsmith/console/dev';
import type { Page } from 'playwright-core';
import { BEHAVIOURS } from './console-behaviours.ts';

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

type Screen = Omit<Scene, 'name' | 'width' | 'theme' | 'language'> & { name: string };

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
];

/** Screens whose layout differs little: one width and theme each. */
const ONCE: readonly (Screen & Pick<Scene, 'width' | 'theme' | 'language'>)[] = [
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
