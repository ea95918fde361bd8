import type { ZendeskStore } from '../state/store.ts';
import type { ZendeskArticle } from '../wire.ts';
import { type Call, type Endpoints, numericParam } from './endpoint.ts';
import { type ArticleHit, HelpCenterIndex } from './help-center-index.ts';
import { registerHelpCenterLists } from './help-center-lists.ts';
import { mayRead } from './may-read.ts';
import { isReply, listReply, offsetPage, paginate } from './paging.ts';
import { missingParameter, notFound, ok, type Reply } from './reply.ts';

const DEFAULT_PAGE = 25;
const MAX_RESULTS = 1_000;

/** Articles are readable without credentials; staff also get drafts in lists and restricted articles everywhere. */
export function registerHelpCenter(api: Endpoints, store: ZendeskStore): void {
  const index = freshIndex(store);
  const root = '/api/v2/help_center';

  api.open('get', `${root}/articles/search`, (call) => search(call, index(), store));
  registerHelpCenterLists(api, store);

  for (const path of [`${root}/articles`, `${root}/:locale/articles`]) {
    api.open('get', path, (call) => {
      const { locale } = call.params;
      const { sort_by: sortBy, sort_order: order, include } = call.query;
      const articles = [...store.articles.values()].filter(
        (article) => (locale === undefined || article.locale === locale) && mayRead(article, call),
      );
      if (sortBy === 'updated_at' || sortBy === 'created_at') {
        articles.sort((a, b) => (order === 'asc' ? 1 : -1) * (Date.parse(a[sortBy]) - Date.parse(b[sortBy])));
      }
      return listReply('articles', paginate(articles, call.query, call.url), (items) =>
        include?.split(',').includes('translations')
          ? { translations: items.flatMap(({ id }) => store.translations.get(id) ?? []) }
          : {},
      );
    });
    api.open('get', `${path}/:id`, (call) => {
      const article = store.articles.get(numericParam(call));
      const { locale } = call.params;
      if (!article || !mayRead(article, call) || (locale !== undefined && locale !== article.locale)) return notFound();
      return ok({ article });
    });
  }
}

function search(call: Call, index: HelpCenterIndex, store: ZendeskStore): Reply {
  const { query, url } = call;
  const labels = query.label_names?.split(',').map((label) => label.trim());
  if (
    query.query === undefined &&
    labels === undefined &&
    query.section === undefined &&
    query.category === undefined
  ) {
    return missingParameter('query');
  }
  const accept = (article: ZendeskArticle) =>
    !article.draft &&
    mayRead(article, call) &&
    (query.locale === undefined || query.locale === '*' || article.locale === query.locale) &&
    (query.brand_id === undefined || store.articleBrands.get(article.id) === Number(query.brand_id)) &&
    (query.updated_after === undefined || Date.parse(article.updated_at) > Date.parse(query.updated_after)) &&
    (query.section === undefined || article.section_id === Number(query.section)) &&
    (labels === undefined || labels.some((label) => article.label_names.includes(label)));
  const hits: ArticleHit[] =
    query.query === undefined || query.query.trim() === ''
      ? [...store.articles.values()].filter(accept).map((article) => ({ article, snippet: '' }))
      : index.search(query.query, accept);
  const reachable = hits.slice(0, MAX_RESULTS);
  const page = offsetPage(reachable, query, url, DEFAULT_PAGE);
  if (isReply(page)) return page;
  const perPage = Math.min(Number(query.per_page ?? DEFAULT_PAGE), 100);
  return ok({
    results: page.items.map(({ article, snippet }) => ({ ...article, result_type: 'article', snippet })),
    ...page.envelope,
    page: Number(query.page ?? 1),
    per_page: perPage,
    page_count: Math.ceil(reachable.length / perPage),
  });
}

/** Built anew when an article came, changed or went. */
function freshIndex(store: ZendeskStore): () => HelpCenterIndex {
  let index = new HelpCenterIndex(store.articles.values());
  let version = store.articlesVersion;
  return () => {
    if (version !== store.articlesVersion) {
      index = new HelpCenterIndex(store.articles.values());
      version = store.articlesVersion;
    }
    return index;
  };
}
