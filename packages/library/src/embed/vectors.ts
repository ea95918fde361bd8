import type { Orm } from '@draftsmith/database';
import { libraryDocuments, libraryPassages, libraryShelves, libraryVectors } from '@draftsmith/database/schema';
import { and, asc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { LibraryAccount } from '../account.ts';
import { type Embedder, normalized } from './embedder.ts';

const BATCH = 64;

/**
 * Embeds the passages that have no vector of this model yet; killed anywhere, it repeats one batch at most.
 *
 * @returns passages embedded now
 */
export async function embedPassages(
  orm: Orm,
  { connector, account }: LibraryAccount,
  embedder: Embedder,
  { signal, onProgress }: { signal: AbortSignal; onProgress?: (done: number) => void },
): Promise<number> {
  const { id, heading, text } = libraryPassages;
  let after = 0;
  for (let done = 0; ; ) {
    signal.throwIfAborted();
    const batch = await orm
      .select({ id, title: libraryDocuments.title, heading, text })
      .from(libraryPassages)
      .innerJoin(libraryDocuments, eq(libraryDocuments.id, libraryPassages.documentId))
      .innerJoin(libraryShelves, eq(libraryShelves.id, libraryPassages.shelfId))
      .leftJoin(libraryVectors, and(eq(libraryVectors.passageId, id), eq(libraryVectors.model, embedder.id)))
      .where(
        and(
          eq(libraryShelves.connector, connector),
          eq(libraryShelves.account, account),
          embedder.languages ? inArray(libraryShelves.language, [...embedder.languages]) : undefined,
          // Also those that it once embedded with other dimensions.
          or(isNull(libraryVectors.model), ne(libraryVectors.dimensions, embedder.dimensions)),
          gt(id, after),
        ),
      )
      .orderBy(asc(id))
      .limit(BATCH);
    if (batch.length === 0) return done;
    const texts = batch.map((passage) => [passage.title, passage.heading, passage.text].filter(Boolean).join('\n'));
    await storeVectors(orm, embedder, batch, await embedder.embed(texts, signal));
    after = batch.at(-1)?.id ?? after;
    done += batch.length;
    onProgress?.(done);
  }
}

async function storeVectors(
  orm: Orm,
  { id: model, dimensions }: Embedder,
  passages: readonly { id: number }[],
  vectors: readonly Float32Array[],
): Promise<void> {
  const rows = passages.flatMap(({ id: passageId }, i) => {
    const vector = normalized(vectors[i] ?? new Float32Array());
    return vector ? { passageId, model, dimensions, vector: bytesOf(vector) } : [];
  });
  if (rows.length === 0) return;
  await orm.transaction(async (tx) => {
    // A passage may have been replaced while the model was thinking.
    const ids = rows.map(({ passageId }) => passageId);
    const there = await tx
      .select({ id: libraryPassages.id })
      .from(libraryPassages)
      .where(inArray(libraryPassages.id, ids))
      .for('key share');
    const still = new Set(there.map(({ id }) => id));
    const kept = rows.filter(({ passageId }) => still.has(passageId));
    if (kept.length === 0) return;
    await tx
      .insert(libraryVectors)
      .values(kept)
      .onConflictDoUpdate({
        target: [libraryVectors.passageId, libraryVectors.model],
        set: { dimensions, vector: sql`excluded.vector` },
      });
  });
}

export async function readVectors(
  orm: Orm,
  { id: model, dimensions }: Embedder,
  passages: readonly number[],
): Promise<Map<number, Float32Array>> {
  if (passages.length === 0) return new Map();
  const rows = await orm
    .select({ id: libraryVectors.passageId, vector: libraryVectors.vector })
    .from(libraryVectors)
    .where(
      and(
        eq(libraryVectors.model, model),
        eq(libraryVectors.dimensions, dimensions),
        inArray(libraryVectors.passageId, [...passages]),
      ),
    );
  return new Map(rows.map(({ id, vector }) => [id, vectorOf(vector)]));
}

/** float32, little endian, on every machine. */
export function bytesOf(vector: Float32Array): Uint8Array {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [i, value] of vector.entries()) bytes.writeFloatLE(value, i * 4);
  return bytes;
}

export function vectorOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getFloat32(i * 4, true));
}
