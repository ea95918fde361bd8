import { AppError } from '@draftsmith/errors';
import { DIMENSIONS, type Dimension } from '@draftsmith/llm/sql';
import { z } from 'zod';

/** What `draftsmith usage` wants to know, of the database or of the server that has it. */
export type UsageQuestion = { since: Date; until: Date } & (
  | { view: 'report'; by: readonly Dimension[] }
  /** `against`: when the period begins that it is compared with; without it the one before. */
  | { view: 'why'; against?: Date }
  | { view: 'reprice'; pricesOf: Date }
);

const time = z.iso.datetime().transform((text) => new Date(text));
const range = { since: time, until: time };

const query = z.discriminatedUnion('view', [
  z.strictObject({
    ...range,
    view: z.literal('report'),
    by: z
      .string()
      .transform((list) => list.split(',').filter((name) => name !== ''))
      .pipe(z.array(z.enum(DIMENSIONS))),
  }),
  z.strictObject({ ...range, view: z.literal('why'), against: time.optional() }),
  z.strictObject({ ...range, view: z.literal('reprice'), pricesOf: time }),
]);

export function toQuery(question: UsageQuestion): Record<string, string> {
  const entries = Object.entries(question).map(([name, value]): [string, string] => [
    name,
    value instanceof Date ? value.toISOString() : String(value),
  ]);
  return Object.fromEntries(entries);
}

/** @throws AppError `invalid` for anything that `toQuery` does not make. */
export function fromQuery(given: unknown): UsageQuestion {
  const { data } = query.safeParse(given);
  if (!data || data.since >= data.until)
    throw new AppError(
      'invalid',
      'Expected view=report, why or reprice with since before until as ISO times, and by or pricesOf',
      { code: 'operator.usage' },
    );
  if (data.view !== 'why') return data;
  const { against, ...rest } = data;
  return against ? { ...rest, against } : rest;
}
