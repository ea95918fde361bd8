import type { RateCardItem } from '@draftsmith/contracts';

const COLUMNS = ['sku', 'name', 'price', 'currency', 'valid_until'];

/** A rate card as the CSV that can be uploaded again (RFC 4180). */
export function rateCardCsv(items: readonly RateCardItem[]): string {
  const rows = items.map(({ sku, name, price, currency, validUntil }) => [
    sku,
    name,
    price,
    currency,
    validUntil ?? '',
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(text: string): string {
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Gives a file to the person. With a mark at its beginning, without which Excel takes UTF-8 for something else. */
export function downloadCsv(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  Object.assign(link, { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

/** The text of a file in UTF-8; null for another encoding, whose letters would come out wrong. */
export function utf8Of(bytes: ArrayBuffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
