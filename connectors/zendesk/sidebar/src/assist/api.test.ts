import { expect, test } from 'vitest';
import { VIEW } from '../dev/samples.ts';
import type { ZafRequest } from '../zaf/client.ts';
import { backendUrlOf, type Installation } from '../zaf/installation.ts';
import { createAssistApi } from './api.ts';

const INSTALLATION: Installation = {
  backendUrl: 'https://drafts.example.com/base',
  subdomain: 'acme',
  ticketId: '7/..',
  agentId: '501',
  locale: 'en',
  colorScheme: 'light',
};

function apiThat(answer: () => Promise<unknown>, installation = INSTALLATION) {
  const sent: ZafRequest[] = [];
  const request = (options: ZafRequest) => {
    sent.push(options);
    return answer();
  };
  return { api: createAssistApi({ request }, installation), sent };
}

test('a request is signed by Zendesk, names agent and account, and holds no key itself', async () => {
  const { api, sent } = apiThat(async () => ({ status: 200, responseJSON: VIEW }));
  await api.view();
  expect(sent[0]).toMatchObject({
    url: 'https://drafts.example.com/base/assist/zendesk/acme/tickets/7%2F../view',
    secure: true,
    cors: false,
    autoRetry: false,
    headers: { Authorization: 'Bearer {{jwt.token}}' },
    jwt: { secret_key: '{{setting.shared_secret}}', claims: { iss: 'acme', sub: '501' } },
  });
  expect(sent[0]?.jwt.expiry).toBeLessThanOrEqual(300);
});

test.each([
  ['rejects with the response', () => Promise.reject({ status: 403, responseText: '{"message":"No.","code":"x"}' })],
  ['resolves with it', () => Promise.resolve({ status: 403, responseJSON: { message: 'No.' } })],
])('a refusal is understood when the framework %s', async (_, answer) => {
  await expect(apiThat(answer).api.view()).rejects.toMatchObject({ trouble: 'not-allowed', message: 'No.' });
});

test.each([
  ['no response', () => Promise.reject(new Error('timeout'))],
  ['no status', () => Promise.resolve(undefined)],
  ['a page of a proxy', () => Promise.resolve({ status: 200, responseText: '<html>Sign in</html>' })],
  ['an empty answer', () => Promise.resolve({ status: 200, responseText: '' })],
  ['a fault', () => Promise.resolve({ status: 502, responseText: '<html>' })],
])('%s is an outage', async (_, answer) => {
  await expect(apiThat(answer).api.view()).rejects.toMatchObject({ trouble: 'unreachable' });
});

test('without an address nothing is sent', async () => {
  const { api, sent } = apiThat(async () => ({ status: 200 }), { ...INSTALLATION, backendUrl: '' });
  await expect(api.view()).rejects.toMatchObject({ trouble: 'not-set-up' });
  expect(sent).toEqual([]);
});

test('a rating needs no body in the answer', async () => {
  const { api, sent } = apiThat(async () => ({ status: 204, responseText: '' }));
  await api.rate({ id: 'd1', version: 2 }, { good: true, reasons: [] });
  expect(sent[0]).toMatchObject({ type: 'PUT', url: expect.stringMatching(/\/ratings\/d1\/2$/) });
});

test.each([
  ['https://drafts.example.com/', 'https://drafts.example.com'],
  ['https://drafts.example.com/a/', 'https://drafts.example.com/a'],
  ['javascript:alert(1)', ''],
  ['drafts', ''],
  [undefined, ''],
])('the setting %s gives the address %j', (setting, address) => {
  expect(backendUrlOf(setting)).toBe(address);
});
