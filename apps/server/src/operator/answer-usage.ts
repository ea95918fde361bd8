import type { Orm } from '@draftsmith/database';
import { costOf, openPriceBook } from '@draftsmith/llm';
import {
  type Comparison,
  compareUsage,
  periodFrom,
  type Repricing,
  reprice,
  type UsageReport,
  usageReport,
} from '@draftsmith/llm/sql';
import type { UsageQuestion } from './usage-question.ts';

export type UsageAnswer = UsageReport | Comparison | Repricing;

/** The ledger's answer, as JSON holds it: the same here and over the wire. */
export async function answerUsage(orm: Orm, question: UsageQuestion): Promise<UsageAnswer> {
  const range = { since: question.since, until: question.until };
  switch (question.view) {
    case 'report':
      return usageReport(orm, range, question.by);
    case 'why': {
      const { against } = question;
      return compareUsage(orm, range, against && periodFrom(against, range));
    }
    case 'reprice': {
      const book = await openPriceBook();
      return reprice(orm, range, {
        pricesOf: question.pricesOf,
        price: async ({ usage, at, ...model }) => costOf(book.row(model, at), usage),
      });
    }
  }
}
