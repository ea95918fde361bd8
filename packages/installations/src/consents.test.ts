import type { Database } from '@draftsmith/database';
import { consentRequests } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { challengeOf, createConsents } from './index.ts';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');

/** Enough of a seal for these tests: what is kept cannot be read as it is, and opens in its place only. */
const sealer = {
  seal: (value: string, place: string) => Buffer.from(JSON.stringify([place, value])).toString('base64'),
  open(sealed: string, place: string) {
    const [where, value] = JSON.parse(Buffer.from(sealed, 'base64').toString()) as [string, string];
    if (where !== place) throw new Error('another place');
    return value;
  },
} as Parameters<typeof createConsents>[1];

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let at = NOON;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    at = NOON;
    await database.orm.delete(consentRequests);
  });
  afterAll(() => database.close());

  const consents = () => createConsents(database.orm, sealer, () => new Date(at));
  const begin = () =>
    consents().begin({
      ...{ connector: 'zendesk', account: 'acme', given: { subdomain: 'acme' }, redirectUri: 'https://d.example/cb' },
      ...{ client: { clientId: 'c', clientSecret: 'hidden-7' }, boundTo: 'browser', actor: { id: 'u1', name: 'Ada' } },
    });

  test('comes back once, with the verifier of its challenge', async () => {
    const { state, codeChallenge } = await begin();
    const given = await consents().take(state, 'browser');
    expect(given).toMatchObject({ account: 'acme', client: { clientId: 'c' }, actor: { id: 'u1' } });
    expect(challengeOf(given.codeVerifier)).toBe(codeChallenge);
    await expect(consents().take(state, 'browser')).rejects.toMatchObject({ code: 'installations.consent' });
  });

  test('of two who come at the same moment one gets in', async () => {
    const { state } = await begin();
    const both = await Promise.allSettled([consents().take(state, 'browser'), consents().take(state, 'browser')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('another browser gets nothing, and ends it', async () => {
    const { state } = await begin();
    await expect(consents().take(state, 'another')).rejects.toMatchObject({ kind: 'auth' });
    await expect(consents().take(state, 'browser')).rejects.toMatchObject({ kind: 'auth' });
  });

  test('after ten minutes it is over; what nobody came back for is gone', async () => {
    const { state } = await begin();
    at += 10 * 60_000;
    await expect(consents().take(state, 'browser')).rejects.toMatchObject({ code: 'installations.consent' });
    await begin();
    at += 10 * 60_000 + 1;
    await begin();
    expect(await database.orm.select().from(consentRequests)).toHaveLength(1);
  });

  test('neither state, browser nor secret can be read from the row', async () => {
    const { state } = await begin();
    const row = JSON.stringify(await database.orm.select().from(consentRequests));
    for (const secret of [state, '"browser"', 'hidden-7']) expect(row).not.toContain(secret);
  });
});

test('the challenge of RFC 7636, appendix B', () => {
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  expect(challengeOf(verifier)).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
});
