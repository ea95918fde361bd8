import { expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { aRequest } from '../testing/requests.ts';
import { createHttpProvider } from './http-provider.ts';
import { chatDialect } from './openai/chat/index.ts';

it('loads a client anew that could not be loaded at first', async () => {
  const whole = '{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}';
  const asResponse = async () => new Response(whole, { headers: { 'content-type': 'application/json' } });
  let loads = 0;
  const provider = createHttpProvider({
    name: 'local',
    title: 'The local server',
    clock: createManualClock(),
    fetch,
    dialectOf: () => chatDialect('compatible'),
    async connect() {
      if (++loads === 1) throw new Error('EMFILE');
      return { post: () => ({ asResponse }) };
    },
  });
  const limits = { connectMs: 1_000, firstTokenMs: 1_000, idleMs: 1_000, endGraceMs: 10 };
  const ask = () => provider.ask(aRequest(), { model: 'm', limits, signal: new AbortController().signal });
  await expect(ask()).rejects.toThrow('EMFILE');
  expect(await ask()).toMatchObject({ kind: 'text', text: 'Hello' });
  await ask();
  expect(loads).toBe(2);
});
