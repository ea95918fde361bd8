import type { Passage } from '@draftsmith/contracts';
import { expect, it } from 'vitest';
import { aRequest } from '../../testing/requests.ts';
import { createOfflineProvider } from './index.ts';

const passages: Passage[] = [
  {
    sourceId: 'a',
    sourceTitle: 'Refunds',
    sourceKind: 'article',
    text: 'Refunds take ten days.',
    visibility: 'public',
    confidence: 0.5,
  },
];
const call = { model: 'composer', signal: new AbortController().signal };
const ask = (text: string, minConfidence?: number) =>
  createOfflineProvider(minConfidence === undefined ? {} : { minConfidence }).ask(
    aRequest({ messages: [{ role: 'user', text }], material: { language: 'en', passages } }),
    call,
  );

it('abstains without material', async () => {
  expect(await createOfflineProvider().ask(aRequest(), call)).toMatchObject({ kind: 'abstained' });
});

it('answers without tokens and says what it used', async () => {
  expect(await ask('Refund?')).toMatchObject({
    kind: 'text',
    model: 'composer',
    usage: { inputTokens: 0, outputTokens: 0 },
    usedSourceIds: ['a'],
  });
});

it('abstains below its threshold', async () => {
  expect(await ask('Refund?', 0.6)).toEqual({
    kind: 'abstained',
    detail: 'No passage matches the question well enough',
  });
});

it("reads the customer's mood in a message, and not in a prompt that holds the passages", async () => {
  const mood = async (text: string) => {
    const answer = await ask(text);
    return answer.kind === 'text' && answer.text.includes('we are sorry');
  };
  expect(await mood('Where is my refund??')).toBe(true);
  expect(await mood('CUSTOMER: Where is my refund??\n\nSOURCES: Refunds take ten days.')).toBe(false);
});
