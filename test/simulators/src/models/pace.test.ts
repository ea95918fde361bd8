import { afterEach, describe, expect, it } from 'vitest';
import { tokenize } from './conversation.ts';
import { type ModelServer, startModels } from './server.ts';

let models: ModelServer;
afterEach(() => models.close());

const post = (baseUrl: string, body: unknown) =>
  fetch(`${baseUrl}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer any' },
    body: JSON.stringify(body),
  });

describe('pace', () => {
  it('sends a paced stream piece by piece and never faster than asked', async () => {
    models = await startModels({ reply: () => 'aaaabbbbccccdddd', tokensPerSecond: 100 });
    const started = performance.now();
    const response = await post(models.baseUrl, {
      model: 'm',
      stream: true,
      messages: [{ role: 'user', content: 'x' }],
    });
    await response.text();
    // Four pieces, three gaps of 10 ms; a lower bound only, because a busy machine may take any time.
    expect(performance.now() - started).toBeGreaterThanOrEqual(28);
  });

  it('waits latencyMs before the first header', async () => {
    models = await startModels({ latencyMs: 25 });
    const started = performance.now();
    await post(models.baseUrl, { model: 'm', messages: [{ role: 'user', content: 'x' }] });
    expect(performance.now() - started).toBeGreaterThanOrEqual(24);
  });
});

describe('tokens', () => {
  it('lose no character', async () => {
    models = await startModels();
    for (const text of ['', ' ', 'a', 'Привет, мир!\n\n', 'two  spaces', 'emoji 👍🏽 end ', '\tx']) {
      expect(tokenize(text).join('')).toBe(text);
    }
  });
});

describe('switches over HTTP', () => {
  it('set, list and clear faults', async () => {
    models = await startModels();
    const rule = { times: 1, fault: { kind: 'status', status: 503 } };
    const set = await fetch(`${models.baseUrl}/_sim/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rule),
    });
    expect(set.status).toBe(201);
    expect(models.faults.list()).toEqual([rule]);
    await fetch(`${models.baseUrl}/_sim/faults`, { method: 'DELETE' });
    expect(models.faults.list()).toEqual([]);
  });

  it('refuse a fault that does not exist', async () => {
    models = await startModels();
    const response = await fetch(`${models.baseUrl}/_sim/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fault: { kind: 'gremlin' } }),
    });
    expect(response.status).toBe(400);
  });
});
