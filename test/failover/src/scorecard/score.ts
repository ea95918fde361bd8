import type { DialectName } from '../fault-server/dialect.ts';
import type { Fault } from '../faults/fault.ts';
import type { CaseResult, Verdict } from '../play-case.ts';
import type { FaultResult } from './play-all.ts';

/** A fault in one dialect: as good as its worst case. */
export interface Score {
  verdict: Verdict;
  /** Requests to primary and fallback, in the case that was worst, or else the first. */
  attempts: CaseResult['attempts'];
  /** The longest that an answer took in any case. Milliseconds. */
  ms: number;
}

const WORST_FIRST: readonly Verdict[] = ['wrong-text', 'failed', 'passed'];

/** Undefined when nothing was played. */
export function scoreOf({ cases }: FaultResult, dialect: DialectName): Score | undefined {
  const played = cases.filter((one) => one.dialect === dialect);
  const worst = WORST_FIRST.flatMap((verdict) => played.find((one) => one.verdict === verdict) ?? [])[0];
  if (!worst) return undefined;
  return { verdict: worst.verdict, attempts: worst.attempts, ms: Math.max(...played.map(({ ms }) => ms)) };
}

/** E.g. `16/16`. */
export function sumOf(results: readonly FaultResult[], group: Fault['group'], dialect: DialectName): string {
  const scores = results.filter(({ fault }) => fault.group === group).map((result) => scoreOf(result, dialect));
  return `${scores.filter((score) => score?.verdict === 'passed').length}/${scores.length}`;
}

export function allPassed(results: readonly FaultResult[]): boolean {
  return results.every(({ cases }) => cases.every(({ verdict }) => verdict === 'passed'));
}
