import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AGENT_ID, CLOSED_TICKET_ID, OPEN_TICKET_ID, PRIVATE_TICKET_ID } from '../sample-seed.ts';
import { type Account, openAccount } from '../test-account.ts';

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.simulator.close());

const idsOf = (items: { id: number }[]) => items.map(({ id }) => id);

describe('tickets by their last change', () => {
  const path = '/api/v2/incremental/tickets/cursor.json';

  it('come in pages, come again when they change, and come as deleted', async () => {
    const first = (await account.get(`${path}?start_time=0&per_page=2`)).body;
    expect(idsOf(first.tickets)).toEqual([CLOSED_TICKET_ID, OPEN_TICKET_ID]);
    expect(first.end_of_stream).toBe(false);
    const second = (await account.get(`${path}?cursor=${first.after_cursor}&per_page=2`)).body;
    expect(idsOf(second.tickets)).toEqual([PRIVATE_TICKET_ID]);
    expect(second.end_of_stream).toBe(true);

    account.simulator.addCustomerComment(OPEN_TICKET_ID, 'And?');
    account.simulator.softDelete(PRIVATE_TICKET_ID);
    const third = (await account.get(new URL(second.after_url).pathname + new URL(second.after_url).search)).body;
    expect(third.tickets).toMatchObject([{ id: OPEN_TICKET_ID }, { id: PRIVATE_TICKET_ID, status: 'deleted' }]);
    const end = (await account.get(`${path}?cursor=${third.after_cursor}`)).body;
    expect(end).toMatchObject({ tickets: [], end_of_stream: true, after_cursor: third.after_cursor });
  });

  it('are for admins, ten times a minute, and not for the last minute', async () => {
    const { accessToken } = account.simulator.oauth.grant({ clientId: 'x', scopes: ['read'], userId: AGENT_ID });
    const asAgent = await account.get(`${path}?start_time=0`, { authorization: `Bearer ${accessToken}` });
    expect(asAgent.status).toBe(403);
    const now = Date.parse('2026-11-20T10:00:00Z') / 1000;
    expect((await account.get(`${path}?start_time=${now - 30}`)).status).toBe(422);
    expect((await account.get(path)).status).toBe(400);
    expect((await account.get(`${path}?cursor=nonsense`)).status).toBe(400);
    for (let call = 4; call <= 10; call += 1) await account.get(`${path}?start_time=0`);
    const refused = await account.get(`${path}?start_time=0`);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
  });
});

describe('search export', () => {
  const path = '/api/v2/search/export.json';

  it('wants its type as a filter, and pages by cursor', async () => {
    expect((await account.get(`${path}?query=status>=new`)).status).toBe(422);
    expect((await account.get(`${path}?query=type:ticket&filter[type]=ticket`)).status).toBe(422);
    const query = `${path}?query=${encodeURIComponent('status>=pending')}&filter[type]=ticket&page[size]=1`;
    const first = (await account.get(query)).body;
    expect(first).toMatchObject({
      results: [{ id: CLOSED_TICKET_ID, result_type: 'ticket' }],
      meta: { has_more: true },
    });
    const second = (await account.get(`${query}&page[after]=${first.meta.after_cursor}`)).body;
    expect(second).toMatchObject({ results: [{ id: OPEN_TICKET_ID }], meta: { has_more: false } });
  });
});

