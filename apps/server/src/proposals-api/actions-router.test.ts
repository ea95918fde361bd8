import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AutomationCall, ConnectorDescriptor, Verification } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { silentLogger } from '@draftsmith/logger';
import type { Prepare } from '@draftsmith/proposals';
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Account } from '../accounts.ts';
import { actionsRouter } from './actions-router.ts';

const verified = (by: string): Verification => ({
  scheme: 'own',
  verify: ({ headers }) =>
    headers['x-by'] === by ? { kind: 'verified' } : { kind: 'rejected', reason: 'signature-wrong' },
});
const ANSWERS = { wait: { wait: true }, goOn: { goOn: true } };

function hubThat(actionRetryAfter: 'seconds' | 'milliseconds'): ConnectorDescriptor {
  return {
    ...{ id: 'hub', title: 'Hub', sharedEndpoint: { secretSetting: 'clientSecret' } },
    settings: { help: { clientSecret: { expected: 'a secret', shared: true } } },
    calls: {
      verification: { people: verified('person'), automations: verified('automation') },
      caller: () => undefined,
      action: ({ body }: { body: Uint8Array }) => JSON.parse(Buffer.from(body).toString()) as AutomationCall,
      ...{ actionAnswers: ANSWERS, actionRetryAfter },
    },
  } as unknown as ConnectorDescriptor;
}

let prepared: Prepare[];
let follow: (id: string) => Promise<{ gone: boolean }>;
let at: number;
let server: Server;
let retryAfter: 'seconds' | 'milliseconds';

beforeEach(async () => {
  [prepared, at, retryAfter] = [[], 1_000_000, 'milliseconds'];
  follow = async (id) => ({ gone: id === 'none' });
  const account = { connection: { deals: { follow: ({ id }: { id: string }) => follow(id) } } } as unknown as Account;
  const deps = {
    ...{ raw: { HUB_CLIENT_SECRET: 's3cret' }, publicUrl: 'https://drafts.example.com', logger: silentLogger },
    now: () => new Date(at),
    accounts: { find: (_: string, id: string) => (id === 'gone' ? undefined : account) },
    proposals: {
      prepare: async (given: Prepare) => {
        prepared.push(given);
        return { kind: 'started' as const, operationId: 'o' };
      },
    },
  };
  const routers = { milliseconds: actionsRouterOf('milliseconds'), seconds: actionsRouterOf('seconds') };
  function actionsRouterOf(unit: 'seconds' | 'milliseconds') {
    return actionsRouter({ ...deps, connectors: [hubThat(unit)] });
  }
  server = createServer(express().use((...given) => routers[retryAfter](...given)));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(() => new Promise((done) => server.close(done)));

async function step(change: Partial<AutomationCall> & { id?: string } = {}) {
  const { id = '7', ...rest } = change;
  const call: AutomationCall = {
    ...{ account: 'one', resource: { type: 'deal', id }, callbackId: 'c-1', choices: {}, ...rest },
  };
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hub/proposal`, {
    ...{ method: 'POST', headers: { 'x-by': 'automation' }, body: JSON.stringify(call) },
  });
  return {
    status: response.status,
    wait: response.headers.get('retry-after'),
    body: (await response.json()) as unknown,
  };
}

test('sixty steps a minute of one account are recorded; more are told how long to wait, in its own unit', async () => {
  for (let n = 0; n < 60; n += 1) expect((await step({ callbackId: `c-${n}` })).status).toBe(200);
  at += 20_500;
  expect(await step()).toEqual({ status: 429, wait: '39500', body: {} });
  expect(prepared).toHaveLength(60);
  expect((await step({ account: 'two' })).status).toBe(200);
  at += 39_500;
  expect(await step()).toMatchObject({ status: 200, body: ANSWERS.wait });
  retryAfter = 'seconds';
  for (let n = 0; n < 60; n += 1) await step();
  at += 500;
  expect(await step()).toMatchObject({ status: 429, wait: '60' });
});

test('a deal that is none leaves nothing behind, and its workflow goes on', async () => {
  expect(await step({ id: 'none' })).toMatchObject({ status: 200, body: ANSWERS.goOn });
  expect(await step({ account: 'gone' })).toMatchObject({ status: 200, body: ANSWERS.goOn });
  expect(prepared).toEqual([]);
});

test('where nobody can tell whether there is such a deal, the step is recorded', async () => {
  follow = async () => {
    throw new AppError('unavailable', 'down');
  };
  expect(await step()).toMatchObject({ status: 200, body: ANSWERS.wait });
  expect(prepared).toHaveLength(1);
});

test.each([
  [{ locale: 'German!' }, {}],
  [{ locale: 'german' }, {}],
  [{ locale: 'x'.repeat(36) }, {}],
  [{ locale: '' }, {}],
  [
    { locale: 'ru-ru', templateId: 't-1' },
    { locale: 'ru-RU', templateId: 't-1' },
  ],
  [{ locale: 'de' }, { locale: 'de' }],
])('of %j it takes %j', async (choices, taken) => {
  await step({ choices });
  expect(prepared.map((one) => one.choices)).toEqual([taken]);
});
