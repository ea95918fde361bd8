import type { Orm } from '@draftsmith/database';
import { tellingStems } from '@draftsmith/knowledge/ranking';
import { sql } from 'drizzle-orm';
import { wordGrams } from '../word-grams.ts';
import { decodeWords, shelved } from './words.ts';

export interface CountedPassage {
  length: number;
  words: string;
  topic: string | null;
}

/** What a page changes in the frequencies of one shelf; written once, at the end of the page. */
export interface ShelfCounts {
  /** @param times 1 for a new passage, -1 for one that goes */
  count(passage: CountedPassage, times: 1 | -1): void;
  write(tx: Pick<Orm, 'execute'>): Promise<void>;
}

export function createShelfCounts(shelf: number, language: string): ShelfCounts {
  const terms = new Map<string, { passages: number; titles: number }>();
  const topics = new Map<string, number>();
  const vocabulary = new Map<string, string>();
  let passages = 0;
  let length = 0;

  return {
    count(passage, times) {
      passages += times;
      length += times * passage.length;
      if (passage.topic !== null) topics.set(passage.topic, (topics.get(passage.topic) ?? 0) + times);
      const words = decodeWords(passage.words);
      const inTitle = new Set(words.flatMap((word) => (word.inTitle ? word.stem : [])));
      for (const stem of new Set(words.map((word) => word.stem))) {
        const known = terms.get(stem) ?? { passages: 0, titles: 0 };
        terms.set(stem, {
          passages: known.passages + times,
          titles: known.titles + (inTitle.has(stem) ? times : 0),
        });
      }
      if (times > 0) for (const word of words) vocabulary.set(word.folded, word.stem);
    },
    async write(tx) {
      await tx.execute(
        sql`update library_shelves set passages = passages + ${passages}, length = length + ${length} where id = ${shelf}`,
      );
      await writeTerms(tx, shelf, terms);
      await writeTopics(tx, shelf, topics, language);
      await writeVocabulary(tx, shelf, vocabulary);
    },
  };
}

async function writeTerms(
  tx: Pick<Orm, 'execute'>,
  shelf: number,
  terms: ReadonlyMap<string, { passages: number; titles: number }>,
): Promise<void> {
  const changes = [...terms].filter(([, { passages, titles }]) => passages !== 0 || titles !== 0);
  if (changes.length === 0) return;
  const rows = changes.map(([term, counts]) => ({ term, ...counts }));
  await tx.execute(sql`
    insert into library_terms (shelf_id, term, passages, titles)
    select ${shelf}, term, passages, titles
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(term text, passages int, titles int)
    on conflict (shelf_id, term) do update
    set passages = library_terms.passages + excluded.passages, titles = library_terms.titles + excluded.titles`);
  const fewer = rows.flatMap(({ term, passages }) => (passages < 0 ? [term] : []));
  if (fewer.length > 0)
    await tx.execute(sql`
      delete from library_terms where shelf_id = ${shelf} and passages <= 0
      and term in (select jsonb_array_elements_text(${JSON.stringify(fewer)}::jsonb))`);
}

async function writeTopics(
  tx: Pick<Orm, 'execute'>,
  shelf: number,
  topics: ReadonlyMap<string, number>,
  language: string,
): Promise<void> {
  const rows = [...topics]
    .filter(([, passages]) => passages !== 0)
    .map(([name, passages]) => ({
      name,
      passages,
      words: tellingStems(name, language).map((stem) => shelved(shelf, stem)),
    }));
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into library_topics (shelf_id, name, passages, words)
    select ${shelf}, name, passages, array(select jsonb_array_elements_text(words))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(name text, passages int, words jsonb)
    on conflict (shelf_id, name) do update set passages = library_topics.passages + excluded.passages`);
  if (rows.some(({ passages }) => passages < 0))
    await tx.execute(sql`delete from library_topics where shelf_id = ${shelf} and passages <= 0`);
}

/** Words that no passage has any more stay: their stems have no passages, so nothing is found by them. */
async function writeVocabulary(
  tx: Pick<Orm, 'execute'>,
  shelf: number,
  vocabulary: ReadonlyMap<string, string>,
): Promise<void> {
  if (vocabulary.size === 0) return;
  const rows = [...vocabulary].map(([word, stem]) => ({ word, stem, grams: wordGrams(word, shelf) }));
  await tx.execute(sql`
    insert into library_words (shelf_id, word, stem, grams)
    select ${shelf}, word, stem, array(select jsonb_array_elements_text(grams)::int)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(word text, stem text, grams jsonb)
    on conflict (shelf_id, word) do nothing`);
}
