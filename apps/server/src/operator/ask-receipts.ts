import type { ProcessingReceipt } from '@draftsmith/contracts';
import type { ReceiptQuestion, RecipientReport } from '@draftsmith/llm/sql';
import type { ServerSettings } from '../settings.ts';
import { answerReceipts, type ReceiptsAnswer, type RecipientsAnswer } from './answer-receipts.ts';
import { askServer } from './client.ts';
import { fromDatabaseOrServer } from './from-database-or-server.ts';
import { type ReceiptsView, toReceiptsQuery } from './receipts-question.ts';

/** The receipts of a question, while somebody reads them. */
export interface Receipts {
  recipients: RecipientReport;
  /** Newest first, and page by page: a year of them need not fit into memory. */
  each(): AsyncIterable<ProcessingReceipt>;
}

type Ask = (view: ReceiptsView) => Promise<RecipientsAnswer | ReceiptsAnswer>;

/** By the database or by the server that holds the embedded one. */
export function withReceipts(
  of: ReceiptQuestion,
  settings: ServerSettings,
  read: (receipts: Receipts) => Promise<void>,
): Promise<void> {
  const reading = async (ask: Ask): Promise<void> => {
    const recipients = await ask({ view: 'recipients', of });
    if (recipients.kind === 'recipients') await read({ recipients, each: () => pages(of, ask) });
  };
  return fromDatabaseOrServer(settings, {
    here: (orm) => reading((view) => answerReceipts(orm, view)),
    there: () =>
      reading((view) =>
        askServer(settings, { path: 'receipts', query: toReceiptsQuery(view), kind: KINDS[view.view] }),
      ),
  });
}

const KINDS = { recipients: 'recipients', page: 'receipts' } as const;

async function* pages(of: ReceiptQuestion, ask: Ask): AsyncGenerator<ProcessingReceipt> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await ask({ view: 'page', of, ...(cursor && { cursor }) });
    if (page.kind !== 'receipts') return;
    yield* page.items;
    cursor = page.next;
  }
}
