import type { ServerSettings } from '../settings.ts';
import { answerBudgets, type BudgetAnswer } from './answer-budgets.ts';
import { answerUsage, type UsageAnswer } from './answer-usage.ts';
import { askServer } from './client.ts';
import { fromDatabaseOrServer } from './from-database-or-server.ts';
import { toQuery, type UsageQuestion } from './usage-question.ts';

/** What the ledger says, by the database or by the server that holds the embedded one. */
export function askLedger(question: UsageQuestion, settings: ServerSettings): Promise<UsageAnswer> {
  return fromDatabaseOrServer(settings, {
    here: (orm) => answerUsage(orm, question),
    there: () => askServer(settings, { path: 'usage', query: toQuery(question), kind: question.view }),
  });
}

/** Where limits stand: those of these settings, or those of the server that holds the embedded database. */
export function askBudgets(settings: ServerSettings, now: Date): Promise<BudgetAnswer> {
  return fromDatabaseOrServer(settings, {
    here: (orm) => answerBudgets(orm, settings, now),
    there: () => askServer(settings, { path: 'budget', query: {}, kind: 'budget' }),
  });
}
