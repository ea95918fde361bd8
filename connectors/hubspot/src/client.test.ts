import { inspect } from 'node:util';
import { AppError } from '@draftsmith/errors';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { errorOf, fakeClient, HOST, NOW, unusedAnswers } from './testing/fake-hubspot.ts';

const { signal } = new AbortController();
beforeEach(() => nock.disableNetConnect());
afterEach(() => expect(unusedAnswers()).toEqual([]));

const DEAL = '/crm/objects/2026-03/deals/7';
const deal = { id: '7', properties: { dealname: 'Acme', amount: null }, unknown: { new: true } };
const readDeal = (client = fakeClient().client, at = signal) =>
  client.getObject('deals', '7', ['dealname', 'amount'], at);

describe('a call', () => {
  test('carries the token, asks for properties, drops what it does not know', async () => {
    nock(HOST, { reqheaders: { authorization: 'Bearer token-1', accept: /json/ } })
      .get(DEAL)
      .query({ properties: 'dealname,amount' })
      .reply(200, deal);
    expect(await readDeal()).toEqual({ id: '7', properties: { dealname: 'Acme', amount: null } });
  });

  test.each([500, 502, 503, 429, 423])('answered with %i is not repeated, whatever is asked', async (status) => {
    const { client } = fakeClient();
    nock(HOST).get(DEAL).query(true).reply(status, '<html>no</html>');
    expect(await errorOf(readDeal(client))).toMatchObject({ status });
    nock(HOST).post('/crm/objects/2026-03/notes').reply(status, '<html>no</html>');
    expect(await errorOf(client.createObject('notes', { properties: {} }, signal))).toMatchObject({ status });
  });

  test.each([
    ['HTML', '<html>fine</html>'],
    ['nothing', ''],
    ['another API', { items: [] }],
    ['values that lost their digits', { id: 7, properties: { amount: 1.1 } }],
  ])('answered with %s and 200 is an outage, not a record', async (_, body) => {
    nock(HOST)
      .get(DEAL)
      .query(true)
      .reply(200, body as never);
    expect(await errorOf(readDeal())).toMatchObject({ kind: 'unavailable', code: 'hubspot.unexpected-answer' });
  });

  test('does not follow a redirect, which would take the token along', async () => {
    nock(HOST)
      .get(DEAL)
      .query(true)
      .reply(302, undefined, { location: `${HOST}/elsewhere` });
    expect(await errorOf(readDeal())).toMatchObject({ kind: 'unavailable', status: 302 });
  });

  test('that is dropped is a failure without the request in it', async () => {
    nock(HOST)
      .get(DEAL)
      .query(true)
      .replyWithError(Object.assign(new Error('token-1'), { code: 'ECONNRESET' }));
    const error = await errorOf(readDeal());
    expect(error).toMatchObject({ kind: 'unavailable', code: 'http.network' });
    expect(error.message).toContain('ECONNRESET');
    expect(inspect(error, { depth: 9 })).not.toContain('token-1');
  });

  test('ends at its time limit, and with its signal', async () => {
    const silent = (signals: AbortSignal[]) =>
      fakeClient({
        deadlineMs: 30,
        fetch: (_, init) =>
          new Promise((_resolve, reject) => {
            const given = init?.signal ?? expect.fail('no signal');
            signals.push(given);
            given.addEventListener('abort', () => reject(given.reason));
          }),
      }).client;
    const signals: AbortSignal[] = [];
    expect(await errorOf(readDeal(silent(signals)))).toMatchObject({ kind: 'timeout', code: 'http.timeout' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);

    const controller = new AbortController();
    const stopped = errorOf(readDeal(silent(signals), controller.signal));
    controller.abort();
    expect(await stopped).toMatchObject({ kind: 'timeout', code: 'http.aborted' });
    expect(await errorOf(readDeal(silent(signals), controller.signal))).toMatchObject({ code: 'http.aborted' });
  });

  test('reads no more of a body than any answer has', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const { client } = fakeClient({ fetch: async () => new Response(endless) });
    expect(await errorOf(readDeal(client))).toMatchObject({ code: 'http.body-too-large' });
    expect(sent).toBeLessThan(30);
  });

  test.each(['', '..', '.'])('refuses %j as an id', async (id) => {
    await expect(async () => fakeClient().client.getObject('deals', id, [], signal)).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  test('cannot be led to another address by an id', async () => {
    nock(HOST).get('/crm/objects/2026-03/deals/..%2F..%2Foauth%3Fa').query(true).reply(200, deal);
    await fakeClient().client.getObject('deals', '../../oauth?a', [], signal);
  });

  test('to what has no method of its own is checked like the others', async () => {
    nock(HOST).put('/crm/v3/x', { a: 1 }).query({ b: 'true' }).reply(200, { c: 1 });
    const request = { method: 'PUT', path: '/crm/v3/x', query: { b: true, d: undefined }, json: { a: 1 } } as const;
    expect(await fakeClient().client.request(request, z.object({ c: z.number() }), signal)).toEqual({ c: 1 });
  });
});

describe('a token that is refused', () => {
  function keeping(...tokens: string[]) {
    const asked: (string | undefined)[] = [];
    const { client } = fakeClient({
      accessToken: async (refused) => {
        asked.push(refused);
        return tokens[Math.min(asked.length, tokens.length) - 1] ?? '';
      },
    });
    return { client, asked };
  }
  const answer = (token: string, status: number) =>
    nock(HOST, { reqheaders: { authorization: `Bearer ${token}` } })
      .post('/crm/objects/2026-03/notes')
      .reply(status, deal);
  const write = (client: ReturnType<typeof fakeClient>['client']) =>
    client.createObject('notes', { properties: {} }, signal);

  test('is replaced once, also for a write: nothing was done yet', async () => {
    const { client, asked } = keeping('old', 'new');
    answer('old', 401);
    answer('new', 201);
    await write(client);
    expect(asked).toEqual([undefined, 'old']);
  });

  test('and whose successor is refused, too, is a failure', async () => {
    const { client, asked } = keeping('old', 'new');
    answer('old', 401);
    answer('new', 401);
    expect(await errorOf(write(client))).toMatchObject({ kind: 'auth' });
    expect(asked).toEqual([undefined, 'old']);
  });

  test('and does not change is not tried again', async () => {
    const { client } = keeping('same');
    answer('same', 401);
    expect(await errorOf(write(client))).toMatchObject({ kind: 'auth', code: 'hubspot.unauthorized' });
  });

  test('and cannot be renewed says why', async () => {
    const lost = new AppError('auth', 'connect again', { code: 'installations.reconnect' });
    const { client } = fakeClient({
      accessToken: async (refused) => (refused === undefined ? 'old' : Promise.reject(lost)),
    });
    answer('old', 401);
    expect(await errorOf(write(client))).toBe(lost);
  });
});

describe('files', () => {
  const pdf = {
    name: 'P-1.pdf',
    contentType: 'application/pdf',
    bytes: new Uint8Array([1, 2]),
    folderPath: '/Draftsmith',
  };
  async function upload(access: string) {
    const forms: FormData[] = [];
    const { client } = fakeClient({
      fetch: async (url, init) => {
        forms.push(await new Request(url, init).formData());
        return Response.json({ id: 9, access }, { status: 201 });
      },
    });
    return { stored: client.uploadFile(pdf, signal), forms };
  }

  test('are private, and the same one is not made twice', async () => {
    const { stored, forms } = await upload('PRIVATE');
    expect(await stored).toMatchObject({ id: '9' });
    const form = forms[0] ?? expect.fail('nothing was sent');
    expect(form.get('fileName')).toBe('P-1.pdf');
    expect(form.get('folderPath')).toBe('/Draftsmith');
    expect(form.has('folderId')).toBe(false);
    expect(JSON.parse(String(form.get('options')))).toEqual({
      access: 'PRIVATE',
      overwrite: false,
      duplicateValidationStrategy: 'RETURN_EXISTING',
      duplicateValidationScope: 'EXACT_FOLDER',
    });
    const file = form.get('file');
    expect(file instanceof File && [file.name, file.type, file.size]).toEqual(['P-1.pdf', 'application/pdf', 2]);
  });

  test('that somebody has made public are not taken for ours', async () => {
    const { stored } = await upload('PUBLIC_NOT_INDEXABLE');
    expect(await errorOf(stored)).toMatchObject({ code: 'hubspot.file-public', retryable: false });
  });
});

describe('searches', () => {
  test('give a page and where the next one begins', async () => {
    nock(HOST)
      .post('/crm/objects/2026-03/deals/search', (body) => body.limit === 200 && body.sorts.length === 1)
      .reply(200, { total: 900, results: [deal], paging: { next: { after: '200' } } });
    const request = {
      filters: [{ propertyName: 'dealname', operator: 'HAS_PROPERTY' }],
      sort: { propertyName: 'createdate', direction: 'DESCENDING' },
      properties: ['dealname'],
      limit: 500,
    } as const;
    const page = await fakeClient().client.search('deals', request, signal);
    expect([page.total, page.items.length, page.after]).toEqual([900, 1, '200']);
  });

  test('that are too long are refused before they are sent', async () => {
    const request = {
      filters: [{ propertyName: 'x', operator: 'EQ', value: 'y'.repeat(3_000) }],
      properties: [],
      limit: 1,
    };
    expect(await errorOf(fakeClient().client.search('deals', request, signal))).toMatchObject({ kind: 'invalid' });
  });
});

describe('our share', () => {
  function counting(headers: Record<string, string> = {}) {
    const taken: [string, number, number][] = [];
    const { client } = fakeClient({
      allowance: {
        async take(bucket, { calls, windowMs }) {
          taken.push([bucket, calls, windowMs]);
        },
      },
      fetch: async () => Response.json({ ...deal, results: [] }, { headers }),
    });
    return { client, taken };
  }

  test('is taken call by call; searches and links count apart', async () => {
    const { client, taken } = counting();
    await readDeal(client);
    await client.search('deals', { filters: [], properties: [], limit: 1 }, signal);
    await client.associations('deals', '7', 'notes', signal);
    expect(taken).toEqual([
      ['account', 110, 10_000],
      ['search', 4, 1_000],
      ['associations', 100, 10_000],
    ]);
  });

  test('is what the answers say, each for its own calls', async () => {
    const { client, taken } = counting({
      'x-hubspot-ratelimit-max': '190',
      'x-hubspot-ratelimit-remaining': '5',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
    });
    await readDeal(client);
    await readDeal(client);
    await client.associations('deals', '7', 'notes', signal);
    expect(taken.map(([, calls]) => calls)).toEqual([110, 190, 100]);
  });

  test('that is used up sends nothing', async () => {
    const used = new AppError('rate-limited', 'used up', { retryAfterMs: 500 });
    const { client } = fakeClient({
      allowance: { take: async () => Promise.reject(used) },
      fetch: () => expect.fail('sent'),
    });
    expect(await errorOf(readDeal(client))).toBe(used);
  });
});

test('a daily limit ends in the zone of the account, once that is known', async () => {
  const { client } = fakeClient();
  const daily = () => nock(HOST).get(DEAL).query(true).reply(429, { policyName: 'DAILY' });
  daily();
  expect((await errorOf(readDeal(client))).retryAfterMs).toBe(3_600_000);
  nock(HOST).get('/account-info/2026-03/details').reply(200, { portalId: 5, timeZone: 'US/Eastern' });
  await client.accountInfo(signal);
  daily();
  // Ten in the morning by UTC is five there.
  expect((await errorOf(readDeal(client))).retryAfterMs).toBe(19 * 3_600_000);
  expect(NOW.toISOString()).toBe('2026-11-20T10:00:00.000Z');
});

test('an owner, a property or a callback that is not there is no failure', async () => {
  const { client } = fakeClient();
  const gone = { status: 'error', category: 'OBJECT_NOT_FOUND', message: 'x' };
  nock(HOST).get('/crm/v3/owners/5').query({ idProperty: 'userId' }).reply(404, gone);
  nock(HOST).get('/crm/properties/2026-03/line_items/discount').reply(404, gone);
  nock(HOST).post('/automation/actions/callbacks/2026-03/ap-1/complete').reply(404, gone);
  expect(await client.owner('5', 'userId', signal)).toBeUndefined();
  expect(await client.property('line_items', 'discount', signal)).toBeUndefined();
  expect(await client.completeCallback('ap-1', { hs_execution_state: 'SUCCESS' }, signal)).toBe(false);
});
