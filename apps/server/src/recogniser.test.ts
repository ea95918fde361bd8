import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createConfiguredRecogniser } from './recogniser.ts';
import { readServerSettings } from './settings.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** An analyzer as Presidio's: finds one name, and keeps what it was sent. */
async function startAnalyzer(status = 200) {
  const received: { url: string | undefined; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = JSON.parse(text);
    received.push({ url: request.url, body });
    const start = body.text.indexOf('Xanthippe');
    const found = start < 0 ? [] : [{ entity_type: 'PERSON', start, end: start + 9, score: 0.85 }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(found));
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/presidio`, received };
}

function recogniserOf(raw: Record<string, string>, warnings: string[] = []) {
  return createConfiguredRecogniser(readServerSettings(raw), (message) => warnings.push(message));
}

test('nobody is asked where no analyzer is set up', () => {
  expect(recogniserOf({})).toBeUndefined();
});

test('an analyzer is asked below its path, and what it finds counts', async () => {
  const { url, received } = await startAnalyzer();
  const recogniser = recogniserOf({ DRAFTSMITH_PRESIDIO_URL: url });
  const find = await recogniser?.recogniserFor(['Ask Xanthippe'], 'en');
  expect(find?.('Ask Xanthippe')).toEqual([{ type: 'PERSON', start: 4, end: 13 }]);
  expect(received).toEqual([{ url: '/presidio/analyze', body: { text: 'Ask Xanthippe', language: 'en' } }]);
});

test('findings below the score that was set are left out', async () => {
  const { url } = await startAnalyzer();
  const recogniser = recogniserOf({ DRAFTSMITH_PRESIDIO_URL: url, DRAFTSMITH_PRESIDIO_MIN_SCORE: '0.9' });
  expect((await recogniser?.recogniserFor(['Ask Xanthippe'], 'en'))?.('Ask Xanthippe')).toEqual([]);
});

test('one that fails is done without, after one request and one warning that quotes nothing', async () => {
  const { url, received } = await startAnalyzer(503);
  const warnings: string[] = [];
  const recogniser = recogniserOf({ DRAFTSMITH_PRESIDIO_URL: url }, warnings);
  for (const text of ['Ask Xanthippe', 'Ask Xanthippe again'])
    expect((await recogniser?.recogniserFor([text], 'en'))?.(text)).toEqual([]);
  expect(received).toHaveLength(2);
  expect(warnings).toHaveLength(1);
  expect(warnings.join()).not.toContain('Xanthippe');
});

test.each([
  ['https://presidio.example.com', '', false],
  ['https://presidio.example.com', 'presidio.example.com', true],
  ['http://127.0.0.1:5002', '', true],
  ['http://10.0.0.7:5002', '', false],
])('local only, %s with the hosts "%s": %s', (url, hosts, isAllowed) => {
  const raw = { DRAFTSMITH_PRESIDIO_URL: url, DRAFTSMITH_LOCAL_ONLY: 'true', DRAFTSMITH_ALLOWED_HOSTS: hosts };
  if (isAllowed) expect(recogniserOf(raw)).toBeDefined();
  else expect(() => recogniserOf(raw)).toThrow('DRAFTSMITH_PRESIDIO_URL: expected an analyzer on this machine');
});
