import { readFileSync } from 'node:fs';
import type { KnowledgeDocument } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { createLibrarySearch, storePage } from '../index.ts';

const ACCOUNT = { connector: 'measure', account: 'faq' };

/** The labelled questions of packages/knowledge's measurement, put to the database. */
export async function faqLine(orm: Orm, folder: string): Promise<string> {
  const articles = lines<{ id: string; title: string; body: string; locale: string }>(`${folder}/articles.jsonl`);
  const queries = lines<{ query: string; context: string[]; relevant: string[] }>(`${folder}/queries.jsonl`);
  const documents = articles.map(
    ({ body: text, ...rest }): KnowledgeDocument => ({
      ...rest,
      ...{ text, kind: 'article', visibility: 'public', updatedAt: '2026-01-01T00:00:00Z' },
    }),
  );
  await storePage(orm, { ...ACCOUNT, kind: 'article', listing: 1 }, { documents, removed: [] });
  const library = createLibrarySearch(orm);
  const ranks: number[] = [];
  for (const { query, context, relevant } of queries) {
    const asked = { ...ACCOUNT, context, language: 'en', visibility: 'all', limit: 10 } as const;
    const found = await library.search([query], asked);
    ranks.push(found.findIndex(({ sourceId }) => relevant.includes(sourceId)));
  }
  const among = (best: number) =>
    `${((ranks.filter((rank) => rank >= 0 && rank < best).length / ranks.length) * 100).toFixed(1)} %`;
  return `FAQ questions, all places: hit@1 ${among(1)}, hit@5 ${among(5)}, hit@10 ${among(10)}`;
}

function lines<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line));
}
