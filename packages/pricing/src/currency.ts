/**
 * Minor units of ISO 4217 where they are not 2. Not asked of `Intl`: that follows everyday use instead (HUF, COP, IDR, PKR
 * and a dozen others without decimals), and it changes from one release to the next, while a stored proposal may not.
 */
const DIGITS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const DIGITS_OF = new Map(
  Object.entries(DIGITS).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)] as const)),
);

/** `Intl` leaves out units of account, and Chilean contracts are made in one (CLF). */
const KNOWN = new Set([...Intl.supportedValuesOf('currency'), ...DIGITS_OF.keys()]);

/** @returns digits behind the decimal point, ISO 4217 */
export function currencyDigits(currency: string): number {
  return DIGITS_OF.get(currency) ?? 2;
}

/** @returns the ISO 4217 code in capitals; undefined for what is none */
export function readCurrency(code: string | undefined): string | undefined {
  const capitals = code?.trim().toUpperCase();
  return capitals !== undefined && KNOWN.has(capitals) ? capitals : undefined;
}
