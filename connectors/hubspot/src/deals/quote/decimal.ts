/** Decimal strings as whole numbers of their smallest place: sums and comparisons without binary fractions. */
interface Scaled {
  units: bigint;
  places: number;
}

/** Undefined for what is no plain decimal number. */
function scaled(text: string): Scaled | undefined {
  const [, sign, whole = '', fraction = ''] = /^\s*(-?)(\d*)(?:\.(\d*))?\s*$/.exec(text) ?? [];
  if (whole + fraction === '') return undefined;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, places: fraction.length };
}

const at = ({ units, places }: Scaled, target: number) => units * 10n ** BigInt(target - places);

/** Whether both are numbers, and the same one: `9.5` and `9.50` are. */
export function isSameDecimal(a: string, b: string): boolean {
  const [first, second] = [scaled(a), scaled(b)];
  if (!first || !second) return false;
  const places = Math.max(first.places, second.places);
  return at(first, places) === at(second, places);
}

/** Undefined when one of them is no number. */
export function sumOf(values: readonly string[]): string | undefined {
  const all = values.map(scaled);
  const known = all.filter((value) => value !== undefined);
  if (known.length < all.length) return undefined;
  const places = Math.max(0, ...known.map((value) => value.places));
  const units = known.reduce((sum, value) => sum + at(value, places), 0n);
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0n ? `-${text}` : text;
}
