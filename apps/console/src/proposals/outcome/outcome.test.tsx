import type { ProposalOutcome } from '@draftsmith/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { reportOf, sampleProposals } from '../../dev/sample-proposals.ts';
import { I18nProvider } from '../../i18n/context.tsx';
import type { Locale } from '../../i18n/locale.ts';
import { EditedSections } from './edited-sections.tsx';
import { OutcomeFigures } from './outcome-figures.tsx';
import { OutcomeTable } from './outcome-table.tsx';

const NOW = new Date('2026-11-20T12:00:00Z');
const { outcomes } = sampleProposals(NOW);
const html = (node: React.ReactNode, locale: Locale = 'en') =>
  renderToStaticMarkup(<I18nProvider locale={locale}>{node}</I18nProvider>);
const text = (node: React.ReactNode, locale?: Locale) =>
  html(node, locale)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const plain: ProposalOutcome = {
  ...{ dealId: '9', dealName: 'Fenwick', dealUrl: null, versions: 1, askedAt: '2026-11-20T10:00:00Z' },
  ...{ attachedAt: null, minutes: null, edited: null, sentAt: null, stageThen: null, stageNow: null, costUsd: null },
};

test('the figures say how many of those asked for came how far', () => {
  const { total } = reportOf(outcomes, 30, NOW);
  expect(text(<OutcomeFigures total={total} />)).toMatch(
    /Asked for 8 deals .* Attached 7 88% of those asked for .* From click to attached 9m .* Cost \$0\.2164/,
  );
  expect(text(<OutcomeFigures total={{ ...total, minutes: null, costUsd: null }} />, 'ru')).toMatch(/Стоимость –/);
});

test('a deal that nothing is known of has words for that, not holes', () => {
  expect(text(<OutcomeTable rows={[plain]} />)).toMatch(/Fenwick 1 version Nov 20, 2026 not yet – not yet – –/);
});

test('what a person changed is told with its sections, and a change of stage in words', () => {
  const edited = { share: 0.31, sections: ['solution', 'next-steps'] as const };
  const row = { ...plain, edited, stageThen: 'Presentation', stageNow: 'Won' };
  expect(text(<OutcomeTable rows={[row]} />)).toContain('31% Solution and Next steps not yet Presentation → Won');
  expect(text(<OutcomeTable rows={[row]} />, 'ru')).toContain('Presentation → теперь Won');
  expect(text(<OutcomeTable rows={[{ ...plain, edited: { share: 0, sections: [] } }]} />)).toContain('as written');
});

test('a deal is linked to only where its address is one', () => {
  const link = (dealUrl: string) => html(<OutcomeTable rows={[{ ...plain, dealUrl }]} />);
  expect(link('https://app.hubspot.com/contacts/1/record/0-3/9')).toContain('<a href="https://app.hubspot.com');
  expect(link('javascript:alert(1)')).not.toContain('<a ');
  expect(link('/relative')).not.toContain('<a ');
});

test('sections: the most edited first, and a sentence where there are none', () => {
  const { sections } = reportOf(outcomes, 30, NOW);
  expect(text(<EditedSections sections={sections} />)).toMatch(/Summary 3 Solution 2 Next steps 2/);
  expect(text(<EditedSections sections={sections.map((one) => ({ ...one, edited: 0 }))} />)).toContain('No section');
});
