import { DEFAULT_POLICY } from '@draftsmith/contracts';
import type { Completion } from '@draftsmith/llm';
import { expect, test } from 'vitest';
import { redactPrompt } from './redacted-prompt.ts';

const prompt = 'Write to Sofia Lindqvist, sofia.lindqvist@mail.example, that her bike is ready.';

test('what is taken out of a prompt comes back in the answer and in its data', () => {
  const { text, restored, guard } = redactPrompt(prompt, DEFAULT_POLICY.privacy);
  expect(text).not.toMatch(/Sofia|Lindqvist|mail\.example/);
  expect(guard.replaced()).toMatchObject({ PERSON: 1, EMAIL: 1 });
  const answer = { text, data: { to: ['[EMAIL_1]', 7], note: null } } as Partial<Completion> as Completion;
  expect(restored({ kind: 'answered', completion: answer })).toMatchObject({
    completion: { text: prompt, data: { to: ['sofia.lindqvist@mail.example', 7], note: null } },
  });
});

test('a payload that still holds one of them is a leak', () => {
  const { guard } = redactPrompt(prompt, DEFAULT_POLICY.privacy);
  const payload = (content: string) => JSON.stringify({ messages: [{ role: 'user', content }] });
  expect(guard.inspect(payload('For [PERSON_1]'))).toEqual([]);
  expect(guard.inspect(payload('For sofia.lindqvist@mail.example'))).toMatchObject([
    { type: 'EMAIL', path: 'messages[0].content' },
  ]);
});
