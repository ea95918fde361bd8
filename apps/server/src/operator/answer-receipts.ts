import type { ProcessingReceipt } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { type RecipientReport, receiptsPage, recipientsOf } from '@draftsmith/llm/sql';
import type { ReceiptsView } from './receipts-question.ts';

export type RecipientsAnswer = { kind: 'recipients' } & RecipientReport;

export interface ReceiptsAnswer {
  kind: 'receipts';
  items: ProcessingReceipt[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

/** As JSON holds it: the same here and over the wire. */
export async function answerReceipts(orm: Orm, asked: ReceiptsView): Promise<RecipientsAnswer | ReceiptsAnswer> {
  if (asked.view === 'recipients') return { kind: 'recipients', ...(await recipientsOf(orm, asked.of)) };
  const { cursor } = asked;
  return { kind: 'receipts', ...(await receiptsPage(orm, asked.of, cursor === undefined ? {} : { cursor })) };
}
