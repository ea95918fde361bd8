import { describe, expect, it } from 'vitest';
import { connectAnthropic } from '../anthropic/index.ts';
import { connectOpenAi } from '../openai/index.ts';
import { createIncomingBody } from './incoming-body.ts';
import { createLightResponse, type LightResponse } from './light-response.ts';

const HERE = 'http://127.0.0.1:9';
const wire = { pause: () => undefined, resume: () => undefined, drop: () => undefined };
const head = (status: number) => ({
  url: `${HERE}/v1`,
  status,
  headers: new Headers({ 'content-type': 'application/json', 'x-request-id': 'req-1', 'request-id': 'req-1' }),
});

/** Remembers by name what is read of it. */
function watched(response: LightResponse): { response: Response; read: Set<string> } {
  const read = new Set<string>();
  const proxy = new Proxy(response, {
    get(target, name) {
      read.add(String(name));
      return Reflect.get(target, name);
    },
  });
  return { response: proxy as unknown as Response, read };
}

describe.each([
  ['openai', connectOpenAi],
  ['anthropic', connectAnthropic],
])('the SDK of %s', (_, connect) => {
  const ask = async (response: Response) => {
    const client = await connect(HERE, 'key', { fetch: async () => response });
    return client.post('/v1', { body: {}, stream: true }).asResponse();
  };

  it('hands on an answer as it is', async () => {
    const { body, ...sink } = createIncomingBody(wire);
    const { response, read } = watched(createLightResponse(head(200), body));
    expect(await ask(response)).toBe(response);
    sink.push(Buffer.from('Hello'));
    sink.end();
    expect(await response.text()).toBe('Hello');
    expect(read).toContain('headers');
  });

  it.each([301, 400, 401, 403, 404, 408, 409, 413, 429, 500, 529, 999])(
    'makes an error of %s, and reads nothing that is not there',
    async (status) => {
      const whole = createLightResponse(head(status), '{"error":{"type":"why"}}');
      const { response, read } = watched(whole);
      await expect(ask(response)).rejects.toMatchObject({
        status,
        error: expect.objectContaining({}),
        requestID: 'req-1',
      });
      // A promise may resolve to it, so everybody looks for `then`.
      expect([...read].filter((name) => name !== 'then' && !(name in whole))).toEqual([]);
      expect(read).toContain('text');
    },
  );
});

it('is read as JSON, or not at all', async () => {
  expect(await createLightResponse(head(200), '{"a":1}').json()).toEqual({ a: 1 });
  await expect(createLightResponse(head(200), '<html>').json()).rejects.toThrow(SyntaxError);
});
