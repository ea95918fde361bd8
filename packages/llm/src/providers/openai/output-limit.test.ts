import { expect, it } from 'vitest';
import { isResponsesOnly, outputLimit } from './output-limit.ts';

it.each([
  ['o1-pro', true],
  ['o3-pro-2025-06-10', true],
  ['gpt-5-pro', true],
  ['gpt-5.2-pro', true],
  ['gpt-5-codex', true],
  ['codex-mini-latest', true],
  ['o3-deep-research', true],
  ['computer-use-preview', true],
  ['gpt-5', false],
  ['gpt-5-mini', false],
  ['o3', false],
  ['gpt-4o-2024-08-06', false],
])('%s is served by Responses alone: %s', (model, only) => expect(isResponsesOnly(model)).toBe(only));

it('is never lower than what the API takes, and compatible servers take what was asked for', () => {
  expect(outputLimit(1, 'gpt-4o', 'openai')).toBe(16);
  expect(outputLimit(1, 'llama3.2', 'compatible')).toBe(1);
});
