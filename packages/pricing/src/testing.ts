import type { LineItem } from '@draftsmith/contracts';
import fc from 'fast-check';

/** A line as tests name it: only what matters to them. */
export function line(over: Partial<LineItem> = {}): LineItem {
  return { id: '1', name: 'Licence', quantity: '1', price: '100', pricing: 'flat', ...over };
}

const decimal = (largest: number, digits: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: largest }),
      fc.integer({ min: 0, max: 10 ** digits - 1 }),
      fc.integer({ min: 0, max: digits }),
    )
    .map(
      ([whole, part, shown]) =>
        `${whole}${shown === 0 ? '' : `.${String(part).padStart(digits, '0').slice(0, shown)}`}`,
    );

const recurring = fc.record(
  {
    every: fc.constantFrom(
      'week' as const,
      'month' as const,
      'quarter' as const,
      'year' as const,
      'two-years' as const,
    ),
    term: fc.constantFrom('P12M', 'P1Y', 'P3Y', 'P24M', 'P52W', 'P10Y'),
  },
  { requiredKeys: ['every'] },
);

const discount = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), percent: decimal(99, 3) }),
  fc.record({ kind: fc.constant('per-unit' as const), amount: decimal(0, 4) }),
);

const tax = fc.constantFrom(
  { name: 'VAT', percent: '19' },
  { name: 'VAT', percent: '7' },
  { name: 'VAT', percent: '19.0' },
  { name: 'City tax', percent: '2.125' },
);

/** Lines that can be computed, in one currency. */
export const computableLines = fc
  .array(
    fc.record(
      {
        quantity: decimal(2000, 3).map((text) => (/[1-9]/.test(text) ? text : '3')),
        price: decimal(50_000, 4).map((text) => (text.startsWith('0') ? `1${text}` : text)),
        discount,
        tax,
        recurring,
      },
      { requiredKeys: ['quantity', 'price'] },
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((lines) =>
    lines.map((each, index) => line({ id: String(index + 1), name: `Item ${index + 1}`, ...each }) as LineItem),
  );
