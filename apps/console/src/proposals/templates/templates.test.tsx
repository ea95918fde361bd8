import type { ProposalTemplateView, TemplateFinding } from '@draftsmith/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { I18nProvider } from '../../i18n/context.tsx';
import type { Locale } from '../../i18n/locale.ts';
import { FileResult } from './file-result.tsx';
import { copyOf, fieldsOf, textOf } from './template-fields.ts';
import type { FileState } from './use-file-upload.ts';

const FINDINGS: TemplateFinding[] = [
  {
    ...{ code: 'unknown-placeholder', severity: 'error', placeholder: '{{custmer.name}}' },
    ...{ meant: '{{customer.name}}', near: 'Dear {{custmer.name}}, thank' },
  },
  { code: 'external-content', severity: 'warning' },
];

function said(state: FileState, locale: Locale = 'en'): string {
  const html = renderToStaticMarkup(
    <I18nProvider locale={locale}>
      <FileResult part="document" state={state} />
    </I18nProvider>,
  );
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

test('a Word file that cannot be used says each thing, where it is and what may have been meant', () => {
  const words = said({ kind: 'unusable', findings: FINDINGS });
  expect(words).toContain('cannot be used yet: 1 thing to mend. Nothing was changed');
  expect(words).toContain('{{custmer.name}} Did you mean {{customer.name}}? Near: Dear {{custmer.name}}, thank');
  expect(said({ kind: 'unusable', findings: FINDINGS }, 'ru')).toContain('Исправить: Такой метки нет.');
});

test('a file with warnings is in use, and they are told all the same', () => {
  const words = said({ kind: 'uploaded', findings: FINDINGS.slice(1) });
  expect(words).toContain('is in use. 1 thing to look at: To look at: It loads something from outside');
  expect(said({ kind: 'uploaded', findings: [] })).toContain('The Word file is in use.');
});

const TEMPLATE: ProposalTemplateView = {
  ...{ id: 't1', name: 'Trackers', locale: null, terms: 'Thirty days.', nextSteps: '' },
  ...{ hints: { scope: 'Name the town.' }, hasDocument: true, hasLogo: false, revision: 3, updatedAt: '2026-11-20' },
};

test('words read back as what they were; hints that say nothing are none', () => {
  const text = copyOf(TEMPLATE);
  expect(textOf(fieldsOf(TEMPLATE))).toEqual(text);
  expect(textOf({ ...fieldsOf(TEMPLATE), locale: 'de-DE' }).locale).toBe('de-DE');
  expect(textOf({ ...fieldsOf(TEMPLATE), hints: { scope: '  ', summary: 'Short.' } }).hints).toEqual({
    summary: 'Short.',
  });
});

test('a copy takes the words along, and nothing that makes it the same template', () => {
  expect(Object.keys(copyOf(TEMPLATE)).sort()).toEqual(['hints', 'locale', 'name', 'nextSteps', 'terms']);
});
