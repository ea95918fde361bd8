/** `1,234`; beyond five digits `123k`, `45.6M`. */
export function count(value: number): string {
  if (value < 100_000) return value.toLocaleString('en-US');
  if (value < 999_500) return `${Math.round(value / 1_000)}k`;
  return value < 999_500_000 ? `${short(value / 1_000_000)}M` : `${short(value / 1_000_000_000)}G`;
}

/** `850 ms`, `12.3 s`. */
export function duration(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/** How many places after the point an amount needs to be told from its neighbours; the same for a whole column. */
export function placesFor(largestUsd: string): number {
  const dollars = Math.abs(Number(largestUsd));
  if (dollars === 0 || dollars >= 100) return 2;
  return dollars >= 1 ? 4 : 6;
}

/**
 * `$1,234.50`, `-$0.000012`.
 *
 * @param usd an exact decimal, rounded here for the eye only
 */
export function dollars(usd: string, places: number): string {
  const [whole = '0', fraction = ''] = usd.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.padEnd(places + 1, '0').slice(0, places + 1));
  const rounded = String((digits + 5n) / 10n).padStart(places + 1, '0');
  const grouped = BigInt(rounded.slice(0, -places)).toLocaleString('en-US');
  const sign = usd.startsWith('-') && /[1-9]/.test(rounded) ? '-' : '';
  return `${sign}$${grouped}.${rounded.slice(-places)}`;
}

/** The same with its sign in any case: `+$12.00`. */
export function signedDollars(usd: string, places: number): string {
  const amount = dollars(usd, places);
  return amount.startsWith('-') || !/[1-9]/.test(amount) ? amount : `+${amount}`;
}

function short(value: number): string {
  return value < 99.95 ? value.toFixed(1) : String(Math.round(value));
}
