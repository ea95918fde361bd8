import type { KnowledgeDocument, KnowledgeFeed } from '@draftsmith/contracts';
import type { Transport } from '../client/transport.ts';
import { sourceOfArticle } from '../context/sources.ts';
import { ARTICLE_TRANSLATIONS } from '../facts.ts';
import { countOf, type ListedArticle, lists, type Translation } from './schemas.ts';

const PATH = 'help_center/articles.json';

/**
 * The help centre, in all its languages. It is listed whole each time: lists of changes do not tell of archived
 * articles, and a hundred of them are one call.
 */
export function articlesFeed({ get, pages }: Transport): KnowledgeFeed {
  const list = { schema: lists.articles, itemsOf: ({ articles }: { articles: ListedArticle[] }) => articles };
  return {
    kind: 'article',
    listing: 'full',
    async count(signal) {
      return countOf(await get(PATH, { 'page[size]': 1 }, lists.count, signal));
    },
    async read(cursor, signal) {
      const page = await pages(PATH, { include: ARTICLE_TRANSLATIONS }, list, signal)(cursor);
      const translations = Map.groupBy(page.reply.translations ?? [], ({ source_id }) => source_id);
      const documents = page.items.flatMap((article) => documentsOf(article, translations.get(article.id) ?? []));
      const upToDate = !page.hasMore || page.cursor === undefined || page.cursor === cursor;
      return { documents, removed: [], cursor: page.cursor ?? cursor ?? '', upToDate };
    },
  };
}

/** One document a language: a customer gets an answer from the article in theirs. */
function documentsOf(article: ListedArticle, translations: readonly Translation[]): KnowledgeDocument[] {
  const originalLocale = article.locale?.toLowerCase();
  const others = translations.filter(({ locale }) => locale.toLowerCase() !== originalLocale);
  return [
    documentOf(article, `article:${article.id}`),
    ...others.map(({ source_id: _, ...words }) =>
      documentOf({ ...article, html_url: undefined, ...words }, `article:${article.id}:${words.locale.toLowerCase()}`),
    ),
  ].flatMap((document) => document ?? []);
}

function documentOf(article: ListedArticle, id: string): KnowledgeDocument | undefined {
  const source = sourceOfArticle(article);
  return source && { ...source, id, updatedAt: article.updated_at ?? '1970-01-01T00:00:00Z' };
}
