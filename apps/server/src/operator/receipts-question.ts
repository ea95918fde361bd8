import { AppError } from '@draftsmith/errors';
import type { ReceiptQuestion } from '@draftsmith/llm/sql';
import { z } from 'zod';

/** What `draftsmith receipts` wants to know, of the database or of the server that has it. */
export type ReceiptsView = { of: ReceiptQuestion } & ({ view: 'recipients' } | { view: 'page'; cursor?: string });

const time = z.iso.datetime().transform((text) => new Date(text));
const text = z.string().min(1).max(200);
const of = { since: time, until: time, account: text.optional(), reference: text.optional() };

const query = z.discriminatedUnion('view', [
  z.strictObject({ ...of, view: z.literal('recipients') }),
  z.strictObject({ ...of, view: z.literal('page'), cursor: text.optional() }),
]);

export function toReceiptsQuery({ of: { since, until, account, reference }, ...view }: ReceiptsView) {
  return {
    ...view,
    since: since.toISOString(),
    until: until.toISOString(),
    ...(account !== undefined && { account }),
    ...(reference !== undefined && { reference }),
  };
}

/** @throws AppError `invalid` for anything that `toReceiptsQuery` does not make. */
export function fromReceiptsQuery(given: unknown): ReceiptsView {
  const { data } = query.safeParse(given);
  if (!data || data.since >= data.until)
    throw new AppError(
      'invalid',
      'Expected view=recipients or page with since before until as ISO times, and account, reference, and cursor (the "next" of a page) or none of them',
      { code: 'operator.receipts' },
    );
  const { since, until, account, reference } = data;
  const asked = { since, until, ...(account && { account }), ...(reference && { reference }) };
  if (data.view === 'recipients') return { view: 'recipients', of: asked };
  return { view: 'page', of: asked, ...(data.cursor && { cursor: data.cursor }) };
}
