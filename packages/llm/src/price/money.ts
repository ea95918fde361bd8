/**
 * US dollars as a count of 10^-12: prices are published per million tokens with at most six decimals, so the price of
 * one token is a whole number of these, and sums are exact.
 */
export type PicoUsd = bigint;

const DECIMALS = 12;
const ONE_USD = 10n ** BigInt(DECIMALS);

/** `0.00030785`, without trailing zeros and never in exponent form. */
export function formatUsd(amount: PicoUsd): string {
  const sign = amount < 0n ? '-' : '';
  const digits = String(amount < 0n ? -amount : amount).padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -DECIMALS)}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * @param text a plain decimal number such as `12`, `0.5` or `0.000000000001`
 * @returns undefined for anything else; what is finer than 10^-12 is rounded up, against the one who spends
 */
export function parseUsd(text: string): PicoUsd | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole = '0', fraction = ''] = match;
  const kept = BigInt(fraction.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
  const finer = /[1-9]/.test(fraction.slice(DECIMALS)) ? 1n : 0n;
  return BigInt(whole) * ONE_USD + kept + finer;
}
