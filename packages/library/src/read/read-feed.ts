import type { KnowledgeFeed, KnowledgeKind, KnowledgePage } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { AppError, isAppError } from '@draftsmith/errors';
import type { RedactionOptions } from '@draftsmith/privacy';
import type { LibraryAccount } from '../account.ts';
import { removeUnlisted, storePage } from '../store/store-page.ts';
import { beginReading, changeReading, type ReadingOf } from './reading.ts';

export interface ReadProgress {
  kind: KnowledgeKind;
  /** Documents since this reading began. */
  done: number;
  total: number | null;
}

export interface ReadOptions {
  signal: AbortSignal;
  onProgress?: (progress: ReadProgress) => void;
  /** For past replies: the company's own name and addresses may stay. */
  redaction?: RedactionOptions;
  now?: () => Date;
}

export interface ReadResult {
  stored: number;
  unchanged: number;
  removed: number;
  dropped: number;
}

/** A feed that never says it is up to date must not read for ever. */
const MOST_PAGES = 100_000;

/**
 * Reads a feed from where the last reading ended until nothing newer is there. Each page is stored together with its
 * cursor: killed anywhere, the next reading repeats at most the page that was under way.
 */
export async function readFeed(
  orm: Orm,
  account: LibraryAccount,
  feed: KnowledgeFeed,
  options: ReadOptions,
): Promise<ReadResult> {
  const now = options.now ?? (() => new Date());
  const of = { connector: account.connector, account: account.account, kind: feed.kind };
  try {
    return await readPages(orm, of, feed, { ...options, now });
  } catch (thrown) {
    const problem = isAppError(thrown) ? thrown.message : 'Reading ended early; what was read is kept';
    await changeReading(orm, of, { runningSince: null, problem });
    throw thrown;
  }
}

async function readPages(
  orm: Orm,
  of: ReadingOf,
  feed: KnowledgeFeed,
  { signal, onProgress, redaction, now }: ReadOptions & { now: () => Date },
): Promise<ReadResult> {
  const { cursor: from, listing, done: before } = await beginReading(orm, of, now());
  const total = (await feed.count(signal)) ?? null;
  await changeReading(orm, of, { total });
  const sum: ReadResult = { stored: 0, unchanged: 0, removed: 0, dropped: 0 };
  let cursor = from ?? undefined;
  let done = before;
  onProgress?.({ kind: feed.kind, done, total });
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    signal.throwIfAborted();
    const page = await feed.read(cursor, signal);
    done += page.documents.length;
    const stored = await storePage(orm, { ...of, listing }, page, {
      redaction,
      within: (tx) => changeReading(tx, of, { cursor: page.cursor, done, steppedAt: now() }),
    });
    for (const what of ['stored', 'unchanged', 'removed', 'dropped'] as const) sum[what] += stored[what];
    onProgress?.({ kind: feed.kind, done, total });
    if (page.upToDate) return { ...sum, removed: sum.removed + (await finish(orm, of, feed, listing, page, now())) };
    if (page.cursor === cursor)
      throw new AppError('unavailable', `The list of ${feed.kind}s does not go on: it gave the same place twice`);
    cursor = page.cursor;
  }
  throw new AppError('unavailable', `The list of ${feed.kind}s does not end`);
}

/** A complete listing begins anew next time; changes go on from the last one. */
async function finish(
  orm: Orm,
  of: ReadingOf,
  feed: KnowledgeFeed,
  listing: number,
  page: KnowledgePage,
  now: Date,
): Promise<number> {
  const full = feed.listing === 'full';
  const gone = full ? await removeUnlisted(orm, { ...of, listing }) : 0;
  await changeReading(orm, of, { cursor: full ? null : page.cursor, runningSince: null, readAt: now, problem: null });
  return gone;
}
