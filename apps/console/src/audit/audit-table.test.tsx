import type { AuditEntry } from '@draftsmith/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { I18nProvider } from '../i18n/context.tsx';
import type { Locale } from '../i18n/locale.ts';
import { AuditTable } from './audit-table.tsx';

const act: AuditEntry = {
  id: 'a1',
  at: '2026-11-22T12:00:00.000Z',
  actor: { kind: 'user', id: 'u1', name: 'Ada' },
  action: 'user.changed',
  subject: 'u2',
  detail: {},
};

function text(changes: Partial<AuditEntry>, locale: Locale = 'en'): string {
  const html = renderToStaticMarkup(
    <I18nProvider locale={locale}>
      <AuditTable entries={[{ ...act, ...changes }]} />
    </I18nProvider>,
  );
  return html.replace(/^.*<tbody>/, '').replace(/<[^>]+>/g, ' ');
}

test('an act reads as a sentence with what was changed', () => {
  const detail = { changed: ['role'], from: 'viewer', to: 'admin' };
  expect(text({ detail })).toMatch(/Ada .*Changed a user .*changed: role; from: viewer; to: admin .*u2/);
  expect(text({ detail }, 'ru')).toMatch(
    /Изменён пользователь .*изменено: роль; было: наблюдатель; стало: администратор/,
  );
});

test('an act that has no words here is shown as it was recorded', () => {
  expect(text({ action: 'weather.changed', detail: { wind: 'north', strong: true, places: [] } })).toMatch(
    /weather\.changed .*wind: north; strong: on/,
  );
});

test('commands and Draftsmith itself are no people, and nobody is named twice', () => {
  expect(text({ actor: { kind: 'system' }, action: 'retention.run', subject: null })).toContain('Draftsmith itself');
  expect(text({ actor: { kind: 'command' } }, 'ru')).toContain('Команда на сервере');
  expect(text({ action: 'session.opened', subject: 'u1' })).not.toContain('u1');
});
