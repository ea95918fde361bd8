import { vacuumFully } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { getTableName } from 'drizzle-orm';
import type { Parts } from '../parts.ts';
import { isResealed, resealAll } from './reseal.ts';

/** Drafts between two remarks. */
const EVERY = 10_000;

/**
 * After an update or a rotation, seals what the current key has not sealed, beside the work. Returns how to stop; what is
 * left then is done at the next start.
 */
export function watchSealing({
  options,
  database,
  sealing,
}: Pick<Parts, 'options' | 'database' | 'sealing'>): () => Promise<void> {
  const { logger } = options;
  const stopping = new AbortController();
  const onProgress = (resealed: number) => {
    if (resealed % EVERY === 0) logger.info('Drafts are being sealed with the current key', { resealed });
  };
  const run = async () => {
    if (await isResealed(database.orm, sealing)) return;
    const done = await resealAll(database.orm, sealing, { signal: stopping.signal, onProgress });
    // Else what stood there before, maybe in the open, would rest in dead rows.
    if (done.resealed > 0) await vacuumFully(database, getTableName(drafts));
    if (done.resealed > 0) logger.info('What rests in the database is sealed with the current key', { ...done });
    if (done.damaged > 0) logger.warn('Some of what rests in the database was changed and does not open', { ...done });
  };
  const running = run().catch((error) =>
    logger.warn('Could not seal what is stored; the next start tries again', { error }),
  );
  return async () => {
    stopping.abort();
    await running;
  };
}
