import type { ProposalVersionView } from '@draftsmith/contracts';
import type { ExpectedDeal } from './proposal-figures-deal.ts';

export interface Figures {
  deals: number;
  /** Of those, with words of a model in them. */
  modelWritten: number;
  /** In the text that people read, and in the price table. */
  figures: number;
  /** Not what whole-number arithmetic on the line items gives. */
  wrong: number;
  /** In the text, and nowhere in the deal. */
  unbound: number;
  /** Sentences of a lying model that were taken out. */
  refused: number;
  /** The first that is wrong, for whoever looks. */
  examples: string[];
}

export const noFigures = (): Figures => ({
  ...{ deals: 0, modelWritten: 0, figures: 0, wrong: 0, unbound: 0, refused: 0, examples: [] },
});

const FEW = 5;

/** Adds up what a version says, read as a person reads it: without knowing where its slots were. */
export function countFigures(version: ProposalVersionView, deal: ExpectedDeal, sum: Figures): void {
  sum.deals += 1;
  sum.refused += version.refused;
  if (version.writer.modelWritten) sum.modelWritten += 1;
  const note = (text: string) => void (sum.examples.length < FEW && sum.examples.push(text));
  for (const [ours, theirs] of tableOf(version, deal)) {
    sum.figures += 1;
    if (isSame(ours, theirs)) continue;
    sum.wrong += 1;
    note(`table: ${ours} for ${theirs}`);
  }
  const known = knownOf(version, deal);
  const text = version.sections.map(({ paragraphs }) => paragraphs.map((one) => one.text).join('\n')).join('\n');
  const said = numbersIn(text, deal.locale);
  for (const found of strangeIn(text, deal)) {
    sum.unbound += 1;
    note(`text: ${found} in ${deal.locale}`);
  }
  for (const number of said) {
    sum.figures += 1;
    if (known.has(number)) continue;
    sum.unbound += 1;
    note(`text: ${number} in ${deal.locale}`);
  }
  // What every proposal must say: each rhythm's total.
  for (const { gross } of deal.totals.values()) {
    if (said.includes(canonical(gross))) continue;
    sum.wrong += 1;
    note(`missing: ${gross} in ${deal.locale}`);
  }
}

/** Each figure of the table beside what it must be. */
function tableOf({ prices }: ProposalVersionView, { lines, totals, currency }: ExpectedDeal): [string, string][] {
  const line = lines.flatMap(({ net, discount, quantity, price }, at): [string, string][] => {
    const own = prices.lines[at];
    return [
      [own?.net ?? '', net],
      [own?.discount ?? '', discount],
      [own?.quantity ?? '', quantity],
      [own?.price ?? '', price],
    ];
  });
  const total = [...totals].flatMap(([rhythm, expected]): [string, string][] => {
    const own = prices.totals.find((one) => one.rhythm === rhythm);
    return [
      [own?.net ?? '', expected.net],
      [own?.discount ?? '', expected.discount],
      [own?.gross ?? '', expected.gross],
    ];
  });
  const counts: [string, string][] = [
    [String(prices.lines.length), String(lines.length)],
    [String(prices.totals.length), String(totals.size)],
  ];
  return [...line, ...total, ...counts, prices.currency === currency ? ['1', '1'] : ['0', '1']];
}

/** Every number that the deal bears out, canonical. */
function knownOf(
  { prices, createdAt }: ProposalVersionView,
  { lines, totals, percents, others }: ExpectedDeal,
): Set<string> {
  const amounts = [...lines.flatMap((line) => Object.values(line)), ...[...totals.values()].flatMap(Object.values)];
  const taxes = [...totals.values()].map(({ gross, net }) => difference(gross, net));
  const day = new Date(createdAt);
  // A proposal's own dates: its day, in whatever zone, and the last of its validity.
  const days = [-1, 0, 1, 29, 30, 31].map((ahead) =>
    new Date(day.getTime() + ahead * 86_400_000).toISOString().slice(0, 10),
  );
  const numbers = [...percents, ...others, ...days].flatMap((text) => text.match(/\d+(?:\.\d+)?/g) ?? []);
  const contract = prices.contractTotal === undefined ? [] : [prices.contractTotal];
  // From the customer's own words.
  return new Set([...amounts, ...taxes, ...contract, ...numbers, '12'].map(canonical));
}

const DECIMAL: Readonly<Record<string, string>> = { en: '.', de: ',', ru: ',', fr: ',', es: ',', pt: ',' };

/** Numbers as the locale writes them, canonical. */
function numbersIn(text: string, locale: string): string[] {
  const decimal = DECIMAL[locale.slice(0, 2)] ?? '.';
  const found = text.match(/\d+(?:[.,\u00a0\u202f’ ]\d{3}(?!\d))*(?:[.,]\d+)?/gu) ?? [];
  return found.map((number) => {
    const at = number.lastIndexOf(decimal);
    const isDecimal = at >= 0 && !(number.length - at === 4 && decimal === '.');
    const [whole, part] = isDecimal ? [number.slice(0, at), number.slice(at + 1)] : [number, ''];
    return canonical(`${whole.replaceAll(/\D/g, '')}${part === '' ? '' : `.${part}`}`);
  });
}

/** Signs before amounts, and percentages that are neither a discount nor a tax of the deal. */
function strangeIn(text: string, { percents, locale }: ExpectedDeal): string[] {
  const signs = text.match(/(?<![\p{L}\p{N}])[-−–+]\s?(?=\p{Sc}?\s?\d)/gu) ?? [];
  const known = new Set(percents.map(canonical));
  const shares = [...text.matchAll(/(\d[\d.,]*)\s?%/gu)].map(([, number = '']) => number);
  return [...signs, ...shares.filter((number) => !numbersIn(number, locale).every((one) => known.has(one)))];
}

/** 012.50 and 12.5 are the same; nothing is rounded. */
function canonical(number: string): string {
  const [whole = '0', part = ''] = number.split('.');
  const digits = part.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${digits === '' ? '' : `.${digits}`}`;
}

const isSame = (one: string, other: string) => one !== '' && canonical(one) === canonical(other);

function difference(more: string, less: string): string {
  const digits = (more.split('.')[1] ?? '').length;
  const sum = (BigInt(more.replace('.', '')) - BigInt(less.replace('.', ''))).toString().padStart(digits + 1, '0');
  return digits === 0 ? sum : `${sum.slice(0, -digits)}.${sum.slice(-digits)}`;
}
