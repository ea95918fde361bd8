import { startOfDay } from './when.ts';

/** `2026-11-01 to 2026-11-30`, the last day included; with times where a period does not end with its day. UTC. */
export function periodWords({ since, until }: { since: string; until: string }): string {
  const [start, end] = [new Date(since), new Date(until)];
  const first = isMidnight(start) ? since.slice(0, 10) : minutes(since);
  const last = isMidnight(end) ? new Date(end.getTime() - 1).toISOString().slice(0, 10) : minutes(until);
  return first === last ? first : `${first} to ${last}`;
}

function isMidnight(at: Date): boolean {
  return startOfDay(at).getTime() === at.getTime();
}

function minutes(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}
