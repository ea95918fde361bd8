import { expect, it } from 'vitest';
import { aRequest } from '../../testing/requests.ts';
import { createCannedProvider } from './index.ts';

const limits = { connectMs: 1, firstTokenMs: 1, idleMs: 1, endGraceMs: 1 };
const call = { model: 'text', limits, signal: AbortSignal.abort() };

it('says the same to everybody', async () => {
  const provider = createCannedProvider({ text: 'We will be back.' });
  expect(await provider.ask(aRequest(), call)).toMatchObject({
    kind: 'text',
    text: 'We will be back.',
    estimated: false,
  });
});

it.each([
  [{ text: 'We will be back.' }, aRequest({ output: { name: 'x', schema: {} } })],
  [{ text: ' ' }, aRequest()],
  [{}, aRequest()],
])('abstains with %j', async (options, request) => {
  expect(await createCannedProvider(options).ask(request, call)).toMatchObject({ kind: 'abstained' });
});
