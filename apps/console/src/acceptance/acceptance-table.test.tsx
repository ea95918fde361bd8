import type { AcceptanceReport } from '@draftsmith/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { noAcceptance, sampleAcceptance } from '../dev/sample-acceptance.ts';
import { I18nProvider } from '../i18n/context.tsx';
import type { Locale } from '../i18n/locale.ts';
import { AcceptanceTable } from './acceptance-table.tsx';
import { EditKinds } from './edit-kinds.tsx';
import { Ratings } from './ratings.tsx';
import { sharesOf } from './shares.ts';
import { Total } from './total.tsx';

function text(node: React.ReactNode, locale: Locale = 'en'): string {
  const html = renderToStaticMarkup(<I18nProvider locale={locale}>{node}</I18nProvider>);
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}
const table = (by: AcceptanceReport['by'], locale?: Locale) =>
  text(<AcceptanceTable report={sampleAcceptance(by, 30)} />, locale);

test('a bar is told in words as well, and what a draft does not say has a name', () => {
  expect(table('brand')).toMatch(/Nightjar 16 drafts 2 edited, 11 not used, and 3 other 0% 70% 4h 20m/);
  expect(table('brand', 'ru')).toMatch(/Без бренда 4 черновика прочее: 4 0 % – –/);
});

test('languages are named as people name them, topics say how they are counted', () => {
  expect(table('language')).toContain('German');
  expect(table('topic', 'ru')).toContain('с несколькими тегами');
});

test('the total says each part, with what it means', () => {
  const { total } = sampleAcceptance('brand', 30);
  expect(text(<Total figures={total} />)).toMatch(/What became of 477 drafts Sent as is 41% 195 drafts nothing/);
  expect(text(<Total figures={noAcceptance('brand', 30).total} />)).toMatch(/Text kept – .* Time to reply –/);
});

test('edits and ratings: the most frequent first, and a sentence where there are none', () => {
  const { edits, ratings } = sampleAcceptance('brand', 30);
  expect(text(<EditKinds edits={edits} edited={166} />)).toMatch(/Wording .* 88 Extended .* 72 Shortened .* 61/);
  expect(text(<Ratings ratings={ratings} />)).toMatch(/Good: 132 · Bad: 21 Wrong tone 9 Wrong facts 7/);
  const none = noAcceptance('brand', 30);
  expect(text(<EditKinds edits={none.edits} edited={0} />)).toContain('No draft was edited');
  expect(text(<Ratings ratings={none.ratings} />)).toContain('No ratings');
});

test('shares of nothing are none', () => {
  expect(sharesOf(noAcceptance('brand', 30).total).map(({ share }) => share)).toEqual([0, 0, 0, 0]);
});
