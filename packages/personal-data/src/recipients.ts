import type { Orm } from '@draftsmith/database';
import { attempts, completions } from '@draftsmith/database/schema';
import { and, asc, count, eq, isNotNull, max, min, notInArray, or } from 'drizzle-orm';
import { among } from './among.ts';

/** Who got redacted prompts about the person: nobody here can take those back. */
export interface Recipient {
  provider: string;
  /** Null in records from before hosts were kept. */
  host: string | null;
  region: string | null;
  calls: number;
  /** ISO-8601, as `last`. */
  first: string;
  last: string;
}

/** They answer in this very process. */
const HERE = ['offline', 'canned'];

/** Whom prompts of these drafts were sent to, by the receipts. */
export async function recipientsOf(orm: Orm, draftIds: readonly string[]): Promise<Recipient[]> {
  const { provider, host, region, at, outcome } = attempts;
  const rows = await orm
    .select({ provider, host, region, calls: count(), first: min(at), last: max(at) })
    .from(attempts)
    .innerJoin(completions, eq(completions.id, attempts.completionId))
    .where(
      and(
        among(completions.reference, draftIds),
        // Records from before hosts were kept: an answer shows that something was sent.
        or(isNotNull(host), and(eq(outcome, 'answered'), notInArray(provider, HERE))),
      ),
    )
    .groupBy(provider, host, region)
    .orderBy(asc(provider), asc(host), asc(region));
  return rows.map(({ first, last, ...row }) => ({ ...row, first: iso(first), last: iso(last) }));
}

function iso(time: Date | null): string {
  return time?.toISOString() ?? '';
}
