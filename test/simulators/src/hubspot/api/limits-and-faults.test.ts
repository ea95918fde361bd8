import { afterEach, describe, expect, it } from 'vitest';
import type { HubSpotOptions } from '../simulator.ts';
import { NOW, openAccount, type TestAccount } from '../test-account.ts';
import { answers } from './answers.ts';
import { PUBLISHED_LIMITS } from './rate-limits.ts';

let account: TestAccount;
async function start(options?: HubSpotOptions) {
  account = await openAccount(options);
  return account;
}
afterEach(() => account.simulator.close());

const PATH = '/account-info/v3/details';

describe('rate limits', () => {
  it('roll over ten seconds, for each account by itself', async () => {
    await start({ portals: [{ id: 1 }, { id: 2 }], limits: { burst: 2 } });
    const first = await account.get(PATH);
    expect(first.headers.get('x-hubspot-ratelimit-max')).toBe('2');
    expect(first.headers.get('x-hubspot-ratelimit-remaining')).toBe('1');
    expect(first.headers.get('x-hubspot-ratelimit-interval-milliseconds')).toBe('10000');
    expect(first.headers.get('x-hubspot-ratelimit-daily')).toBeNull();
    account.advance(6_000);
    await account.get(PATH);
    const refused = await account.get(PATH);
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ errorType: 'RATE_LIMIT', policyName: 'TEN_SECONDLY_ROLLING' });
    expect((await account.get(PATH, account.simulator.oauth.grant(2).accessToken)).status).toBe(200);
    account.advance(4_000);
    expect((await account.get(PATH)).status).toBe(200);
    expect((await account.get(PATH)).status).toBe(429);
  });

  it('of a day are for static apps', async () => {
    await start({ limits: { daily: 1 } });
    const token = account.portal.staticToken();
    expect((await account.get(PATH, token)).headers.get('x-hubspot-ratelimit-daily-remaining')).toBe('0');
    const refused = await account.get(PATH, token);
    expect(refused.body).toMatchObject({ message: 'You have reached your daily limit.', policyName: 'DAILY' });
    expect((await account.get(PATH)).status).toBe(200);
  });

  it('count associations apart', async () => {
    await start({ limits: { ...PUBLISHED_LIMITS, associations: 1 } });
    const { id } = account.portal.seed.deal();
    const links = `/crm/v4/objects/deals/${id}/associations/contacts`;
    expect([
      (await account.get(links)).status,
      (await account.get(links)).status,
      (await account.get(PATH)).status,
    ]).toEqual([200, 429, 200]);
  });
});

describe('faults', () => {
  it('answer what HubSpot answers when it cannot', async () => {
    await start();
    const { faults } = account.simulator;
    const cases = [
      [answers.rateLimited('SECONDLY'), 429],
      [answers.locked(), 423],
      [answers.migrating(3_600), 477],
      [answers.badGateway(), 502],
      [answers.unavailable(), 503],
    ] as const;
    for (const [response] of cases) faults.set({ match: { path: /account-info/ }, times: 1, response });
    const seen = [];
    for (const _ of cases) seen.push(await account.get(PATH));
    expect(seen.map(({ status }) => status)).toEqual(cases.map(([, status]) => status));
    expect(seen[2]?.headers.get('retry-after')).toBe('3600');
    expect(seen[3]?.body).toContain('<html>');
    expect((await account.get(PATH)).status).toBe(200);
  });

  it('lose the request, or the answer after the note was written', async () => {
    await start();
    const { faults } = account.simulator;
    const create = () => account.send('POST', '/crm/v3/objects/notes', { properties: { hs_timestamp: NOW } });
    faults.set({ match: { method: 'POST', path: /notes/ }, times: 1, response: 'reset' });
    await expect(create()).rejects.toThrow();
    expect(account.portal.state.notes()).toHaveLength(0);
    faults.set({ match: { method: 'POST', path: /notes/ }, times: 1, response: { afterEffect: 'reset' } });
    await expect(create()).rejects.toThrow();
    expect(account.portal.state.notes()).toHaveLength(1);
    expect(account.simulator.calls.all().map(({ status }) => status)).toEqual([0, 0]);
    expect(account.simulator.calls.count('POST /crm/objects/notes')).toBe(2);
  });

  it('begin an answer that never ends', async () => {
    await start();
    account.simulator.stall(/account-info/);
    const response = await fetch(account.simulator.baseUrl + PATH, {
      headers: { authorization: `Bearer ${account.accessToken}` },
    });
    const reader = response.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('{"results":[');
    const ended = reader.read().then(
      () => 'ended',
      () => 'cut',
    );
    await account.simulator.close();
    expect(await ended).toBe('cut');
    account = await openAccount();
  });
});
