import type { Source } from '@draftsmith/contracts';
import { createAnalyser } from '../analyse.ts';
import { createBm25 } from '../bm25.ts';
import { createIndex } from '../knowledge-index.ts';
import { ngrams } from '../ngrams.ts';
import { type Token, tokenize } from '../tokens.ts';
import { type FaqQuery, faq, tickets } from './data.ts';

/** Ids of the sources found for a query, best first. */
type Search = (query: FaqQuery) => string[];

const LIMIT = 10;

/** Hits and mean reciprocal rank, one line for each way to search the FAQ articles. */
export function retrievalLines(): string[] {
  const { articles, queries } = faq();
  const places = Map.groupBy(articles, ({ id }) => placeOf(id));
  const whole = createIndex();
  whole.add(articles);
  const alone = single(articles);
  const ownPlace = (query: FaqQuery) => places.get(placeOf(query.relevant[0] ?? '')) ?? [];
  const ours: Search = ({ query, context }) => found(whole, query, context);
  // Misses among the first were read when the rules were written, those among the second never.
  const looked = queries.filter((_, i) => i % 2 === 0);
  const heldOut = queries.filter((_, i) => i % 2 === 1);
  return [
    scored('plain BM25 of stems, all places', queries, alone.stems),
    scored('plain BM25 of character n-grams, all places', queries, alone.grams),
    scored('ours, all places, without what was said before', queries, ({ query }) => found(whole, query)),
    scored('ours, all places', queries, ours),
    scored('  the half whose misses were read', looked, ours),
    scored('  the half that was held out', heldOut, ours),
    scored("plain BM25 of stems, the place's own articles", queries, (query) => single(ownPlace(query)).stems(query)),
    scored("ours, the place's own articles", queries, (query) => {
      const own = createIndex();
      own.add(ownPlace(query));
      return found(own, query.query);
    }),
  ];
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
    stems: (query) =>
      ids(
        stems.top(
          plain(query, ({ stem }) => [stem]),
          LIMIT,
        ),
      ),
    grams: (query) =>
      ids(
        grams.top(
          plain(query, ({ folded }) => [...ngrams(folded)]),
          LIMIT,
        ),
      ),
  };
}

/** The words of the question and of what was said before, each as often as it was said: what any search engine does. */
function plain<Term>({ query, context }: FaqQuery, terms: (token: Token) => Term[]): Map<Term, number> {
  const counts = new Map<Term, number>();
  for (const term of tokenize([...context, query].join('\n'), 'en').flatMap(terms))
    counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function scored(name: string, queries: readonly FaqQuery[], search: Search): string {
  const ranks = queries.map((query) => search(query).findIndex((id) => query.relevant.includes(id)));
  const hits = ranks.filter((rank) => rank !== -1);
  const among = (best: number) => percent(hits.filter((rank) => rank < best).length / queries.length);
  const reciprocal = hits.reduce((sum, rank) => sum + 1 / (rank + 1), 0) / queries.length;
  return `${name.padEnd(50)} hit@1 ${among(1)}  hit@5 ${among(5)}  hit@10 ${among(10)}  MRR@10 ${reciprocal.toFixed(3)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)} %`;
}

function placeOf(articleId: string): string {
  return articleId.replace(/-faq-\d+$/, '');
}
