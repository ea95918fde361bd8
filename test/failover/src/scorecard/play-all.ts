import { ARRANGEMENTS } from '../cast.ts';
import type { DialectName } from '../fault-server/dialect.ts';
import type { Case, Fault } from '../faults/fault.ts';
import { type CaseResult, type PlayOptions, playCase } from '../play-case.ts';

export interface Play {
  fault: Fault;
  played: Case;
  dialect: DialectName;
  arrangement: CaseResult['arrangement'];
}

export interface FaultResult {
  fault: Fault;
  cases: readonly CaseResult[];
}

/** Every case of these faults, in each dialect that has it and in both arrangements. */
export function casesOf(faults: readonly Fault[], dialects: readonly DialectName[]): Play[] {
  return faults.flatMap((fault) =>
    fault.cases.flatMap((played) =>
      dialects
        .filter((dialect) => played.only?.includes(dialect) ?? true)
        .flatMap((dialect) => ARRANGEMENTS.map((arrangement) => ({ fault, played, dialect, arrangement }))),
    ),
  );
}

export interface PlayAllOptions extends Omit<PlayOptions, 'dialect' | 'arrangement'> {
  /** Cases under way at once: most of them wait most of the time. */
  atOnce: number;
  onDone(done: number, of: number): void;
}

/** Plays them side by side, the longest first. */
export async function playAll(plays: readonly Play[], options: PlayAllOptions): Promise<readonly FaultResult[]> {
  const queue = [...plays].sort((a, b) => (b.played.lastsMs ?? 0) - (a.played.lastsMs ?? 0));
  const results = new Map<Play, CaseResult>();
  const work = async (): Promise<void> => {
    for (let play = queue.shift(); play; play = queue.shift()) {
      const { dialect, arrangement } = play;
      results.set(play, await playCase(play.played, { ...options, dialect, arrangement }));
      options.onDone(results.size, plays.length);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, work));
  const faults = new Set(plays.map(({ fault }) => fault));
  return [...faults].map((fault) => ({
    fault,
    cases: plays.filter((play) => play.fault === fault).flatMap((play) => results.get(play) ?? []),
  }));
}
