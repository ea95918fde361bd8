import {
  assistOperations,
  auditLog,
  budgetHolds,
  budgetWindows,
  completions,
  deliveries,
  drafts,
  erasures,
  proposalOperations,
  proposals,
  proposalVersions,
  rateLimits,
  sessions,
  verifications,
} from '@draftsmith/database/schema';
import { and, gte, isNull, lt, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Days } from './parse-retention.ts';

/** Rows that are to go, by their table. */
export type Due = readonly { table: PgTable; where: SQL | undefined }[];

const DAY = 24 * 60 * 60_000;

/**
 * Days are those of UTC, and the one on which something came is the first: what is due becomes so once a day, at midnight,
 * and nothing is kept for longer than it says.
 */
export function cutoff(now: Date, days: number): Date {
  const midnight = Math.floor(now.getTime() / DAY) * DAY;
  return new Date(midnight + DAY - days * DAY);
}

/** Nothing that is being worked on: it ends by itself, as drafted or as failed. */
const settled = ne(drafts.state, 'working');

/** Drafts whose words are to be forgotten. */
export function forgettable(now: Date, days: Days): SQL | undefined {
  if (days === 'forever') return undefined;
  return and(isNull(drafts.forgottenAt), lt(drafts.receivedAt, cutoff(now, days)), settled);
}

/** A deal has one row for all its versions: it goes with the last of them, and not while somebody works on it. */
function untouchedSince(before: Date): SQL {
  return sql`not exists (select 1 from ${proposalVersions}
      where ${proposalVersions.proposalId} = ${proposals.id} and ${gte(proposalVersions.createdAt, before)})
    and not exists (select 1 from ${proposalOperations}
      where ${proposalOperations.proposalId} = ${proposals.id} and ${proposalOperations.state} = 'running')`;
}

export const DUE = {
  records: (before) => [
    { table: drafts, where: and(lt(drafts.receivedAt, before), settled) },
    { table: proposals, where: and(lt(proposals.askedAt, before), untouchedSince(before)) },
    // Their attempts go with them.
    { table: completions, where: lt(completions.createdAt, before) },
  ],
  deliveries: (before) => [{ table: deliveries, where: lt(deliveries.receivedAt, before) }],
  audit: (before) => [{ table: auditLog, where: lt(auditLog.at, before) }],
} satisfies Record<string, (before: Date) => Due>;

/** Longer than the year that budgets are looked back on; months begin before their days. */
const [BUDGETS, HOLDS] = [432 * DAY, 62 * DAY];

/** What is of no use any more, whatever an admin decides. */
export function ended(now: Date): Due {
  const before = (ms: number) => new Date(now.getTime() - ms);
  return [
    { table: sessions, where: lte(sessions.expiresAt, now) },
    { table: verifications, where: lte(verifications.expiresAt, now) },
    { table: rateLimits, where: lte(rateLimits.windowEndsAt, now) },
    { table: erasures, where: lte(erasures.until, now) },
    // Translations and summaries go with them; the versions of drafts stay.
    { table: assistOperations, where: lt(assistOperations.createdAt, before(DAY)) },
    { table: proposalOperations, where: lte(proposalOperations.expiresAt, now) },
    { table: budgetWindows, where: lt(budgetWindows.start, before(BUDGETS).toISOString().slice(0, 10)) },
    // Their day and month are over: whatever their process still had to settle counts nowhere.
    { table: budgetHolds, where: and(ne(budgetHolds.state, 'held'), lt(budgetHolds.expiresAt, before(HOLDS))) },
  ];
}
