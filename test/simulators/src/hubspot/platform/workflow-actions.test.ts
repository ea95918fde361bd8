import { afterEach, describe, expect, it } from 'vitest';
import { type AppAnswer, type CalledApp, openAccount, openApp, type TestAccount } from '../test-account.ts';
import { signV2 } from './signatures.ts';

const open: { account?: TestAccount; app?: CalledApp } = {};
afterEach(async () => {
  await open.account?.simulator.close();
  await open.app?.close();
});

async function start(script: AppAnswer[], options = {}) {
  const account = await openAccount({ portals: [{ id: 7 }], ...options });
  const app = await openApp(script);
  Object.assign(open, { account, app });
  return { account, app, url: `${app.origin}/actions/generate` };
}

const answer = (outputFields: object): AppAnswer => ({ status: 200, body: JSON.stringify({ outputFields }) });
const BLOCK = answer({ hs_execution_state: 'BLOCK', hs_expiration_duration: 'P1WT1H' });

describe('workflow actions', () => {
  it('post the documented body, signed v2', async () => {
    const { account, app, url } = await start([answer({ hs_execution_state: 'SUCCESS', draftUrl: 'x' })]);
    const run = await account.portal.actions.run(url, { objectId: '904', inputFields: { tone: 'warm' } });
    expect(run).toMatchObject({ state: 'SUCCESS', outputFields: { draftUrl: 'x' }, attempts: [200] });
    const [request] = app.received;
    expect(JSON.parse(request!.body)).toEqual({
      callbackId: run.callbackId,
      origin: { portalId: 7, actionDefinitionId: 10646377, actionDefinitionVersion: 1 },
      context: { source: 'WORKFLOWS', workflowId: 192814114 },
      object: { objectId: 904, properties: {}, objectType: 'DEAL' },
      inputFields: { tone: 'warm' },
    });
    const { body } = request!;
    expect(request!.headers['x-hubspot-signature']).toBe(
      signV2(account.simulator.app.clientSecret, { method: 'POST', url, body }),
    );
    expect(request!.headers['x-hubspot-signature-v3']).toBeUndefined();
  });

  it('carry v3 as well when asked to', async () => {
    const { account, app, url } = await start([BLOCK], { actionsSignV3: true });
    await account.portal.actions.run(url, { objectId: '1' });
    expect(app.received[0]!.headers['x-hubspot-signature-v3']).toBeDefined();
  });

  it('block until the callback is completed', async () => {
    const { account, url } = await start([BLOCK]);
    const { callbackId, state } = await account.portal.actions.run(url, { objectId: '1' });
    expect(state).toBe('BLOCKED');
    const done = account.portal.actions.completed(callbackId);
    const body = { outputFields: { hs_execution_state: 'SUCCESS', draftUrl: 'y' }, typedOutputs: {} };
    const path = `/automation/v4/actions/callbacks/${callbackId}/complete`;
    const blind = account.portal.staticToken(['crm.objects.deals.read']);
    expect((await account.send('POST', path, body, blind)).status).toBe(403);
    expect((await account.send('POST', path, body)).status).toBe(204);
    expect(await done).toMatchObject({ state: 'SUCCESS', outputFields: { draftUrl: 'y' }, completions: 1 });
    const other = `/automation/actions/callbacks/2026-03/${callbackId}/complete`;
    expect((await account.send('POST', other, body)).status).toBe(204);
    expect(account.portal.actions.get(callbackId)?.completions).toBe(2);
    const batch = { inputs: [{ callbackId, ...body }] };
    expect((await account.send('POST', '/automation/actions/callbacks/2026-03/complete', batch)).status).toBe(204);
    expect((await account.send('POST', '/automation/v4/actions/callbacks/ap-none/complete', body)).status).toBe(404);
  });

  it('expire after the time that the answer named', async () => {
    const { account, url } = await start([BLOCK]);
    const { callbackId } = await account.portal.actions.run(url, { objectId: '1' });
    account.advance(169 * 3_600_000 - 1);
    expect(account.portal.actions.get(callbackId)?.state).toBe('BLOCKED');
    account.advance(1);
    expect(account.portal.actions.get(callbackId)?.state).toBe('EXPIRED');
  });

  it.each<[string, AppAnswer[], number, string]>([
    ['a 400 fails at once', [{ status: 400 }, BLOCK], 1, 'FAILED'],
    ['a 429 is tried again', [{ status: 429, headers: { 'retry-after': '50' } }, BLOCK], 2, 'BLOCKED'],
    ['a 500 is tried again', [{ status: 500 }, { status: 503 }, BLOCK], 3, 'BLOCKED'],
    ['a lost connection is tried again', ['reset', BLOCK], 2, 'BLOCKED'],
  ])('%s, with the same callback', async (_what, script, attempts, state) => {
    const { account, app, url } = await start(script);
    const run = await account.portal.actions.run(url, { objectId: '1' });
    expect([run.attempts.length, run.state]).toEqual([attempts, state]);
    expect(new Set(app.received.map(({ body }) => JSON.parse(body).callbackId)).size).toBe(1);
  });
});
