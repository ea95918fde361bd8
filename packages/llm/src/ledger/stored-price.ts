import { FREE, type ListedPrice, type PriceRow, toPriceRow } from '../price/price-row.ts';

/** A price row as it was stored with a call, of the published list or of the settings; undefined for anything else. */
export function readStoredPrice(stored: Record<string, unknown> | null): PriceRow | undefined {
  if (stored?.free === true) return FREE;
  const prices = stored?.prices;
  if (typeof prices !== 'object' || prices === null) return undefined;
  const listed = (...names: string[]) =>
    names.map((name): unknown => Reflect.get(prices, name)).find((price): price is ListedPrice => isListed(price));
  const [input, output] = [listed('input_mtok', 'input'), listed('output_mtok', 'output')];
  if (input === undefined && output === undefined) return undefined;
  const cachedInput = listed('cache_read_mtok', 'cachedInput');
  return toPriceRow({ input, cachedInput, output }, stored ?? {});
}

function isListed(price: unknown): price is NonNullable<ListedPrice> {
  if (typeof price === 'number') return Number.isFinite(price) && price >= 0;
  return typeof price === 'object' && price !== null && 'base' in price && 'tiers' in price;
}
