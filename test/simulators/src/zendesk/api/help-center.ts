import type { ZendeskStore } from '../state/store.ts';
import type { ZendeskArticle } from '../wire.ts';
import { type Call, type Endpoints, numericParam } from './endpoint.ts';
import { type ArticleHit, HelpCenterIndex } from './help-center-index.ts';
import { isReply, listReply, offsetPage, paginate } from './paging.ts';
import { missingParameter, notFound, ok, type Reply } from './reply.ts';

const DEFAULT_PAGE = 25;
const MAX_RESULTS = 1_000;

/** Articles are readable without credentials; staff also get drafts in lists and restricted articles everywhere. */
export function registerHelpCenter(api: Endpoints, store: ZendeskStore): void {
  const index = new HelpCenterIndex(store.articles.values());
  const root = '/api/v2/help_center';

  api.open('get', `${root}/articles/search`, (call) => search(call, index, store));

  for (const path of [`${root}/articles`, `${root}/:locale/articles`]) {
    api.open('get', path, (call) => {
      const { locale } = call.params;
      const articles = [...store.articles.values()].filter(
        (article) => (locale === undefined || article.locale === locale) && mayRead(article, call),
      );
      return listReply('articles', paginate(articles, call.query, call.url));
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

function mayRead(article: ZendeskArticle, call: Call): boolean {
  const staff = call.user !== undefined && call.user.role !== 'end-user';
  return staff || (!article.draft && article.user_segment_id === null);
}
