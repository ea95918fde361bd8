import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type MockApi, startMockApi } from '../dev/mock-api.ts';
import { initialState } from '../dev/mock-state.ts';
import { getJson, kindOfStatus, problemKind, RequestProblem, send } from './request.ts';

let api: MockApi;
beforeAll(async () => {
  api = await startMockApi();
});
beforeEach(() => {
  Object.assign(api.state, initialState(new Date('2026-11-20T12:00:00Z')));
});
afterAll(() => api.close());

const caught = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('reads JSON', async () => {
  await expect(getJson(`${api.url}/api/session`)).resolves.toEqual(api.state.session);
});

test('writes with the header that the CSRF check asks for', async () => {
  const fetchWithout = await fetch(`${api.url}/api/drafts/d004/retry`, { method: 'POST' });
  expect(fetchWithout.status).toBe(403);
  await expect(send('POST', `${api.url}/api/drafts/d004/retry`)).resolves.toEqual({});
});

test('an answer without a body is a success too', async () => {
  await expect(send('DELETE', `${api.url}/api/users/u2`)).resolves.toBeNull();
  expect(api.state.users.map((user) => user.id)).toEqual(['u1', 'u3']);
});

test('a refusal keeps its kind, code and sentence', async () => {
  const problem = await caught(send('PATCH', `${api.url}/api/users/u1`, { role: 'viewer' }));
  expect(problem).toBeInstanceOf(RequestProblem);
  expect(problem).toMatchObject({
    kind: 'conflict',
    code: 'users.last-admin',
    message: expect.stringContaining('last admin'),
  });
});

test('a proxy that answers HTML is a server problem, not a crash', async () => {
  api.state.mood = 'html';
  expect(await caught(getJson(`${api.url}/api/drafts`))).toMatchObject({ kind: 'server', message: '', code: '' });
});

test('a server that is not there is told apart from one that refuses', async () => {
  const gone = await startMockApi();
  await gone.close();
  expect(problemKind(await caught(getJson(`${gone.url}/api/session`)))).toBe('offline');
  api.state.session = null;
  expect(problemKind(await caught(getJson(`${api.url}/api/drafts`)))).toBe('unauthorized');
});

test.each([
  [400, 'invalid'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'missing'],
  [409, 'conflict'],
  [410, 'missing'],
  [413, 'invalid'],
  [429, 'tooMany'],
  [500, 'server'],
  [503, 'server'],
] as const)('status %d means %s', (status, kind) => {
  expect(kindOfStatus(status)).toBe(kind);
});
