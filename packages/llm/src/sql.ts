/** What keeps ledger and budgets in a database; apart from the chain, so that using it alone loads no database. */
export { type BudgetState, readBudgets } from './budget/read-budgets.ts';
export { createSqlBudgetStore } from './budget/sql-store.ts';
export { type Comparison, compareUsage } from './ledger/compare.ts';
export { periodFrom } from './ledger/period.ts';
export { purgeTexts } from './ledger/purge-texts.ts';
export { type Receipt, type ReceiptQuestion, receiptsOfReference, receiptsPage } from './ledger/receipts.ts';
export { type Recipient, type RecipientReport, recipientsOf } from './ledger/recipients.ts';
export { type RepricedModel, type Repricing, reprice } from './ledger/reprice.ts';
export { createSqlLedger, type SqlLedger } from './ledger/sql-ledger.ts';
export {
  COUNTS,
  DIMENSIONS,
  type Dimension,
  type Range,
  type UsageFigures,
  type UsageGroup,
  type UsageReport,
  usageReport,
} from './ledger/usage-report.ts';
