import type { Orm } from '@draftsmith/database';
import { libraryPassages, libraryVectors } from '@draftsmith/database/schema';
import { and, count, eq, max } from 'drizzle-orm';
import { cosine, type Embedder, normalized, understands } from '../embed/embedder.ts';
import { readVectors, vectorOf } from '../embed/vectors.ts';
import type { Shelf } from './shelf.ts';

/** What a model of meaning says; every answer may be missing, and search goes on without it. */
export interface Semantic {
  /** The question as a vector; undefined when the model does not know the language, or does not answer. */
  read(question: string, language: string): Promise<Float32Array | undefined>;
  /** The passages that are nearest, whatever words they use; none for a shelf too large to look through. */
  nearest(shelf: Shelf, question: Float32Array): Promise<number[]>;
  cosines(passages: readonly number[], question: Float32Array): Promise<Map<number, number>>;
}

export interface SemanticOptions {
  /** Told why the model was left out; the search that asked does not fail. */
  onFailure?: (error: unknown) => void;
}

/** Milliseconds; somebody waits for the search. */
const PATIENCE = 3_000;
/** Larger shelves are ranked among what their words find. */
const MOST_PASSAGES = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;
const NEAREST = 60;
/** Shelves whose vectors stay in memory. */
const MOST_SHELVES = 3;

interface Vectors {
  state: string;
  vectors: readonly { id: number; vector: Float32Array }[];
}

export function createSemantic(orm: Orm, embedder: Embedder, { onFailure }: SemanticOptions = {}): Semantic {
  const shelves = new Map<number, Vectors>();

  const vectorsOf = async (shelf: Shelf): Promise<Vectors['vectors']> => {
    const bytes = shelf.passages * embedder.dimensions * 4;
    if (shelf.passages > MOST_PASSAGES || bytes > MOST_BYTES) return [];
    const ofShelf = and(
      eq(libraryPassages.shelfId, shelf.id),
      eq(libraryVectors.model, embedder.id),
      eq(libraryVectors.dimensions, embedder.dimensions),
    );
    const { passageId, vector } = libraryVectors;
    const joined = eq(libraryPassages.id, passageId);
    const [now] = await orm
      .select({ count: count(), newest: max(passageId) })
      .from(libraryVectors)
      .innerJoin(libraryPassages, joined)
      .where(ofShelf);
    // Passages are only ever added with higher numbers, or taken away.
    const state = `${now?.count} ${now?.newest}`;
    const known = shelves.get(shelf.id);
    shelves.delete(shelf.id);
    if (known?.state === state) {
      shelves.set(shelf.id, known);
      return known.vectors;
    }
    const rows = await orm
      .select({ id: passageId, vector })
      .from(libraryVectors)
      .innerJoin(libraryPassages, joined)
      .where(ofShelf);
    const vectors = rows.map((row) => ({ id: row.id, vector: vectorOf(row.vector) }));
    shelves.set(shelf.id, { state, vectors });
    for (const oldest of shelves.keys()) {
      if (shelves.size <= MOST_SHELVES) break;
      shelves.delete(oldest);
    }
    return vectors;
  };

  return {
    async read(question, language) {
      if (!understands(embedder, language)) return undefined;
      try {
        const [vector] = await embedder.embed([question], AbortSignal.timeout(PATIENCE));
        return vector && normalized(vector);
      } catch (thrown) {
        onFailure?.(thrown);
        return undefined;
      }
    },
    async nearest(shelf, question) {
      return (await vectorsOf(shelf))
        .map(({ id, vector }) => ({ id, near: cosine(vector, question) }))
        .sort((a, b) => b.near - a.near || a.id - b.id)
        .slice(0, NEAREST)
        .map(({ id }) => id);
    },
    async cosines(passages, question) {
      const vectors = await readVectors(orm, embedder, passages);
      return new Map([...vectors].map(([id, vector]) => [id, cosine(vector, question)]));
    },
  };
}
