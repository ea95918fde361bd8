import type { ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectTo, startAccount, ticketRef } from './testing/account.ts';

const { signal } = new AbortController();
let simulator: ZendeskSimulator;
beforeEach(async () => {
  simulator = await startAccount(undefined, { legacyBasic: { email: 'ada@example.com', apiToken: 'old-token' } });
});
afterEach(() => simulator.close());

describe('check', () => {
  test('says who we are there', async () => {
    const { connection, warnings } = connectTo(simulator);
    expect(await connection.check(signal)).toEqual({ identity: 'Ada Admin (admin) at acme' });
    expect(warnings).toEqual([]);
  });

  test('works with an API token, and warns that its days are counted', async () => {
    const legacy = { oauthToken: '', email: 'ada@example.com', apiToken: 'old-token' };
    const { connection, warnings } = connectTo(simulator, legacy);
    expect(await connection.check(signal)).toEqual({ identity: 'Ada Admin (admin) at acme' });
    expect(warnings).toEqual([[expect.stringContaining('2027-04-30')]]);
  });

  test('a wrong token is a failure of kind auth', async () => {
    const { connection } = connectTo(simulator, { oauthToken: 'wrong' });
    await expect(connection.check(signal)).rejects.toMatchObject({ kind: 'auth' });
  });

  test.each([
    ['auth', 'zendesk.anonymous', { id: null, name: 'Anonymous user', role: 'end-user' }],
    ['permission', 'zendesk.not-an-agent', { id: 21, name: 'Carla', role: 'end-user' }],
  ])('an identity that is of no use is a failure of kind %s', async (kind, code, user) => {
    simulator.faults.set({ match: { path: /users\/me/ }, response: { status: 200, body: { user } } });
    const { connection } = connectTo(simulator);
    await expect(connection.check(signal)).rejects.toMatchObject({ kind, code });
    await expect(connection.gatherContext(ticketRef(), signal)).rejects.toMatchObject({ kind, code });
  });
});

test('labels of a note are in the language of the agents', async () => {
  const { connection } = connectTo(simulator, { noteLanguage: 'ru' });
  const gathered = await connection.gatherContext(ticketRef(), signal);
  if (gathered.kind !== 'context') expect.fail(gathered.reason);
  const draft = { text: 'Hallo', language: 'de', citations: [], provider: 'x', model: 'm-1', modelWritten: true };
  const write = { resource: ticketRef(), draft, idempotencyKey: 'k', context: gathered.context };
  await connection.writeBack(write, signal);
  expect(simulator.state.notes(Number(ticketRef().id)).at(-1)?.body).toContain('проверьте перед отправкой');
});
