import type { Content, ContentTable, TableCell } from 'pdfmake';
import type { DocumentView } from '../document-view.ts';
import type { Labels } from '../labels.ts';
import type { LineView, PriceGroup } from '../price-view.ts';
import { breakable, rowsOf } from './long-words.ts';
import { HAIRLINE, ruled } from './style.ts';

/** The tables of a proposal, one per rhythm with its own totals, and what it comes to over the whole term. */
export function pricePages({ prices, labels }: DocumentView, accent: string): Content[] {
  const named = prices.groups.length > 1;
  const contract = named && prices.contractTotal ? [contractTotal(labels, prices.contractTotal, accent)] : [];
  return prices.groups.flatMap((group, index): Content[] => {
    const last = index === prices.groups.length - 1 ? contract : [];
    return [
      linesTable(group, named ? group.name : '', labels, accent),
      // Sums are read together; of so many taxes that they fill a page, one after the other.
      { stack: [totalsTable(group, labels), ...last], unbreakable: group.taxes.length < 15 },
    ];
  });
}

interface Column {
  head: string;
  /** Absent: the item itself. */
  value?: (line: LineView) => string;
}

function columnsOf(group: PriceGroup, labels: Labels): Column[] {
  const some = (value: (line: LineView) => string) => group.lines.some((line) => value(line) !== '');
  const discount = (line: LineView) => line.discount;
  const tax = (line: LineView) => line.taxPercent;
  return [
    { head: labels.item },
    { head: labels.quantity, value: (line) => line.quantity },
    { head: labels.price, value: (line) => line.price },
    ...(some(discount) ? [{ head: labels.discount, value: discount }] : []),
    ...(some(tax) ? [{ head: labels.tax, value: tax }] : []),
    { head: labels.amount, value: (line) => line.net },
  ];
}

/** @param name of the group, where there are several: in the head, so that it stands over each page of the table */
function linesTable(group: PriceGroup, name: string, labels: Labels, accent: string): ContentTable {
  const columns = columnsOf(group, labels);
  const names = columns.map(
    (_, index): TableCell =>
      index === 0 ? { text: breakable(name), style: 'subheading', colSpan: columns.length } : '',
  );
  const words = columns.map(({ head: text, value }): TableCell => ({ text, style: 'head', ...(value ? figure : {}) }));
  const head = name === '' ? [words] : [names, words];
  return {
    margin: [0, 4, 0, 0],
    layout: ruled(accent, head.length),
    table: {
      headerRows: head.length,
      // A head is never left alone, and no row is ever in two places.
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ value }) => (value ? 'auto' : '*')),
      body: [...head, ...group.lines.flatMap((line) => lineRows(line, columns, labels))],
    },
  };
}

const figure = { alignment: 'right', noWrap: true } as const;

/** One row, and more without figures where the words are longer than a page. */
function lineRows(line: LineView, columns: readonly Column[], labels: Labels): TableCell[][] {
  const names = rowsOf(line.name);
  const terms = [
    line.sku,
    line.term && `${labels.term}: ${line.term}`,
    line.startsOn && `${labels.from} ${line.startsOn}`,
  ].filter(Boolean);
  const details = rowsOf([line.description, terms.join(' · ')].filter(Boolean).join('\n'));
  // A name of normal length stands in one row with what describes it.
  const together = line.name.length < 200;
  const name = (text: string): Content => ({ text: breakable(text), style: 'cell' });
  const detail = (text: string): Content[] => (text === '' ? [] : [{ text: breakable(text), style: 'small' }]);
  const [firstName = '', ...moreNames] = names;
  const [firstDetail = '', ...moreDetails] = details;
  const items: Content[][] = [
    together ? [name(firstName), ...detail(firstDetail)] : [name(firstName)],
    ...moreNames.map((text) => [name(text)]),
    ...(together || firstDetail === '' ? [] : [detail(firstDetail)]),
    ...moreDetails.map(detail),
  ];
  return items.map((stack, index) =>
    columns.map(({ value }): TableCell => {
      if (!value) return { stack };
      return { text: index === 0 ? value(line) : '', style: 'cell', ...figure };
    }),
  );
}

function totalsTable(group: PriceGroup, labels: Labels): Content {
  const plain = group.discount === '' && group.taxes.length === 0;
  const row = (label: string, amount: string, bold = false): TableCell[] => [
    { text: breakable(label), style: 'cell', bold, alignment: 'right' },
    { text: amount, style: 'cell', bold, ...figure },
  ];
  const body = [
    ...(group.discount ? [row(labels.subtotal, group.subtotal), row(labels.discount, group.discount)] : []),
    ...(plain ? [] : [row(labels.net, group.net)]),
    ...group.taxes.map(({ name, percent, amount }) => row(`${name} ${percent}`, amount)),
    row(group.totalLabel, group.gross, true),
  ];
  return {
    margin: [0, 5, 0, 6],
    layout: {
      hLineWidth: (line) => (line === body.length - 1 && body.length > 1 ? 0.5 : 0),
      vLineWidth: () => 0,
      hLineColor: () => HAIRLINE,
      paddingLeft: (column) => (column === 0 ? 0 : 16),
      paddingRight: () => 0,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
    table: { widths: ['*', 'auto'], dontBreakRows: true, body },
  };
}

function contractTotal(labels: Labels, amount: string, accent: string): Content {
  return {
    margin: [0, 6, 0, 6],
    layout: {
      hLineWidth: () => 1.2,
      vLineWidth: () => 0,
      hLineColor: () => accent,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 6,
      paddingBottom: () => 5,
    },
    table: {
      widths: ['*', 'auto'],
      body: [
        [
          { text: labels.contractTotal, bold: true, fontSize: 11 },
          { text: amount, bold: true, fontSize: 11, ...figure },
        ],
      ],
    },
  };
}
