const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/**
 * Readings of a number's notation. A single separator before exactly three digits is a thousand or a decimal, whatever
 * the text's language: "1.000" stands in many an English text of a German company.
 */
export function parseNumber(text: string): readonly number[] {
  const fraction = FRACTIONS[text];
  if (fraction !== undefined) return [fraction];
  const compact = text.replace(/[\s\u00a0\u202f\u2009'’]/g, '');
  const separators = compact.match(/[.,]/g) ?? [];
  if (separators.length === 0) return [Number(compact)];
  const last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
  const decimal = Number(`${compact.slice(0, last).replace(/[.,]/g, '')}.${compact.slice(last + 1)}`);
  const whole = Number(compact.replace(/[.,]/g, ''));
  if (new Set(separators).size > 1) return [decimal];
  if (separators.length > 1) return [whole];
  const grouped = /^\d{1,3}[.,]\d{3}$/.test(compact) && !compact.startsWith('0');
  return grouped ? [whole, decimal] : [decimal];
}
