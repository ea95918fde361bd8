import { afterEach, describe, expect, it } from 'vitest';
import { type AppAnswer, type CalledApp, NOW, openAccount, openApp, type TestAccount } from '../test-account.ts';
import { signV2, signV3 } from './signatures.ts';

const open: { account?: TestAccount; app?: CalledApp } = {};
afterEach(async () => {
  await open.account?.simulator.close();
  await open.app?.close();
});

async function start(script?: AppAnswer[]) {
  const account = await openAccount({ portals: [{ id: 7 }] });
  const app = await openApp(script);
  Object.assign(open, { account, app });
  account.simulator.route('https://svc.example', app.origin);
  return { account, app };
}

describe('hubspot.fetch', () => {
  it('says who asks in the query and signs the public address twice', async () => {
    const { account, app } = await start([{ status: 200, body: '{"jobId":"j1"}' }]);
    const user = { userId: 42, email: "o'hara+x@example.com" };
    const response = await account.portal.cardFetch(
      'https://svc.example/card/start?deal=1',
      { method: 'POST', body: { a: 'ä' } },
      user,
    );
    expect(response).toEqual({ ok: true, status: 200, body: { jobId: 'j1' }, attempts: [200] });
    const [request] = app.received;
    const { clientSecret, appId } = account.simulator.app;
    const query = new URL(request!.url, 'https://svc.example').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      deal: '1',
      portalId: '7',
      userId: '42',
      userEmail: user.email,
      appId: String(appId),
    });
    const signed = { method: 'POST', url: `https://svc.example${request!.url}`, body: '{"a":"ä"}' };
    expect(request!.body).toBe(signed.body);
    expect(request!.headers['x-hubspot-signature']).toBe(signV2(clientSecret, signed));
    expect(request!.headers['x-hubspot-signature-v3']).toBe(signV3(clientSecret, signed, String(NOW)));
    expect(request!.headers['x-hubspot-request-timestamp']).toBe(String(NOW));
  });

  it.each<[string, AppAnswer[], number[] | string[], number]>([
    ['a 500', [{ status: 500 }, { status: 200 }], [500, 200] as number[], 200],
    ['a lost connection', ['reset', { status: 200 }], ['unreachable', 200] as never, 200],
    ['two failures', [{ status: 503 }], [503, 503] as number[], 503],
  ])('tries once more after %s', async (_what, script, attempts, status) => {
    const { account } = await start(script);
    const response = await account.portal.cardFetch('https://svc.example/card', { method: 'POST', body: {} });
    expect([response.attempts, response.status]).toEqual([attempts, status]);
  });

  it('repeats a request whose answer was lost', async () => {
    const { account, app } = await start();
    const request = { method: 'POST', body: { requestId: 'r1' }, loseFirstAnswer: true } as const;
    expect((await account.portal.cardFetch('https://svc.example/card', request)).attempts).toEqual([
      'unreachable',
      200,
    ]);
    expect(app.received.map(({ body }) => body)).toEqual(['{"requestId":"r1"}', '{"requestId":"r1"}']);
  });

  it('gives up when the time is over, and does not try again', async () => {
    const { account, app } = await start(['hang']);
    const response = await account.portal.cardFetch('https://svc.example/card', { timeout: 30 });
    expect([response.status, response.attempts]).toEqual([504, ['timeout']]);
    expect(app.received.length).toBeLessThanOrEqual(1);
  });

  it('follows no redirect and does not repeat a 4xx', async () => {
    const { account, app } = await start([{ status: 302, headers: { location: '/elsewhere' } }, { status: 409 }]);
    expect((await account.portal.cardFetch('https://svc.example/card')).status).toBe(302);
    expect((await account.portal.cardFetch('https://svc.example/card')).status).toBe(409);
    expect(app.received).toHaveLength(2);
  });

  it('refuses more than a megabyte either way', async () => {
    const { account } = await start([{ status: 200, body: JSON.stringify('x'.repeat(1_048_577)) }]);
    const large = { method: 'POST', body: 'x'.repeat(1_048_577) } as const;
    expect((await account.portal.cardFetch('https://svc.example/card', large)).status).toBe(413);
    expect((await account.portal.cardFetch('https://svc.example/card')).ok).toBe(false);
  });
});