describe('articles by their last change', () => {
  const list = async (since: string) =>
    (await account.get(`/api/v2/help_center/incremental/articles.json?start_time=${Date.parse(since) / 1000}`)).body;
  const article = { id: 409, locale: 'en-us', title: 'Lost parcels', body: '<p>We look.</p>' };

  it('come oldest first, drafts for staff, archived ones not at all', async () => {
    expect(idsOf((await list('2026-11-01T08:00:00Z')).articles)).toEqual([401, 402, 403, 404, 405]);
    account.simulator.content.putArticle({ ...article, updatedAt: '2026-11-05T08:00:00Z' });
    account.simulator.content.archiveArticle(401);
    const { articles, end_time, next_page } = await list('2026-11-01T08:00:00Z');
    expect(idsOf(articles)).toEqual([402, 403, 404, 405, 409]);
    expect(articles).toMatchObject([
      {},
      {},
      { user_segment_id: 9001 },
      { draft: true },
      { updated_at: '2026-11-05T08:00:00Z' },
    ]);
    expect(end_time).toBe(Date.parse('2026-11-05T08:00:00Z') / 1000);
    expect(next_page).toBeNull();
    expect((await account.get('/api/v2/help_center/incremental/articles.json')).status).toBe(400);
  });

  it('come in pages that end with a whole second', async () => {
    for (let index = 0; index < 1_005; index += 1) {
      const second = index < 990 ? '10' : '20';
      account.simulator.content.putArticle({
        ...article,
        id: 10_000 + index,
        updatedAt: `2026-11-05T08:00:${second}Z`,
      });
    }
    account.simulator.content.putArticle({ ...article, updatedAt: '2026-11-06T08:00:00Z' });
    const first = await list('2026-11-05T00:00:00Z');
    expect(first.count).toBe(1_005);
    const next = new URL(first.next_page);
    expect(
      idsOf((await account.get(next.pathname.replace(/(\.json)?$/, '.json') + next.search)).body.articles),
    ).toEqual([409]);
  });

  it('are found by search at once, in the language and brand they are for', async () => {
    const found = async (more = '') =>
      idsOf((await account.get(`/api/v2/help_center/articles/search.json?query=parcels${more}`)).body.results);
    expect(await found()).toEqual([]);
    account.simulator.content.putArticle({ ...article, brandId: 26363596759900, updatedAt: '2026-11-05T08:00:00Z' });
    expect(await found()).toEqual([409]);
    expect(await found('&brand_id=26363596759900')).toEqual([409]);
    expect(await found('&brand_id=26363596759827')).toEqual([]);
    expect(await found('&updated_after=2026-11-06')).toEqual([]);
  });

  it('bring their translations when asked', async () => {
    const translations = [
      { locale: 'de', title: 'Verlorene Pakete', body: '<p>Wir suchen.</p>', updatedAt: '2026-11-06T08:00:00Z' },
    ];
    account.simulator.content.putArticle({ ...article, translations, updatedAt: '2026-11-05T08:00:00Z' });
    const { body } = await account.get('/api/v2/help_center/articles.json?include=translations&sort_by=updated_at');
    expect(body.articles[0].id).toBe(409);
    expect(body.translations.filter((each: { source_id: number }) => each.source_id === 409)).toMatchObject([
      { locale: 'en-us', title: 'Lost parcels' },
      { locale: 'de', title: 'Verlorene Pakete', draft: false },
    ]);
  });

  it('name sections, categories and segments that exist', async () => {
    const { articles } = (await account.get('/api/v2/help_center/articles.json')).body;
    const { sections } = (await account.get('/api/v2/help_center/sections.json')).body;
    const { categories } = (await account.get('/api/v2/help_center/en-us/categories.json')).body;
    expect(idsOf(sections)).toContain(articles[0].section_id);
    expect(idsOf(categories)).toContain(sections[0].category_id);
    const { user_segments: segments } = (await account.get('/api/v2/help_center/user_segments.json')).body;
    expect(idsOf(segments)).toEqual([9001]);
  });
});

it('macros say when they changed', async () => {
  account.simulator.content.putMacro({ id: 509, title: 'New', reply: 'Hello', updatedAt: '2026-11-06T08:00:00Z' });
  account.simulator.content.removeMacro(501);
  const { macros } = (await account.get('/api/v2/macros.json?active=true')).body;
  expect(macros).toMatchObject([{ id: 502 }, { id: 509, updated_at: '2026-11-06T08:00:00Z' }]);
});
