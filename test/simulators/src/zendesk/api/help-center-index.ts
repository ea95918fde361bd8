import { htmlToText } from '../state/html.ts';
import type { ZendeskArticle } from '../wire.ts';

/** A title match says more about an article than a mention in its body. */
const TITLE_WEIGHT = 4;
const SNIPPET_LENGTH = 220;

export interface ArticleHit {
  article: ZendeskArticle;
  /** Text around the first match, the matched words in `<em>`. */
  snippet: string;
}

interface Posting {
  article: ZendeskArticle;
  weight: number;
}

/**
 * Full-text search in the manner of the Help Center's: any word of the query may match, inflected forms match by their
 * beginning, rare words count more. Not Zendesk's ranking, which is not public.
 */
export class HelpCenterIndex {
  readonly #vocabulary: string[];
  readonly #postings: Map<string, Posting[]>;
  readonly #size: number;
  readonly #byPrefix = new Map<string, Map<ZendeskArticle, number>>();

  constructor(articles: Iterable<ZendeskArticle>) {
    const all = [...articles];
    this.#postings = indexWords(all);
    this.#vocabulary = [...this.#postings.keys()].sort();
    this.#size = all.length;
  }

  /** Best first; equal scores by id, so that results do not change between runs. */
  search(query: string, accept: (article: ZendeskArticle) => boolean): ArticleHit[] {
    const stems = [...new Set(wordsOf(query).map(stem))];
    const scores = new Map<ZendeskArticle, number>();
    for (const prefix of stems) {
      const weights = this.#lookUp(prefix);
      const rarity = Math.log(1 + this.#size / (1 + weights.size));
      for (const [article, weight] of weights) {
        if (accept(article)) scores.set(article, (scores.get(article) ?? 0) + weight * rarity);
      }
    }
    return [...scores]
      .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a.id - b.id)
      .map(([article]) => ({ article, snippet: snippetOf(article, stems) }));
  }

  #lookUp(prefix: string): Map<ZendeskArticle, number> {
    const known = this.#byPrefix.get(prefix);
    if (known) return known;
    const weights = new Map<ZendeskArticle, number>();
    for (let at = lowerBound(this.#vocabulary, prefix); this.#vocabulary[at]?.startsWith(prefix); at += 1) {
      for (const { article, weight } of this.#postings.get(this.#vocabulary[at] ?? '') ?? []) {
        weights.set(article, (weights.get(article) ?? 0) + weight);
      }
    }
    for (const [article, weight] of weights) weights.set(article, Math.log1p(weight));
    // Queries come from outside: without a bound a long-lived simulator would remember every word ever asked.
    if (this.#byPrefix.size < 10_000) this.#byPrefix.set(prefix, weights);
    return weights;
  }
}

function indexWords(articles: readonly ZendeskArticle[]): Map<string, Posting[]> {
  const postings = new Map<string, Posting[]>();
  for (const article of articles) {
    const weights = new Map<string, number>();
    const count = (text: string, weight: number) => {
      for (const word of wordsOf(text)) weights.set(word, (weights.get(word) ?? 0) + weight);
    };
    count(article.title, TITLE_WEIGHT);
    count(article.label_names.join(' '), TITLE_WEIGHT);
    count(htmlToText(article.body), 1);
    for (const [word, weight] of weights) {
      const list = postings.get(word);
      if (list) list.push({ article, weight });
      else postings.set(word, [{ article, weight }]);
    }
  }
  return postings;
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/** The beginning that inflected and derived forms share; long words carry long endings. */
export function stem(word: string): string {
  return word.length > 4 ? word.slice(0, Math.max(4, Math.ceil(word.length * 0.6))) : word;
}

function lowerBound(sorted: readonly string[], value: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function snippetOf(article: ZendeskArticle, stems: readonly string[]): string {
  const text = htmlToText(article.body).replace(/\s+/g, ' ');
  const matches = (word: string) => stems.some((prefix) => word.toLowerCase().startsWith(prefix));
  const first = [...text.matchAll(/[\p{L}\p{N}]{2,}/gu)].find(([word]) => matches(word))?.index ?? 0;
  const start = Math.max(0, first - 60);
  const cut = text.slice(start, start + SNIPPET_LENGTH);
  const marked = cut.replace(/[\p{L}\p{N}]{2,}/gu, (word) => (matches(word) ? `<em>${word}</em>` : word));
  return `${start > 0 ? '...' : ''}${marked}${start + SNIPPET_LENGTH < text.length ? '...' : ''}`;
}
