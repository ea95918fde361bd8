import { COUNTS } from '@draftsmith/llm/sql';
import type { UsageAnswer } from '../../operator/answer-usage.ts';
import { type Cell, csvLine } from '../csv-line.ts';

/** One line for each row of the answer, after a line of titles; no total, so that a column can be summed. RFC 4180. */
export function usageCsv(answer: UsageAnswer): string[] {
  return rowsOf(answer).map(csvLine);
}

function rowsOf(answer: UsageAnswer): Cell[][] {
  switch (answer.kind) {
    case 'report':
      return [
        [...answer.by, ...COUNTS, 'usd', 'latencyAvgMs', 'latencyP50Ms', 'latencyP95Ms'],
        ...answer.groups.map((group) => [
          ...answer.by.map((dimension) => group.of[dimension]),
          ...COUNTS.map((figure) => group[figure]),
          group.usd,
          ...(['avg', 'p50', 'p95'] as const).map((of) => group.latencyMs?.[of]),
        ]),
      ];
    case 'why':
      return [['cause', 'usd', 'sentence'], ...answer.parts.map(({ cause, usd, sentence }) => [cause, usd, sentence])];
    case 'reprice':
      return [
        ['provider', 'model', 'attempts', 'unpriced', 'recordedUsd', 'repricedUsd', 'differenceUsd'],
        ...answer.models.map((model) => [
          ...[model.provider, model.model, model.attempts, model.unpriced],
          ...[model.recordedUsd, model.repricedUsd, model.differenceUsd],
        ]),
      ];
  }
}
