import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Assist } from '@draftsmith/assist';
import type { Connection } from '@draftsmith/contracts';
import { silentLogger } from '@draftsmith/logger';
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { errorHandler } from '../http/errors.ts';
import { assistRouter } from './assist-router.ts';
import { SECRET, tokenFor } from './testing.ts';

let server: Server;
let seen: string[];
let viewed: unknown[];
let now: number;

beforeEach(async () => {
  [seen, viewed, now] = [[], [], Date.now()];
  const assist = {
    view: async (...given: unknown[]) => {
      viewed.push(given);
      return { state: 'none' };
    },
    start: async () => ({ known: false, operation: { id: 'x' } }),
  } as unknown as Assist;
  const app = express();
  app.use(
    '/assist',
    assistRouter({
      assist,
      now: () => new Date(now),
      secretOf: async (_connector, account) => (account === 'acme' ? SECRET : undefined),
      connectionOf: () => ({ agent: async (id: string) => ({ id, name: `Agent ${id}` }) }) as unknown as Connection,
      onSeen: (...installation) => void seen.push(installation.join('/')),
    }),
    errorHandler(silentLogger),
  );
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterEach(() => new Promise((closed) => server.close(closed).closeAllConnections()));

async function get(path: string, token: string | null, init: RequestInit = {}) {
  const { port } = server.address() as AddressInfo;
  const headers: Record<string, string> = { ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`http://127.0.0.1:${port}/assist/${path}`, { ...init, headers });
  return { status: response.status, wait: response.headers.get('retry-after'), text: await response.text() };
}

test('the ticket of the address and the agent of the token reach the view; the installation was seen', async () => {
  expect((await get('zendesk/acme/tickets/7/view', await tokenFor())).status).toBe(200);
  await get('zendesk/acme/tickets/7/view', await tokenFor());
  const resource = { connector: 'zendesk', account: 'acme', type: 'ticket', id: '7' };
  expect(viewed).toEqual([
    [resource, { id: '12', name: 'Agent 12' }],
    [resource, { id: '12', name: 'Agent 12' }],
  ]);
  expect(seen).toEqual(['zendesk/acme']);
  now += 60_000;
  await get('zendesk/acme/tickets/7/view', await tokenFor());
  expect(seen).toHaveLength(2);
});

test('strangers learn nothing: neither which accounts, nor which addresses there are', async () => {
  const answers = [
    await get('zendesk/acme/tickets/7/view', null),
    await get('zendesk/acme/tickets/7/view', await tokenFor({ secret: 'wrong' })),
    await get('zendesk/globex/tickets/7/view', await tokenFor({ iss: 'globex' })),
    await get('nothing/acme2/tickets/7/view', await tokenFor()),
    await get('zendesk/acme/tickets/7/nowhere', null),
  ];
  for (const answer of answers) expect(answer).toEqual({ ...answers[0], status: 401 });
  expect([viewed, seen]).toEqual([[], []]);
});

test('a ticket has a number, not a path', async () => {
  expect((await get('zendesk/acme/tickets/7%2F..%2F8/view', await tokenFor())).status).toBe(404);
});

test('an agent who starts without pause waits; another one does not', async () => {
  const body = () => JSON.stringify({ requestId: 'request-1', revise: { kind: 'draft' } });
  const token = await tokenFor();
  const { port } = server.address() as AddressInfo;
  const start = async (by: string) =>
    fetch(`http://127.0.0.1:${port}/assist/zendesk/acme/tickets/7/operations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${by}`, 'content-type': 'application/json' },
      body: body(),
    });
  for (let n = 0; n < 30; n += 1) expect((await start(token)).status).toBe(202);
  const refused = await start(token);
  expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 60]);
  expect((await start(await tokenFor({ sub: '13' }))).status).toBe(202);
  // The token is renewed by the app itself; the window is over by the clock.
  now += 60_000;
  expect((await start(await tokenFor({ expiresIn: 120 }))).status).toBe(202);
});
