/** A decimal number as an integer and a power of ten: `units / 10 ** scale`, exact. */
export interface Decimal {
  units: bigint;
  scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

/**
 * The number as it was written, not as binary floating point holds it: 0.1 is one tenth here.
 * @param value finite; prices come as JSON numbers, whose shortest spelling is what the vendor published
 */
export function decimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: atScale(a, scale) + atScale(b, scale), scale };
}

/** `count` times the price of a million. */
export function perMillion(price: Decimal, count: number): Decimal {
  return { units: price.units * BigInt(count), scale: price.scale + 6 };
}

/** Without trailing zeros and never in exponent form: `0.00030785`, `0`. */
export function formatDecimal({ units, scale }: Decimal): string {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function atScale({ units, scale }: Decimal, target: number): bigint {
  return units * 10n ** BigInt(target - scale);
}
