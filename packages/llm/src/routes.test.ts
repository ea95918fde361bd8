import { isAppError } from '@draftsmith/errors';
import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoutes } from './routes.ts';

describe('parseRoutes', () => {
  it('reads the list in order', () => {
    expect(parseRoutes(' openai/gpt-5-mini, anthropic/claude-sonnet-5 ,local/Qwen/Qwen3-8B,offline')).toEqual([
      { provider: 'openai', model: 'gpt-5-mini' },
      { provider: 'anthropic', model: 'claude-sonnet-5' },
      { provider: 'local', model: 'Qwen/Qwen3-8B' },
      { provider: 'offline', model: 'composer' },
    ]);
  });

  it('is undone by formatRoute', () => {
    const list = 'openai/gpt-5-mini,local/Qwen/Qwen3-8B,offline';
    expect(parseRoutes(list).map(formatRoute).join(',')).toBe(list);
  });

  it.each([
    ['', 'is empty'],
    [' , ', 'is empty'],
    ['offline,,openai/gpt-5', 'empty entry'],
    ['gemini/pro', '"gemini/pro" names an unknown provider'],
    ['openai', '"openai" names no model'],
    ['openai/ ', '"openai/" names no model'],
    ['offline/x', 'the offline drafter has none'],
    ['openai/a,openai/a', '"openai/a" is listed twice'],
  ])('"%s" is wrong: %s', (list, problem) => {
    const thrown = (() => {
      try {
        return parseRoutes(list);
      } catch (error) {
        return error;
      }
    })();
    expect(isAppError(thrown) && thrown.kind).toBe('invalid');
    expect(String(thrown)).toContain(problem);
    expect(String(thrown)).toContain('openai/gpt-5-mini,anthropic/claude-sonnet-5,local/qwen3,offline');
  });
});
