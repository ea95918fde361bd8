/**
 * Exact decimal arithmetic on whole numbers. Not the library that the code under test uses: a simulator that shares its
 * arithmetic would share its mistakes.
 */
export interface Decimal {
  readonly digits: bigint;
  /** Places after the point. */
  readonly scale: number;
}

const PATTERN = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Undefined when the text is not a plain decimal number. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = PATTERN.exec(text.trim());
  const [, sign = '', whole = '', fraction = ''] = match ?? [];
  if (!match || whole + fraction === '') return undefined;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length };
}

/** Zero for what is absent or not a number. */
export function decimal(text: string | null | undefined): Decimal {
  return parseDecimal(text ?? '') ?? { digits: 0n, scale: 0 };
}

const atScale = (value: Decimal, scale: number) => value.digits * 10n ** BigInt(scale - value.scale);

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: atScale(a, scale) + atScale(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, scale: b.scale });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function percent(value: Decimal, rate: Decimal): Decimal {
  const product = multiply(value, rate);
  return { digits: product.digits, scale: product.scale + 2 };
}

/** Half away from zero, as prices are rounded. */
export function round(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return { digits: atScale(value, places), scale: places };
  return { digits: divideRounded(value.digits, 10n ** BigInt(value.scale - places)), scale: places };
}

/** `value * times / parts`, rounded to `places`. */
export function share(value: Decimal, times: number, parts: number, places: number): Decimal {
  const wide = value.digits * BigInt(times) * 10n ** BigInt(places);
  return { digits: divideRounded(wide, BigInt(parts) * 10n ** BigInt(value.scale)), scale: places };
}

export function isNegative(value: Decimal): boolean {
  return value.digits < 0n;
}

export function compare(a: Decimal, b: Decimal): number {
  const difference = subtract(a, b).digits;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function format({ digits, scale }: Decimal): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const point = text.length - scale;
  const number = scale === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
  return digits < 0n ? `-${number}` : number;
}

function divideRounded(value: bigint, by: bigint): bigint {
  const absolute = value < 0n ? -value : value;
  const rounded = (absolute * 2n + by) / (by * 2n);
  return value < 0n ? -rounded : rounded;
}
