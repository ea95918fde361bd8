import { readDeal } from '../deal-look.ts';
import { isOutdated, standingOf } from '../outdated.ts';
import { refused } from '../problems.ts';
import type { WriteKind } from '../store/write-store.ts';
import type { Base, Work } from './work.ts';

/** Prices need no history. */
const NO_HISTORY = { characters: 0, relevant: [] };

/**
 * Old prices do not go out unasked. What this operation has begun to write is ended all the same: some of it may stand there.
 *
 * @throws Refused `outdated`
 */
export async function refuseOutdated(work: Work, { row, words }: Base, kind: WriteKind): Promise<void> {
  const { operation, deals, writes, signal } = work;
  const written = await writes.of(operation.proposalId);
  const own = written.find((write) => write.number === row.number && write.kind === kind);
  if (own && own.startedAt > operation.createdAt) return;
  const deal = await readDeal(deals, operation.resource, NO_HISTORY, signal);
  if (isOutdated(words.content, standingOf(deal, operation.createdAt))) throw refused('outdated');
}
