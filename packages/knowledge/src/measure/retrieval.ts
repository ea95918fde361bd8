import type { Source } from '@draftsmith/contracts';
import { createAnalyser } from '../analyse.ts';
import { createBm25 } from '../bm25.ts';
import { createIndex } from '../knowledge-index.ts';
import { toQuery } from '../query.ts';
import { type FaqQuery, faq, tickets } from './data.ts';

/** Ids of the sources found for a query, best first. */
type Search = (query: FaqQuery) => string[];

const LIMIT = 10;

/** Mean reciprocal rank and hits among the first five, one line for each way to search the FAQ articles. */
export function retrievalLines(): string[] {
  const { articles, queries } = faq();
  const places = Map.groupBy(articles, ({ id }) => placeOf(id));
  const whole = createIndex();
  whole.add(articles);
  const alone = single(articles);
  const ownPlace = (query: FaqQuery) => places.get(placeOf(query.relevant[0] ?? '')) ?? [];
  const searches: [string, Search][] = [
    ['stems alone, all places', alone.stems],
    ['n-grams alone, all places', alone.grams],
    ['fused, all places', ({ query }) => found(whole, query)],
    ['fused, all places, with the conversation before', ({ query, context }) => found(whole, query, context)],
    ["stems alone, the place's own articles", (query) => single(ownPlace(query)).stems(query)],
    ["n-grams alone, the place's own articles", (query) => single(ownPlace(query)).grams(query)],
    [
      "fused, the place's own articles",
      (query) => {
        const own = createIndex();
        own.add(ownPlace(query));
        return found(own, query.query);
      },
    ],
  ];
  return searches.map(([name, search]) => scored(name, queries, search));
}

/** Passages indexed a second and milliseconds a search, on about 5,000 passages of several languages. */
export function speedLines(): string[] {
  const { articles, queries } = faq();
  const replies = tickets().flatMap(({ id, subject, answer, body, language }): Source[] => [
    { id: `a${id}`, kind: 'article', title: subject, text: answer, locale: language, visibility: 'public' },
    { id: `b${id}`, kind: 'article', title: subject, text: body, locale: language, visibility: 'public' },
  ]);
  const index = createIndex();
  const started = performance.now();
  index.add([...articles, ...replies]);
  const seconds = (performance.now() - started) / 1000;
  for (const { query } of queries) found(index, query); // warm: a server is
  const times = queries.map(({ query }) => {
    const start = performance.now();
    found(index, query);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  return [
    `passages ${index.size}, indexed ${Math.round(index.size / seconds)} a second`,
    `search p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms`,
  ];
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
}

function found(index: ReturnType<typeof createIndex>, query: string, context: readonly string[] = []): string[] {
  return index.search(query, { language: 'en', limit: LIMIT, context }).map(({ sourceId }) => sourceId);
}

/** Each ranking without the other, to see what the fusion is worth. */
function single(articles: readonly Source[]): { stems: Search; grams: Search } {
  const analyser = createAnalyser();
  const passages = articles.flatMap((article) => analyser.analyse(article));
  const stems = createBm25<string>({ k1: 1.2, b: 0.75 });
  const grams = createBm25<number>({ k1: 1.2, b: 0.75 });
  for (const passage of passages) {
    stems.add(passage.stems);
    grams.add(passage.grams);
  }
  const ids = (hits: { document: number }[]) => hits.map(({ document }) => passages[document]?.passage.source.id ?? '');
  return {
    stems: ({ query }) => ids(stems.top(toQuery(query, 'en').stems, LIMIT)),
    grams: ({ query }) => ids(grams.top(toQuery(query, 'en').grams, LIMIT)),
  };
}

function scored(name: string, queries: readonly FaqQuery[], search: Search): string {
  let reciprocal = 0;
  let amongFive = 0;
  for (const query of queries) {
    const rank = search(query).findIndex((id) => query.relevant.includes(id));
    if (rank === -1) continue;
    reciprocal += 1 / (rank + 1);
    if (rank < 5) amongFive++;
  }
  const mean = (sum: number) => (sum / queries.length).toFixed(3);
  return `${name}: MRR@10 ${mean(reciprocal)}, hit@5 ${mean(amongFive)}`;
}

function placeOf(articleId: string): string {
  return articleId.replace(/-faq-\d+$/, '');
}
