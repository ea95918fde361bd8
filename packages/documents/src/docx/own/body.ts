import type { SectionKind } from '@draftsmith/contracts';
import type { Labels } from '../../labels.ts';
import { sectionName } from '../vocabulary.ts';
import { type Cell, mark, paragraph, row, run, table, text } from './markup.ts';

/** What stands in the body, as placeholders. */
export interface BodyInput {
  labels: Labels;
  /** Twips between the margins. */
  width: number;
  /** Columns that some line has something for. */
  columns: { discount: boolean; tax: boolean };
  /** Markup of the logo's run. */
  logo: string | undefined;
}

const BEFORE = ['summary', 'solution', 'scope', 'timeline'] as const;
const AFTER = ['terms', 'next-steps'] as const;

export function coverBody({ width, logo }: BodyInput): string {
  const label = Math.round(width * 0.28);
  return [
    logo ? paragraph('CoverCompany', logo) : text('CoverCompany', '{{document.company}}'),
    text('Title', '{{proposal.title}}'),
    mark('#cover'),
    text('Subtitle', '{{text}}'),
    mark('/cover'),
    text('Subtitle', ''),
    table(
      'TableNormal',
      [label, width - label],
      row([
        { width: label, content: text('CoverLabel', '{{#cover_entries}}{{label}}') },
        { width: width - label, content: text('CoverValue', '{{lines}}{{/cover_entries}}') },
      ]),
    ),
  ].join('');
}

export function pagesBody(input: BodyInput): string {
  const { labels } = input;
  return [
    ...BEFORE.map((kind) => section(kind)),
    section('pricing', '<w:pageBreakBefore/>'),
    mark('#totals'),
    text('Heading2', '{{name}}'),
    priceTable(input),
    mark('/totals'),
    mark('#prices.contract_total'),
    paragraph(
      'ContractTotal',
      `${run(labels.contractTotal)}<w:r><w:tab/></w:r>${run('{{prices.contract_total}}')}`,
      `<w:tabs><w:tab w:val="right" w:pos="${input.width}"/></w:tabs>`,
    ),
    mark('/prices.contract_total'),
    ...AFTER.map((kind) => section(kind)),
  ].join('');
}

function section(kind: SectionKind, heading = ''): string {
  const name = sectionName(kind);
  return [
    mark(`#${name}.title`),
    paragraph('Heading1', run(`{{${name}.title}}`), heading),
    mark(`/${name}.title`),
    mark(`#${name}`),
    mark('#bullet'),
    text('ListBullet', '{{text}}'),
    mark('/bullet'),
    mark('^bullet'),
    text('BodyText', '{{text}}'),
    mark('/bullet'),
    mark(`/${name}`),
  ].join('');
}

function priceTable({ labels, width, columns }: BodyInput): string {
  const figures = [
    { head: labels.quantity, value: '{{quantity}}', width: 950 },
    { head: labels.price, value: '{{price}}', width: 1600 },
    ...(columns.discount ? [{ head: labels.discount, value: '{{discount}}', width: 1150 }] : []),
    ...(columns.tax ? [{ head: labels.tax, value: '{{tax_percent}}', width: 850 }] : []),
    { head: labels.amount, value: '{{net}}', width: 1700 },
  ];
  const item = width - figures.reduce((sum, { width: one }) => sum + one, 0);
  const last = figures.length - 1;
  const line: Cell[] = [
    { width: item, content: text('TableText', '{{#lines}}{{name}}') + details(labels) },
    ...figures.map(({ value, width: one }, index) => ({
      width: one,
      content: text('TableFigure', index === last ? `${value}{{/lines}}` : value),
    })),
  ];
  const head: Cell[] = [
    { width: item, content: text('TableHead', labels.item) },
    ...figures.map(({ head: words, width: one }) => ({ width: one, content: text('TableHeadFigure', words) })),
  ];
  const amount = figures[last]?.width ?? 0;
  const sum = (label: string, value: string, style = 'TableSum') =>
    row([
      { width: width - amount, span: figures.length, content: text(style, label) },
      { width: amount, content: text(style, value) },
    ]);
  const sums = [
    ...(columns.discount
      ? [
          sum(`{{#discount}}${labels.subtotal}`, '{{subtotal}}{{/discount}}'),
          sum(`{{#discount}}${labels.discount}`, '{{discount}}{{/discount}}'),
        ]
      : []),
    ...(columns.discount || columns.tax ? [sum(labels.net, '{{net}}')] : []),
    ...(columns.tax ? [sum('{{#taxes}}{{name}} {{percent}}', '{{amount}}{{/taxes}}')] : []),
    sum('{{label}}', '{{gross}}', 'TableTotal'),
  ];
  const widths = [item, ...figures.map(({ width: one }) => one)];
  return table('PriceTable', widths, [row(head, true), row(line), ...sums].join(''));
}

/** Each of them only where the line has it; a paragraph of its own, so that none leaves an empty line behind. */
function details(labels: Labels): string {
  const detail = (name: string, words: string) => [mark(`#${name}`), text('TableDetail', words), mark(`/${name}`)];
  return [
    ...detail('description', '{{description}}'),
    ...detail('sku', '{{sku}}'),
    ...detail('term', `${labels.term}: {{term}}`),
    ...detail('starts_on', `${labels.from} {{starts_on}}`),
  ].join('');
}
