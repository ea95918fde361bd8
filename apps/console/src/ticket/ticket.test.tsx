import { type DraftDetail, type Outcome, type Role, SKIP_REASONS } from '@draftsmith/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { STOPPED } from '../dev/sample-checks.ts';
import { sampleDrafts } from '../dev/sample-drafts.ts';
import { I18nProvider, MESSAGES } from '../i18n/context.tsx';
import { LOCALES, type Locale } from '../i18n/locale.ts';
import { Conversation } from './conversation.tsx';

const base = sampleDrafts(new Date('2026-11-20T12:00:00Z'))[0]!;

function html(changes: Partial<DraftDetail>, role: Role = 'admin', locale: Locale = 'en'): string {
  return renderToStaticMarkup(
    <I18nProvider locale={locale}>
      <Conversation detail={{ ...base, ...changes }} role={role} onRetried={() => undefined} />
    </I18nProvider>,
  );
}

const withoutDraft = (outcome: Outcome): Partial<DraftDetail> => ({
  state: outcome.kind,
  outcome,
  text: null,
  citations: [],
});
const failure = withoutDraft({
  kind: 'failed',
  error: 'timeout',
  code: 'zendesk.slow',
  message: 'Zendesk did not answer',
  retryable: true,
});

test('a draft is shown once, as the note that it became, with its sources', () => {
  const page = html({});
  expect(page.split('I am sorry the rear light arrived')).toHaveLength(2);
  expect(page).toContain('Returns and refunds');
  expect(page).toContain(MESSAGES.en.ticket.internalSource);
});

test('a draft that no model wrote says so, others do not', () => {
  expect(html({ modelWritten: false })).toContain(MESSAGES.en.ticket.noModel);
  expect(html({ modelWritten: true })).not.toContain(MESSAGES.en.ticket.noModel);
});

test.each(LOCALES)('every skip gives its reason and what would change it (%s)', (locale) => {
  for (const reason of SKIP_REASONS) {
    const page = html(withoutDraft({ kind: 'skipped', reason }), 'viewer', locale);
    const words = MESSAGES[locale].skips[reason];
    for (const sentence of [words.why, words.change]) expect(page).toContain(sentence);
  }
});

test('a failure says what happened and what to do; only an admin is offered the retry', () => {
  const words = MESSAGES.en.failures.timeout;
  for (const role of ['admin', 'viewer'] as const) {
    const page = html(failure, role);
    for (const part of [words.what, words.fix, 'Zendesk did not answer (zendesk.slow)']) expect(page).toContain(part);
    expect(page.includes('<button')).toBe(role === 'admin');
  }
});

test('a draft on its way says so and shows no old outcome', () => {
  const page = html({ ...failure, state: 'working', outcome: null });
  expect(page).toContain(MESSAGES.en.ticket.workingTitle);
  expect(page).not.toContain('Zendesk did not answer');
});

test('the draft stays readable when the conversation cannot be read', () => {
  const page = html({ conversation: { kind: 'unavailable', message: 'Zendesk is down' } });
  expect(page).toContain('Zendesk is down');
  expect(page).toContain('I am sorry the rear light arrived');
});

test('each statement says how it stands, with its quotes one step away, and the whole draft how much is supported', () => {
  const page = html({});
  expect(page).toContain('3 of 5 statements supported');
  const marked = [...page.matchAll(/class="statement statement-([a-z]+)" data-statement/g)].map(
    ([, standing]) => standing,
  );
  expect(marked).toEqual(['supported', 'supported', 'supported', 'unsupported', 'contradicted']);
  expect(page.match(/role="button" tabindex="0"/g)).toHaveLength(1);
  expect(page).toContain('<span class="claim claim-contradicted">I will send one today</span>');
});

test('a draft from before there was a check looks as it did', () => {
  const page = html({ check: null });
  expect(page).toContain('I am sorry the rear light arrived');
  expect(page).not.toContain('statement');
});

test('what policy did to a draft is said', () => {
  const check = base.check!;
  expect(html({ check: { ...check, changed: { how: 'strike', sentences: 1 } } })).toContain('1 sentence was taken out');
  expect(html({ check: { ...check, changed: { how: 'question', sentences: 2 } } }, 'admin', 'ru')).toContain(
    '2 предложения превращены в вопросы',
  );
});

test('what left this machine is told by kinds and by recipient, never by value', () => {
  expect(html({})).toContain(
    'Before anything left this machine: 2 names and 1 e-mail address replaced. Sent to api.openai.com (eu).',
  );
  expect(html({}, 'admin', 'ru')).toContain('заменено: 2 имени и 1 адрес эл. почты. Отправлено: api.openai.com (eu).');
  expect(html({ receipts: [], modelWritten: false })).toContain(MESSAGES.en.privacy.nothingSent);
  expect(html({ receipts: [], cache: 'hit' })).toContain(MESSAGES.en.privacy.fromCache);
  expect(html({ receipts: [], modelWritten: null, cache: null })).not.toContain('privacy-line');
});

test('a leak that was stopped is said plainly, with and without a draft', () => {
  const receipts = STOPPED.map((receipt) => ({ ...receipt, at: base.createdAt }));
  for (const changes of [{}, withoutDraft({ kind: 'skipped', reason: 'no-answer' })]) {
    const page = html({ ...changes, receipts });
    expect(page.split(MESSAGES.en.privacy.stopped)).toHaveLength(2);
    expect(page).toContain(MESSAGES.en.privacy.stoppedFix);
  }
});

test.each(LOCALES)('words that are gone say when and why (%s)', (locale) => {
  const { forgotten, unreadable } = MESSAGES[locale].truth;
  const gone: Partial<DraftDetail> = { text: null, citations: [], check: null, receipts: [] };
  for (const why of ['retention', 'request'] as const) {
    const date = locale === 'en' ? 'November 3, 2026' : '3 ноября 2026 г.';
    const page = html({ ...gone, forgotten: { at: '2026-11-03T10:00:00.000Z', why } }, 'viewer', locale);
    expect(page).toContain(forgotten[why](date));
  }
  expect(html({ ...gone, unreadable: true }, 'viewer', locale)).toContain(unreadable);
});

test('nothing that a customer or a source holds becomes markup or a script', () => {
  const attack = '<img src=x onerror=alert(1)>';
  const page = html({
    text: attack,
    conversation: {
      kind: 'loaded',
      turns: [{ role: 'customer', authorName: attack, text: attack, at: base.createdAt }],
    },
    citations: [
      {
        sourceId: 's',
        kind: 'article',
        title: attack,
        url: 'javascript:alert(1)',
        visibility: 'public',
        excerpt: attack,
      },
    ],
  });
  expect(page).not.toContain('<img');
  expect(page).not.toContain('href="javascript:alert');
});
