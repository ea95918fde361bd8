import { sectionOf } from '../state/from-seed.ts';
import type { ZendeskStore } from '../state/store.ts';
import type { ZendeskArticle } from '../wire.ts';
import type { Endpoints } from './endpoint.ts';
import { mayRead } from './may-read.ts';
import { listReply, paginate } from './paging.ts';
import { missingParameter, ok } from './reply.ts';

const ROOT = '/api/v2/help_center';
const INCREMENTAL_PAGE = 1_000;

/** Changes of articles, and the sections, categories and user segments that they name. */
export function registerHelpCenterLists(api: Endpoints, store: ZendeskStore): void {
  // Oldest change first; archived articles are not in it, so they are only missed by listing all.
  api.open('get', `${ROOT}/incremental/articles`, (call) => {
    const since = Number(call.query.start_time);
    if (call.query.start_time === undefined || !Number.isFinite(since)) return missingParameter('start_time');
    const changed = [...store.articles.values()]
      .filter((article) => seconds(article) >= since && mayRead(article, call))
      .sort((a, b) => seconds(a) - seconds(b) || a.id - b.id);
    const articles = upToWholeSecond(changed);
    const last = articles.at(-1);
    const endTime = last ? seconds(last) : since;
    const more = articles.length < changed.length;
    return ok({
      articles,
      count: articles.length,
      end_time: endTime,
      next_page: more ? `${call.url}?start_time=${endTime + 1}` : null,
    });
  });

  const brands = () => store.brands.map(({ id, name }) => ({ section: sectionOf(id), category: id + 5, name }));
  const common = (id: number, name: string, kind: string) => ({
    id,
    url: `${store.baseUrl}${ROOT}/${kind}/${id}.json`,
    html_url: `${store.baseUrl}/hc/${kind}/${id}`,
    name,
    description: '',
    locale: store.account.locale.toLowerCase(),
    source_locale: store.account.locale.toLowerCase(),
    position: 0,
    outdated: false,
  });
  const lists = {
    sections: () =>
      brands().map(({ section, category, name }) => ({ ...common(section, name, 'sections'), category_id: category })),
    categories: () => brands().map(({ category, name }) => common(category, name, 'categories')),
  };
  for (const [kind, items] of Object.entries(lists)) {
    for (const path of [`${ROOT}/${kind}`, `${ROOT}/:locale/${kind}`]) {
      api.open('get', path, ({ query, url }) => listReply(kind, paginate(items(), query, url)));
    }
  }

  api.staff('get', `${ROOT}/user_segments`, ({ query, url }) => {
    const ids = new Set([...store.articles.values()].flatMap((article) => article.user_segment_ids));
    const segments = [...ids].map((id) => ({ id, name: `Segment ${id}`, user_type: 'staff', built_in: false }));
    return listReply('user_segments', paginate(segments, query, url));
  });
}

function seconds(article: ZendeskArticle): number {
  return Date.parse(article.updated_at) / 1000;
}

/** A page never ends within a second: the next one starts after it. */
function upToWholeSecond(sorted: readonly ZendeskArticle[]): ZendeskArticle[] {
  const last = sorted[INCREMENTAL_PAGE - 1];
  return last ? sorted.filter((article) => seconds(article) <= seconds(last)) : [...sorted];
}
