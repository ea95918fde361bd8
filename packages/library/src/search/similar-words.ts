import type { Orm } from '@draftsmith/database';
import { ngrams, type Query } from '@draftsmith/knowledge/ranking';
import { sql } from 'drizzle-orm';
import { wordGrams } from '../word-grams.ts';
import type { Frequencies, Shelf } from './shelf.ts';

/** Share of passages below which a word may be another form of one that occurs more often: a typo, a compound. */
const RARE = 0.002;
/** Rare words of a question that are looked up; a look costs about as much as a candidate search. */
const MOST_WORDS = 4;
const MOST_FOUND = 6;
/** Share of a word's n-grams that the other has. */
const LEAST_LIKENESS = 0.5;

/** Words of the vocabulary that are like the rare words of the question, as stems with weights. */
export async function similarWords(
  orm: Orm,
  shelf: Shelf,
  query: Query,
  frequencies: Frequencies,
): Promise<Map<string, number>> {
  const rare = query.terms
    .filter(({ stem, folded }) => folded.length > 3 && frequencies.of(stem).passages <= shelf.passages * RARE)
    .slice(0, MOST_WORDS);
  if (rare.length === 0) return new Map();
  const looks = rare.map(({ folded }) => lookUp(shelf, folded));
  const { rows } = (await orm.execute(sql.join(looks, sql` union all `))) as unknown as {
    rows: { asked: string; word: string; stem: string }[];
  };
  const found = new Map<string, number>();
  for (const { asked, word, stem } of rows) {
    const term = rare.find(({ folded }) => folded === asked);
    if (!term || stem === term.stem) continue;
    const likeness = likenessOf(term.grams, word);
    if (likeness >= LEAST_LIKENESS && likeness > (found.get(stem) ?? 0)) found.set(stem, likeness);
  }
  return found;
}

/** Share of the grams of a word that another one has. */
export function likenessOf(grams: Int32Array, word: string): number {
  const others = new Set(ngrams(word));
  let shared = 0;
  for (const gram of grams) if (others.has(gram)) shared++;
  return shared / Math.max(1, grams.length);
}

function lookUp(shelf: Shelf, folded: string) {
  const grams = `{${wordGrams(folded, shelf.id).join(',')}}`;
  return sql`(select ${folded} as asked, word, stem from library_words
    where shelf_id = ${shelf.id} and grams && ${grams}::int[]
    order by cardinality(array(select unnest(grams) intersect select unnest(${grams}::int[])))
      / (cardinality(grams) + 4.0) desc, word
    limit ${MOST_FOUND})`;
}
