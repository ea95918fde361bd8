import type { Orm } from '@draftsmith/database';
import { formatUsd, parseLimits } from '@draftsmith/llm';
import { readBudgets } from '@draftsmith/llm/sql';
import type { ServerSettings } from '../settings.ts';

/** Where limits stand, as JSON holds it; money in US dollars, exact. */
export interface BudgetAnswer {
  kind: 'budget';
  at: string;
  budgets: BudgetLine[];
}

/** A limit and one of those that it holds for. */
export interface BudgetLine {
  scope: string;
  /** Null: nobody that it holds for has spent anything yet, or there is only one suite. */
  id: string | null;
  period: string;
  limitUsd: string;
  spentUsd: string;
  /** Set aside for calls that run and a few to come. */
  heldUsd: string;
  /** Set aside by a process that vanished; counts as spent. */
  presumedUsd: string;
  leftUsd: string;
  resetsAt: string;
}

/** Of the limits in these settings, in their order. */
export async function answerBudgets(
  orm: Orm,
  { DRAFTSMITH_BUDGETS: limits }: Pick<ServerSettings, 'DRAFTSMITH_BUDGETS'>,
  now: Date,
): Promise<BudgetAnswer> {
  const standings = await readBudgets(orm, limits ? parseLimits(limits) : [], now);
  return {
    kind: 'budget',
    at: now.toISOString(),
    budgets: standings.map(({ scope, id, period, resetsAt, ...sums }) => ({
      ...{ scope, id, period },
      limitUsd: formatUsd(sums.limit),
      spentUsd: formatUsd(sums.spent),
      heldUsd: formatUsd(sums.held),
      presumedUsd: formatUsd(sums.presumed),
      leftUsd: formatUsd(sums.left),
      resetsAt: resetsAt.toISOString(),
    })),
  };
}
