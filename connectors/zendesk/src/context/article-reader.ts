import type { Source } from '@draftsmith/contracts';
import type { ApiArticle } from '../client/schemas.ts';
import { sourceOfArticle } from './sources.ts';

/** Articles kept; at a few kilobytes each, some ten megabytes. */
const KEPT = 2_000;

export type ArticleReader = (article: ApiArticle) => Source | undefined;

/**
 * Reads articles as sources and remembers them while their text stays: every ticket finds the same few, and turning HTML
 * into text was a tenth of what a draft costs.
 */
export function createArticleReader(): ArticleReader {
  const kept = new Map<string, { article: ApiArticle; source: Source | undefined }>();
  return (article) => {
    const key = `${article.id} ${article.locale ?? ''}`;
    const known = kept.get(key);
    kept.delete(key);
    const source = known && isSame(known.article, article) ? known.source : sourceOfArticle(article);
    kept.set(key, { article, source });
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return source;
  };
}

/** All that reaches the source; a snippet differs from search to search. */
function isSame(a: ApiArticle, b: ApiArticle): boolean {
  return (
    a.body === b.body &&
    a.title === b.title &&
    a.html_url === b.html_url &&
    a.draft === b.draft &&
    a.user_segment_id === b.user_segment_id &&
    String(a.user_segment_ids) === String(b.user_segment_ids)
  );
}
