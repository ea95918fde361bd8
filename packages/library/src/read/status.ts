import type { KnowledgeStatus } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { libraryDocuments, libraryReadings } from '@draftsmith/database/schema';
import { and, count, eq } from 'drizzle-orm';
import type { LibraryAccount } from '../account.ts';
import type { Reading } from './reading.ts';

/** Milliseconds without a page, of any kind, after which a reading counts as killed. */
const SILENCE = 5 * 60_000;

/** What an account's library holds and what is being read, for whoever watches. */
export async function libraryStatus(
  orm: Orm,
  { connector, account }: LibraryAccount,
  now: Date = new Date(),
): Promise<KnowledgeStatus> {
  const [kinds, readings] = await Promise.all([
    orm
      .select({ kind: libraryDocuments.kind, documents: count() })
      .from(libraryDocuments)
      .where(and(eq(libraryDocuments.connector, connector), eq(libraryDocuments.account, account)))
      .groupBy(libraryDocuments.kind),
    orm
      .select()
      .from(libraryReadings)
      .where(and(eq(libraryReadings.connector, connector), eq(libraryReadings.account, account)))
      // In the order in which they are asked for: articles, macros, past replies.
      .orderBy(libraryReadings.kind),
  ]);
  const steppedAt = (reading: Reading) => reading.steppedAt?.getTime() ?? 0;
  const readAt = Math.max(0, ...readings.map((reading) => reading.readAt?.getTime() ?? 0));
  // Kinds are read one after the other: those that wait for their turn are alive as long as one of them moves.
  const isAlive = now.getTime() - Math.max(readAt, ...readings.map(steppedAt)) < SILENCE;
  const [running] = readings
    .filter(({ runningSince }) => runningSince !== null && isAlive)
    .toSorted((a, b) => steppedAt(b) - steppedAt(a));
  return {
    documents: {
      article: 0,
      macro: 0,
      'past-reply': 0,
      ...Object.fromEntries(kinds.map(({ kind, documents }) => [kind, documents])),
    },
    running: running ? { kind: running.kind, done: running.done, total: running.total } : null,
    lastReadAt: readAt > 0 ? new Date(readAt).toISOString() : null,
    problem: readings.find(({ problem }) => problem !== null)?.problem ?? null,
  };
}
