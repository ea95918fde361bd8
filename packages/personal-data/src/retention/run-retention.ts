import type { Orm } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { asc } from 'drizzle-orm';
import { forgetDrafts } from '../forget.ts';
import { cutoff, DUE, type Due, ended, forgettable } from './due.ts';
import { BATCH, countDue, deleteDue, inBatches } from './in-batches.ts';
import type { Days, Retention, RetentionKind } from './parse-retention.ts';

/** `ended`: sessions, marks and limits that are over by themselves. */
export type RemovedKind = RetentionKind | 'texts' | 'ended';

export interface RetentionLine {
  kind: RemovedKind;
  /** Null for what has an end of its own. */
  days: Days | null;
  /** Rows that the next run takes. */
  due: number;
}

export type Removed = Record<RemovedKind, number>;

export interface RetentionDeps {
  orm: Orm;
  retention: Retention;
  /** Prompts and answers have a time of their own, and their ledger knows it. */
  texts: { days: number; count: (now: Date) => Promise<number>; purge: (now: Date) => Promise<number> };
  /** Proposals are kept by a package of their own, which ends the words of what was written before a time. Absent: none. */
  proposals?: { count: (before: Date) => Promise<number>; forget: (before: Date, now: Date) => Promise<number> };
  /** Puts a run on record that removed something an admin decides on. */
  record: (removed: Partial<Removed>) => Promise<void>;
}

/** What is kept for how long, and what is due now. */
export async function readRetention(deps: RetentionDeps, now: Date): Promise<RetentionLine[]> {
  const { orm, retention, texts, proposals } = deps;
  const words = forgettable(now, retention.drafts);
  const lines: RetentionLine[] = [
    { kind: 'texts', days: texts.days, due: await texts.count(now) },
    { kind: 'drafts', days: retention.drafts, due: words ? await countDue(orm, drafts, words) : 0 },
    { kind: 'proposals', days: retention.proposals, due: await ofProposals(proposals?.count, retention, now) },
  ];
  for (const kind of ['records', 'deliveries', 'audit'] as const)
    lines.push({ kind, days: retention[kind], due: await countAll(orm, dueOf(kind, retention, now)) });
  return [...lines, { kind: 'ended', days: null, due: await countAll(orm, ended(now)) }];
}

/** Removes what is due, in short statements. For several processes at once; killed in the middle, the next run goes on. */
export async function runRetention(deps: RetentionDeps, now: Date): Promise<Removed> {
  const { orm, retention, texts, proposals } = deps;
  const removed: Removed = { texts: 0, drafts: 0, proposals: 0, records: 0, deliveries: 0, audit: 0, ended: 0 };
  try {
    removed.texts = await texts.purge(now);
    removed.drafts = await forgetDue(orm, retention.drafts, now);
    removed.proposals = await ofProposals(proposals?.forget, retention, now);
    for (const kind of ['records', 'deliveries', 'audit'] as const)
      removed[kind] = await deleteAll(orm, dueOf(kind, retention, now));
    removed.ended = await deleteAll(orm, ended(now));
  } finally {
    // Also of a run that broke off: what is gone is gone. Texts and what ended by itself go by the hour, unrecorded.
    const { texts: _, ended: __, ...mine } = removed;
    const decided = Object.entries(mine).filter(([, rows]) => rows > 0);
    if (decided.length > 0) await deps.record(Object.fromEntries(decided));
  }
  return removed;
}

/** @returns how many proposals there are or were to be touched */
async function ofProposals(
  act: ((before: Date, now: Date) => Promise<number>) | undefined,
  { proposals: days }: Retention,
  now: Date,
): Promise<number> {
  return act && days !== 'forever' ? act(cutoff(now, days), now) : 0;
}

function dueOf(kind: keyof typeof DUE, retention: Retention, now: Date): Due {
  const days = retention[kind];
  return days === 'forever' ? [] : DUE[kind](cutoff(now, days));
}

async function countAll(orm: Orm, due: Due): Promise<number> {
  let rows = 0;
  for (const { table, where } of due) rows += await countDue(orm, table, where);
  return rows;
}

async function deleteAll(orm: Orm, due: Due): Promise<number> {
  let rows = 0;
  for (const { table, where } of due) rows += await deleteDue(orm, table, where);
  return rows;
}

async function forgetDue(orm: Orm, days: Days, now: Date): Promise<number> {
  const due = forgettable(now, days);
  if (!due) return 0;
  return inBatches(() =>
    orm.transaction(async (tx) => {
      const rows = await tx
        .select({ id: drafts.id })
        .from(drafts)
        .where(due)
        .orderBy(asc(drafts.receivedAt))
        .limit(BATCH)
        .for('update', { skipLocked: true });
      await forgetDrafts(
        tx,
        rows.map(({ id }) => id),
        { at: now, why: 'retention' },
      );
      return rows.length;
    }),
  );
}
