import type { Diagnosis } from '@draftsmith/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { I18nProvider } from '../i18n/context.tsx';
import type { Locale } from '../i18n/locale.ts';
import { Findings } from './findings.tsx';

function text(findings: readonly Diagnosis[], locale: Locale = 'en', byHand = false): string {
  const html = renderToStaticMarkup(
    <I18nProvider locale={locale}>
      <Findings findings={findings} byHand={byHand} />
    </I18nProvider>,
  );
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

const trigger: Diagnosis = {
  check: 'trigger',
  ok: false,
  detail: 'It is off',
  fix: 'Repair switches it on',
  repairable: true,
};

test('what the button mends says so, in both languages', () => {
  expect(text([trigger])).toContain(
    '1 thing needs attention. Trigger for messages It is off What to do: Press “Repair”',
  );
  expect(text([trigger], 'ru')).toContain(
    'Внимания требует 1 пункт. Триггер для сообщений It is off Что делать: Нажмите',
  );
});

test('a look that failed does not promise that the button helps', () => {
  const { repairable, ...failed } = trigger;
  expect(text([{ ...failed, detail: 'Zendesk timed out', fix: 'Try again' }])).toMatch(
    /timed out What to do: Try again/,
  );
});

test('what a person must do is said in their language, and as the server says it', () => {
  const scopes: Diagnosis = { check: 'scopes', ok: false, detail: 'It lacks read', fix: 'Allow all' };
  expect(text([scopes], 'ru')).toMatch(/Разрешения It lacks read Что делать: Если разрешения не хватает.* Allow all/);
});

test('no button is promised for what was set up by hand', () => {
  const { repairable, ...manual } = trigger;
  expect(text([manual], 'en', true)).toMatch(/What to do: Put it right in the source system: [^.]*\. $/);
});

test('what is well is said once, and a check without words here in the server’s', () => {
  const deliveries: Diagnosis = { check: 'deliveries', ok: true, detail: '9 of 9 arrived' };
  const unknown: Diagnosis = { check: 'weather', ok: true, detail: 'Sunny' };
  expect(text([deliveries, { ...deliveries, detail: '3 of 3 arrived' }, unknown])).toBe(
    ' All is well. In order Events arrive Sunny ',
  );
});
