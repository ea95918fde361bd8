import type { BudgetAnswer, BudgetLine } from '../../operator/answer-budgets.ts';
import { dollars } from '../figures.ts';
import { type TextColumn, textTable, wrapped } from '../text-table.ts';

/** Longer lists are for a file. */
const MOST_ROWS = 50;

export function budgetText({ at, budgets }: BudgetAnswer, width: number): string[] {
  if (budgets.length === 0)
    return wrapped('No budget is set. DRAFTSMITH_BUDGETS sets limits, e.g. suite=300/month,account=20/day.', width);
  const { lines, leftOut } = textTable(columns(at), budgets.slice(0, MOST_ROWS), { width });
  return [
    `Budgets on ${at.slice(0, 16).replace('T', ' ')} (UTC)`,
    '',
    ...lines,
    ...remarks(budgets.length - MOST_ROWS, leftOut).flatMap((remark) => ['', ...wrapped(remark, width)]),
  ];
}

function remarks(hidden: number, leftOut: readonly string[]): string[] {
  return [
    ...(hidden > 0 ? [`${hidden} more: --json has all of them.`] : []),
    ...(leftOut.length > 0 ? [`Too wide for this terminal: ${leftOut.join(', ')}; --json has all.`] : []),
  ];
}

function columns(at: string): TextColumn<BudgetLine>[] {
  const amount = (title: string, of: (line: BudgetLine) => string, spare?: number): TextColumn<BudgetLine> => ({
    title,
    // Cents, but for limits of less than a dollar.
    cell: (line) => dollars(of(line), Number(line.limitUsd) < 1 ? 4 : 2),
    right: true,
    ...(spare !== undefined && { spare }),
  });
  return [
    { title: 'budget', cell: whose },
    { title: 'per', cell: ({ period }) => period },
    amount('limit', ({ limitUsd }) => limitUsd),
    amount('spent', ({ spentUsd }) => spentUsd),
    amount('held', ({ heldUsd }) => heldUsd, 2),
    amount('presumed', ({ presumedUsd }) => presumedUsd, 1),
    amount('left', ({ leftUsd }) => leftUsd),
    { title: 'resets', cell: ({ resetsAt }) => `in ${spanOf(Date.parse(resetsAt) - Date.parse(at))}`, right: true },
  ];
}

function whose({ scope, id }: BudgetLine): string {
  if (scope === 'suite') return 'suite';
  return id === null ? `each ${scope}` : `${scope} ${id}`;
}

/** `25 min`, `6 h`, `9 days`: rounded up, so that nothing is free earlier than it says. */
function spanOf(ms: number): string {
  const minutes = Math.max(Math.ceil(ms / 60_000), 0);
  if (minutes <= 90) return `${minutes} min`;
  const hours = Math.ceil(minutes / 60);
  return hours <= 48 ? `${hours} h` : `${Math.ceil(hours / 24)} days`;
}
