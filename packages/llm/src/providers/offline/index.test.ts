import { expect, it } from 'vitest';
import { aRequest } from '../../testing/requests.ts';
import { createOfflineProvider } from './index.ts';

const limits = { connectMs: 1, firstTokenMs: 1, idleMs: 1, endGraceMs: 1 };
const call = { model: 'composer', limits, signal: AbortSignal.abort() };
const provider = createOfflineProvider();

it('answers with what the caller composes, even after the deadline and for nothing', async () => {
  expect(await provider.ask(aRequest({ compose: () => ({ text: 'Hello', usedSourceIds: ['a'] }) }), call)).toEqual({
    kind: 'text',
    text: 'Hello',
    usedSourceIds: ['a'],
    model: 'composer',
    usage: { inputTokens: 0, outputTokens: 0 },
    estimated: false,
  });
  expect(provider.usesModel).toBe(false);
  const more = { kind: 'reply', text: 'Hello' };
  expect(await provider.ask(aRequest({ compose: () => more }), call)).toMatchObject({ kind: 'text', text: 'Hello' });
});

it('abstains when there is nothing to say', async () => {
  expect(await provider.ask(aRequest(), call)).toMatchObject({ kind: 'abstained' });
  expect(await provider.ask(aRequest({ compose: () => ({ nothing: 'No source fits' }) }), call)).toEqual({
    kind: 'abstained',
    detail: 'No source fits',
  });
});
