import type { DialectName } from '../fault-server/dialect.ts';
import type { FaultResult } from './play-all.ts';
import { scoreOf, sumOf } from './score.ts';

/** The scorecard for programs: sums, faults and every single case. */
export function toJson(results: readonly FaultResult[], dialects: readonly DialectName[]): string {
  const byDialect = <T>(of: (dialect: DialectName) => T) =>
    Object.fromEntries(dialects.map((dialect) => [dialect, of(dialect)]));
  return JSON.stringify({
    sums: byDialect((dialect) => ({
      benchmark: sumOf(results, 'benchmark', dialect),
      own: sumOf(results, 'own', dialect),
    })),
    faults: results.map((result) => {
      const { id, title, group } = result.fault;
      return { id, title, group, scores: byDialect((dialect) => scoreOf(result, dialect)), cases: result.cases };
    }),
  });
}
