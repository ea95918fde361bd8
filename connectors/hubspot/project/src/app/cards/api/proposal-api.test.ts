import { PROPOSALS_PATH, type ProposalRequest } from '@draftsmith/contracts';
import { expect, test, vi } from 'vitest';
import { sampleView } from '../../../../dev/samples.ts';
import { type CardFetch, createProposalApi } from './proposal-api.ts';
import { newRequestId } from './request-id.ts';

const SERVICE = 'https://drafts.example.com';

function apiOn(response: () => Response | Promise<Response>, serviceUrl: unknown = SERVICE) {
  const fetch = vi.fn<CardFetch>(async () => response());
  return { fetch, api: createProposalApi({ fetch, serviceUrl, dealId: '90/1' }) };
}
const answered = (value: unknown) => () => Response.json({ ok: true, value });

test('asks where the contract says, within the time that HubSpot gives', async () => {
  const { api, fetch } = apiOn(answered(sampleView()));
  await api.view();
  expect(fetch).toHaveBeenCalledWith(`${SERVICE}${PROPOSALS_PATH}/hubspot/deals/90%2F1/view`, {
    method: 'GET',
    timeout: 15_000,
  });
});

test('a request is the body, as a plain object: HubSpot makes JSON of it', async () => {
  const { api, fetch } = apiOn(answered({ state: 'running' }));
  const request: ProposalRequest = { requestId: 'r1', what: 'attach', version: 3 };
  await api.start(request);
  expect(fetch.mock.calls[0]?.[1]).toEqual({ method: 'POST', timeout: 15_000, body: request });
});

test('what the server declines arrives with status 200, and as it is', async () => {
  const problem = { code: 'busy', message: 'Somebody else', retryable: true };
  const { api } = apiOn(() => Response.json({ ok: false, problem }));
  expect(await api.operation('o1')).toEqual({ ok: false, problem });
});

test.each([
  [401, 'refused'],
  [403, 'refused'],
  [404, 'unknown'],
  [429, 'busy'],
  [400, 'unreachable'],
  [500, 'unreachable'],
  [503, 'unreachable'],
])('status %i is %s', async (status, trouble) => {
  const { api } = apiOn(() => new Response('{"ok":true,"value":{"versions":[]}}', { status }));
  await expect(api.view()).rejects.toMatchObject({ name: 'NoAnswer', trouble });
});

test.each([
  ['no connection', () => Promise.reject(new TypeError('failed'))],
  ['a page', () => new Response('<h1>Sign in</h1>')],
  ['nothing', () => new Response('')],
  ['another server’s JSON', () => Response.json({ status: 'ok' })],
  ['an answer to something else', () => Response.json({ ok: true, value: { state: 'running' } })],
  ['a problem without a code', () => Response.json({ ok: false, problem: {} })],
  ['null', () => Response.json(null)],
])('%s is no answer', async (_, response) => {
  await expect(apiOn(response).api.view()).rejects.toMatchObject({ trouble: 'unreachable' });
});

test.each([undefined, '', 'drafts.example.com', 'http://drafts.example.com', 7, 'https://'])(
  'with %j for an address nobody is asked',
  async (serviceUrl) => {
    const { api, fetch } = apiOn(answered(sampleView()), serviceUrl === undefined ? null : serviceUrl);
    await expect(api.view()).rejects.toMatchObject({ trouble: 'not-set-up' });
    expect(fetch).toHaveBeenCalledTimes(0);
  },
);

test('an address may end in a slash', async () => {
  const { api, fetch } = apiOn(answered(sampleView()), `${SERVICE}/drafts/`);
  await api.view();
  expect(fetch.mock.calls[0]?.[0]).toContain(`${SERVICE}/drafts/proposals/`);
});

test('request ids are as the server takes them, also where the sandbox has no crypto', () => {
  const ids = Array.from({ length: 200 }, newRequestId);
  vi.stubGlobal('crypto', undefined);
  ids.push(...Array.from({ length: 200 }, newRequestId));
  vi.unstubAllGlobals();
  for (const id of ids) expect(id).toMatch(/^[\w-]{8,64}$/);
  expect(new Set(ids).size).toBe(ids.length);
});
