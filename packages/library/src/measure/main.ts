// Indexes generated articles and searches them: `node packages/library/src/measure/main.ts [--documents N] [--engine pglite]`
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { KnowledgeDocument } from '@draftsmith/contracts';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { sql } from 'drizzle-orm';
import { createLibrarySearch, storePage } from '../index.ts';
import { faqLine } from './faq.ts';
import { createGenerator, type GeneratedQuestion } from './generate.ts';
import { indexForTsRank, searchByTsRank } from './ts-rank.ts';

const PAGE = 1_000;
const QUESTIONS = 400;
const LIMIT = 5;
/** Labelled data beside the checkout; not part of the repository. */
const FAQ = fileURLToPath(new URL('../../../../../shared/data/dstc11-faq', import.meta.url));

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    engine: { type: 'string', default: testBackends.includes('postgres') ? 'postgres' : 'pglite' },
  },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const bar = (done: number, total: number, seconds: number) => {
  const filled = Math.round((done / total) * 30);
  const left = Math.round(((total - done) / Math.max(1, done)) * seconds);
  const line = `${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${done} of ${total}, ${left} s left`;
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
  else if (done % 10_000 === 0 || done === total) process.stderr.write(`${line}\n`);
};

const total = Number(values.documents);
const engine = values.engine === 'pglite' ? 'pglite' : 'postgres';
const database = await openTestDatabase(engine);
const { orm } = database;
try {
  if (existsSync(FAQ)) say(await faqLine(orm, FAQ));
  const of = { connector: 'measure', account: 'generated', kind: 'article', listing: 1 } as const;
  const generator = createGenerator(1);
  const every = Math.max(1, Math.floor(total / QUESTIONS));
  const questions: GeneratedQuestion[] = [];
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1_000;
  for (let from = 0; from < total; from += PAGE) {
    const documents: KnowledgeDocument[] = [];
    for (let id = from; id < Math.min(total, from + PAGE); id++) {
      const { document, question } = generator.next(id);
      documents.push(document);
      if (id % every === 0 && document.visibility === 'public') questions.push(question);
    }
    await storePage(orm, of, { documents, removed: [] });
    bar(Math.min(total, from + PAGE), total, seconds());
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  say(`${engine}: ${total} documents indexed in ${seconds().toFixed(0)} s, ${Math.round(total / seconds())} a second`);
  const { rows } = (await orm.execute(sql`
    select pg_size_pretty(pg_total_relation_size('library_passages') + pg_total_relation_size('library_documents')
      + pg_total_relation_size('library_terms') + pg_total_relation_size('library_words')) as size`)) as unknown as {
    rows: { size: string }[];
  };
  say(`size ${rows[0]?.size}`);
  await orm.execute(sql`vacuum analyze`);

  const library = createLibrarySearch(orm);
  await measure('ours', questions, async ({ language, text }) => {
    const asked = {
      connector: 'measure',
      account: 'generated',
      language,
      visibility: 'public',
      limit: 2 * LIMIT,
    } as const;
    // Two passages of one article are one answer.
    return [...new Set((await library.search([text], asked)).map(({ sourceId }) => sourceId))].slice(0, LIMIT);
  });
  await indexForTsRank(orm);
  await measure("PostgreSQL's ts_rank, any of the words", questions.slice(0, 100), ({ language, text }) =>
    searchByTsRank(orm, language, text, LIMIT),
  );
} finally {
  await database.close();
}

async function measure(
  name: string,
  asked: readonly GeneratedQuestion[],
  search: (question: GeneratedQuestion) => Promise<string[]>,
): Promise<void> {
  for (const question of asked.slice(0, 50)) await search(question); // warm: a server is
  const times: number[] = [];
  let found = 0;
  for (const question of asked) {
    const start = performance.now();
    const ids = await search(question);
    times.push(performance.now() - start);
    if (ids.includes(question.answer)) found++;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  say(
    `${name.padEnd(40)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms; the article meant among ${LIMIT}: ${((found / asked.length) * 100).toFixed(0)} % of ${asked.length}`,
  );
}
