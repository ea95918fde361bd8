import type { RateCardItem } from '@draftsmith/contracts';
import { type Answer, type Call, ok } from './mock-answers.ts';
import type { MockProposals } from './sample-proposals.ts';

/** Finds two things that may be wrong with a line: enough for the console. */
export function putRateCard({ raw, query }: Call, held: MockProposals): Answer {
  const [, ...lines] = raw.replace(/^\uFEFF/, '').split(/\r?\n/);
  const items: RateCardItem[] = [];
  const problems: { line: number; message: string }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const [sku = '', name = '', price = '', currency = '', validUntil = ''] = cellsOf(line);
    const wrong = !/^\d+(\.\d+)?$/.test(price)
      ? 'price: expected an amount such as 25000.00'
      : !/^[A-Z]{3}$/.test(currency)
        ? 'currency: expected an ISO code such as EUR'
        : null;
    if (wrong) problems.push({ line: index + 2, message: wrong });
    else items.push({ sku, name, price, currency, validUntil: validUntil || null });
  }
  const saved = problems.length === 0 && query.get('check') !== 'true';
  if (saved) held.rateCard = items;
  return ok({ saved, items, problems });
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,;]*))(?:[,;]|$)/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}
