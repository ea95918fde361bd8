import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLIENT, openScene, TICKET } from '../connections/testing.ts';
import { connectCommand } from './connect.ts';
import { disconnectCommand } from './disconnect.ts';
import { doctorCommand } from './doctor.ts';
import { draftCommand } from './draft.ts';
import { environmentOf } from './testing.ts';

const LONG = { timeout: 240_000 };
let exitCode: typeof process.exitCode;
beforeEach(() => {
  exitCode = process.exitCode;
});
afterEach(() => {
  process.exitCode = exitCode;
});

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, 'localhost'), 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

test('connected from a terminal beside a running server, tried, looked at, and taken away', LONG, async () => {
  await using scene = await openScene();
  const { zendesk, raw } = scene;
  const port = await freePort();
  const redirectUri = `http://localhost:${port}/callback`;
  zendesk.oauth.registerClient({ id: CLIENT.clientId, secret: CLIENT.clientSecret, redirectUris: [redirectUri] });

  const { environment, out, said } = environmentOf({ raw });
  const stdin = new PassThrough();
  const secretAsked = Promise.withResolvers<void>();
  const say = (line: string) => {
    said.push(line);
    if (line.startsWith('Secret of the client')) secretAsked.resolve();
    // The person at the browser.
    const url = line.trim();
    if (url.startsWith(`${zendesk.baseUrl}/oauth/authorizations/new`)) void fetch(zendesk.oauth.allow(url));
  };
  const args = ['zendesk', '--subdomain', 'acme', '--client-id', CLIENT.clientId];
  const done = connectCommand({ ...environment, stdin, say }).parseAsync(
    [...args, '--port', String(port), '--try', String(TICKET)],
    { from: 'user' },
  );
  await secretAsked.promise;
  stdin.write(`${CLIENT.clientSecret}\n`);
  await done;
  expect(out.join('\n')).toContain('five days');
  expect(said.filter((line) => /^ {2}(ok|FAIL)/.test(line)).map((line) => line.slice(2, 6).trim())).toEqual(
    Array(6).fill('ok'),
  );
  expect(said.join('\n')).toContain('tickets:write: To put the draft into the ticket as an internal note');
  expect(`${out.join()}${said.join()}`).not.toContain(CLIENT.clientSecret);
  expect(zendesk.state.comments(TICKET)).toHaveLength(1);
  expect(process.exitCode).toBe(exitCode);

  const look = environmentOf({ raw });
  await doctorCommand(look.environment).parseAsync([], { from: 'user' });
  expect(look.out.filter((line) => line.includes('zendesk acme'))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^ok {4}zendesk acme, trigger/)]),
  );

  const draft = environmentOf({ raw });
  await draftCommand(draft.environment).parseAsync(['zendesk', String(TICKET), '--dry-run'], { from: 'user' });
  expect(draft.out.join('\n')).toContain('five days');

  const unsure = environmentOf({ raw, stdin: 'no\n' });
  await expect(disconnectCommand(unsure.environment).parseAsync(['zendesk'], { from: 'user' })).rejects.toMatchObject({
    message: 'Nothing was removed',
  });
  const sure = environmentOf({ raw, stdin: 'acme\n' });
  await disconnectCommand(sure.environment).parseAsync(['zendesk', '--json'], { from: 'user' });
  expect(JSON.parse(sure.out.join('\n'))).toMatchObject({ account: 'acme', left: [] });
  expect([zendesk.webhooks.list(), zendesk.webhooks.triggers(), zendesk.oauth.tokens]).toEqual([[], [], []]);
  const nobody = environmentOf({ raw });
  await expect(
    disconnectCommand(nobody.environment).parseAsync(['zendesk', '--yes'], { from: 'user' }),
  ).rejects.toMatchObject({
    kind: 'not-found',
  });
});

test.each([
  [['nobody'], 'There is no connector "nobody"'],
  [['zendesk', '--port', 'x', '--subdomain', 'acme'], '--port: expected a port from 1 to 65535'],
  [['zendesk'], 'Expected an answer: give --subdomain'],
  [['zendesk', '--subdomain', 'acme', '--client-id', 'c'], 'Expected an answer: set ZENDESK_CLIENT_SECRET'],
])('%j is answered with what was expected', LONG, async (args, message) => {
  const folder = await mkdtemp(join(tmpdir(), 'draftsmith-connect-'));
  const { environment } = environmentOf({ raw: { DRAFTSMITH_DATA: folder } });
  await expect(connectCommand(environment).parseAsync(args, { from: 'user' })).rejects.toThrow(message);
  await rm(folder, { recursive: true, force: true });
});
