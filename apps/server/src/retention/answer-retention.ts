import {
  type Removed,
  type RetentionDeps,
  type RetentionLine,
  readRetention,
  runRetention,
} from '@draftsmith/personal-data';

/** What is kept for how long, and what was or would be removed now. */
export interface RetentionAnswer {
  kind: 'retention';
  at: string;
  /** As it stood before the run. */
  lines: RetentionLine[];
  /** Null without a run. */
  removed: Removed | null;
}

export async function answerRetention(deps: RetentionDeps, run: boolean, now: Date): Promise<RetentionAnswer> {
  const lines = await readRetention(deps, now);
  return { kind: 'retention', at: now.toISOString(), lines, removed: run ? await runRetention(deps, now) : null };
}
