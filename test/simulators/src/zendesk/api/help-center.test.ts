import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Account, openAccount } from '../test-account.ts';
import { stem } from './help-center-index.ts';

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.simulator.close());

const search = async (query: string) => {
  const { body } = await account.get(`/api/v2/help_center/articles/search.json?${query}`);
  return body.results.map((article: { id: number }) => article.id);
};

describe('article search', () => {
  it('ranks the article whose title says it above one that mentions it', async () => {
    const found = await search('query=refund&locale=en-us');
    expect(found.toSorted()).toEqual([401, 402, 404]);
    expect(found.at(-1)).toBe(402);
  });

  it.each(['refund', 'REFUNDS', 'refunding my order', 'zzz refund'])('finds "%s"', async (query) => {
    expect(await search(`query=${encodeURIComponent(query)}&locale=en-us`)).toContain(401);
  });

  it('finds German words by their beginning', async () => {
    expect(await search(`query=${encodeURIComponent('Rückerstattungen')}&locale=de`)).toEqual([403]);
  });

  it('answers article, result type, snippet and counts', async () => {
    const { body } = await account.get('/api/v2/help_center/articles/search.json?query=days&locale=en-us&per_page=1');
    expect(body).toMatchObject({ count: 1, page: 1, per_page: 1, page_count: 1, next_page: null });
    expect(body.results[0]).toMatchObject({ id: 401, result_type: 'article', locale: 'en-us', draft: false });
    expect(body.results[0].snippet).toContain('<em>days</em>');
  });

  it('never gives drafts, and restricted articles only to staff', async () => {
    expect(await search('query=refund')).not.toContain(405);
    expect(await search('query=refund')).toContain(404);
    const response = await fetch(`${account.simulator.baseUrl}/api/v2/help_center/articles/search.json?query=refund`);
    const { results } = (await response.json()) as { results: { id: number; user_segment_id: number | null }[] };
    expect(results.map(({ id }) => id)).not.toContain(404);
  });

  it('wants something to search for, and filters by label alone', async () => {
    const { status, body } = await account.get('/api/v2/help_center/articles/search.json?locale=en-us');
    expect(status).toBe(400);
    expect(body.error).toBe('ParameterMissing');
    expect(await search('label_names=billing')).toEqual([401]);
  });

  it('finds nothing for words that no article has', async () => {
    expect(await search('query=xylophone')).toEqual([]);
  });
});

describe('articles', () => {
  it('answer 415 without the suffix', async () => {
    for (const path of ['articles/search?query=x', 'en-us/articles', 'articles/401']) {
      expect((await account.get(`/api/v2/help_center/${path}`)).status).toBe(415);
    }
  });

  it('are listed by locale and shown; staff see drafts in lists', async () => {
    const { body } = await account.get('/api/v2/help_center/en-us/articles.json?page[size]=100');
    expect(body.articles.map((article: { id: number }) => article.id)).toEqual([401, 402, 404, 405]);
    expect((await account.get('/api/v2/help_center/de/articles/403.json')).body.article.title).toMatch(/^Wie/);
    expect((await account.get('/api/v2/help_center/en-us/articles/403.json')).status).toBe(404);
    const anonymous = await fetch(`${account.simulator.baseUrl}/api/v2/help_center/articles/404.json`);
    expect(anonymous.status).toBe(404);
  });

  it('have a public page at html_url, unless restricted', async () => {
    const [open, , , restricted] = account.simulator.state.articles();
    const page = await fetch(open?.html_url ?? '');
    expect(await page.text()).toContain('30 days');
    expect((await fetch(restricted?.html_url ?? '')).status).toBe(404);
  });
});

describe('stem', () => {
  it('is a beginning of the word, at least four letters of it', () => {
    for (const word of ['a', 'days', 'refund', 'international', 'возврата']) {
      expect(word.startsWith(stem(word))).toBe(true);
      expect(stem(word).length).toBeGreaterThanOrEqual(Math.min(4, word.length));
    }
  });
});
