import type { HubSpotSimulator } from '@draftsmith/simulators/hubspot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from './connection.ts';
import { connectedSettings, dealRef, PORTAL, portsWith, settingsFor, startAccount } from './testing/account.ts';

const { signal } = new AbortController();
let hubspot: HubSpotSimulator;
beforeEach(async () => {
  hubspot = await startAccount();
});
afterEach(() => hubspot.close());

test('says whose account it is', async () => {
  const connection = connect(settingsFor(hubspot), portsWith());
  expect(await connection.check(signal)).toEqual({ identity: `account ${PORTAL} at app.hubspot.com` });
});

test('a token of another account is found out', async () => {
  const settings = settingsFor(hubspot, hubspot.portal(5_005).staticToken());
  await expect(connect(settings, portsWith()).check(signal)).rejects.toMatchObject({ code: 'hubspot.other-account' });
});

test('a token that ended is replaced while nobody notices', async () => {
  const ended = hubspot.oauth.grant(PORTAL).accessToken;
  hubspot.oauth.expireAccessTokens(PORTAL);
  const asked: (string | undefined)[] = [];
  const ports = portsWith({
    async accessToken(refused) {
      asked.push(refused);
      return refused === undefined ? ended : hubspot.oauth.grant(PORTAL).accessToken;
    },
  });
  await connect(connectedSettings(hubspot), ports).check(signal);
  expect(asked).toEqual([undefined, ended]);
});

test('an account whose token nobody keeps is a failure of kind auth', async () => {
  const connection = connect(connectedSettings(hubspot), portsWith());
  await expect(connection.check(signal)).rejects.toMatchObject({ kind: 'auth', code: 'hubspot.no-token' });
});

test('there are no conversations to answer', async () => {
  const connection = connect(settingsFor(hubspot), portsWith({ fetch: () => expect.fail('asked') }));
  expect(await connection.gatherContext(dealRef(), signal)).toEqual({ kind: 'skip', reason: 'no-customer-message' });
  const draft = { text: 'x', language: 'en', citations: [], provider: 'p', model: 'm', modelWritten: false };
  const write = { resource: dealRef(), draft, idempotencyKey: 'k', context: { revision: '1', freshness: '1' } };
  await expect(connection.writeBack(write, signal)).rejects.toMatchObject({ kind: 'invalid' });
});
