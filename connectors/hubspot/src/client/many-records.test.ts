import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { errorOf, fakeClient, HOST, unusedAnswers } from '../testing/fake-hubspot.ts';

const { signal } = new AbortController();
beforeEach(() => nock.disableNetConnect());
afterEach(() => expect(unusedAnswers()).toEqual([]));

const DEAL = '/crm/objects/2026-03/deals/7';

describe('batches', () => {
  const results = (ids: readonly string[]) => ids.map((id) => ({ id, properties: {} }));

  test('of any size are read in hundreds, each id once, in the order asked for', async () => {
    const ids = Array.from({ length: 250 }, (_, index) => String(index + 1));
    const sizes: number[] = [];
    const { client } = fakeClient({
      fetch: async (_, init) => {
        const inputs = (JSON.parse(String(init?.body)) as { inputs: { id: string }[] }).inputs.map(({ id }) => id);
        sizes.push(inputs.length);
        return Response.json({ results: results(inputs.toReversed()) });
      },
    });
    const { found, missing } = await client.batchRead('notes', [...ids, '5', '5'], ['a'], signal);
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect([missing, sizes.toSorted((a, b) => b - a)]).toEqual([[], [100, 100, 50]]);
  });

  test('that are answered in part name what is missing', async () => {
    const errors = [{ status: 'error', category: 'OBJECT_NOT_FOUND', message: 'x', context: { ids: ['2'] } }];
    nock(HOST)
      .post('/crm/objects/2026-03/notes/batch/read')
      .reply(207, { results: results(['1']), errors, numErrors: 1 });
    const { found, missing } = await fakeClient().client.batchRead('notes', ['1', '2'], [], signal);
    expect([found.length, missing]).toEqual([1, ['2']]);
  });

  test('of links of which a part could not be read are a failure', async () => {
    const answer = { results: [], errors: [{ category: 'INTERNAL_ERROR', message: 'x' }], numErrors: 1 };
    nock(HOST).post('/crm/v4/associations/deals/notes/batch/read').reply(207, answer);
    expect(await errorOf(fakeClient().client.batchAssociations('deals', ['1'], 'notes', signal))).toMatchObject({
      kind: 'unavailable',
      code: 'hubspot.partial-answer',
    });
  });

  test('of nothing ask nothing', async () => {
    const { client } = fakeClient();
    expect(await client.batchRead('notes', [], [], signal)).toEqual({ found: [], missing: [] });
    expect(await client.batchCreate('line_items', [], signal)).toEqual([]);
    expect(await client.batchAssociations('deals', [], 'notes', signal)).toEqual(new Map());
  });

  test('that are written and made in part are a failure to be looked up', async () => {
    nock(HOST)
      .post('/crm/objects/2026-03/line_items/batch/create')
      .reply(207, { results: results(['1']), errors: [{}] });
    const created = fakeClient().client.batchCreate('line_items', [{ properties: {} }, { properties: {} }], signal);
    expect(await errorOf(created)).toMatchObject({ code: 'hubspot.partial-write', retryable: true });
  });

  test('that are too large to be written at once are refused before anything is sent', async () => {
    const many = Array.from({ length: 101 }, () => ({ properties: {} }));
    expect(await errorOf(fakeClient().client.batchCreate('line_items', many, signal))).toMatchObject({
      kind: 'invalid',
    });
  });
});

describe('links', () => {
  const link = (toObjectId: number | string, label: string | null = null) => ({
    toObjectId,
    associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 214, label }],
  });

  test('come from all pages, their ids as text', async () => {
    const path = `${DEAL}/associations/notes`;
    nock(HOST)
      .get(path)
      .query({ limit: 500 })
      .reply(200, { results: [link(1)], paging: { next: { after: 'a' } } });
    nock(HOST)
      .get(path)
      .query({ limit: 500, after: 'a' })
      .reply(200, { results: [link('2', 'Primary')] });
    const found = await fakeClient().client.associations('deals', '7', 'notes', signal);
    expect(found.map(({ id }) => id)).toEqual(['1', '2']);
    expect(found[1]?.types).toEqual([{ category: 'HUBSPOT_DEFINED', typeId: 214, label: 'Primary' }]);
  });

  test('whose pages turn in a circle end', async () => {
    const page = { results: [link(1)], paging: { next: { after: 'a' } } };
    nock(HOST).get(`${DEAL}/associations/notes`).query(true).times(2).reply(200, page);
    expect(await fakeClient().client.associations('deals', '7', 'notes', signal)).toHaveLength(2);
  });

  test('whose pages never end are left, and that is told', async () => {
    let pages = 0;
    const { client, warnings } = fakeClient({
      fetch: async () => {
        pages += 1;
        return Response.json({ results: [link(pages)], paging: { next: { after: String(pages) } } });
      },
    });
    await client.associations('deals', '7', 'notes', signal);
    expect([pages, warnings.length]).toEqual([40, 1]);
  });

  test('that are none at all are an empty list, though HubSpot calls it an error', async () => {
    const none = { category: 'OBJECT_NOT_FOUND', subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND', message: 'x' };
    nock(HOST)
      .post('/crm/v4/associations/deals/notes/batch/read')
      .reply(207, { results: [{ from: { id: '1' }, to: [link(5)] }], errors: [none], numErrors: 1 });
    const found = await fakeClient().client.batchAssociations('deals', ['1', '2'], 'notes', signal);
    expect([...found].map(([id, links]) => [id, links.length])).toEqual([
      ['1', 1],
      ['2', 0],
    ]);
  });

  test('of many records go on where one of them has more', async () => {
    const path = '/crm/v4/associations/deals/notes/batch/read';
    const more = { from: { id: '1' }, to: [link(5)], paging: { next: { after: 'b' } } };
    nock(HOST)
      .post(path, { inputs: [{ id: '1' }] })
      .reply(200, { results: [more] });
    nock(HOST)
      .post(path, { inputs: [{ id: '1', after: 'b' }] })
      .reply(200, { results: [{ from: { id: '1' }, to: [link(6)] }] });
    const found = await fakeClient().client.batchAssociations('deals', ['1'], 'notes', signal);
    expect(found.get('1')?.map(({ id }) => id)).toEqual(['5', '6']);
  });
});
