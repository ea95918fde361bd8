import { isAppError } from '@draftsmith/errors';
import { describe, expect, it } from 'vitest';
import { parseRoutes } from './parse-routes.ts';
import { formatRoute } from './route.ts';

describe('parseRoutes', () => {
  it('reads the list in order', () => {
    expect(parseRoutes(' openai/gpt-5-mini, anthropic/claude-sonnet-5 ,local/Qwen/Qwen3-8B,offline')).toEqual([
      { provider: 'openai', model: 'gpt-5-mini' },
      { provider: 'anthropic', model: 'claude-sonnet-5' },
      { provider: 'local', model: 'Qwen/Qwen3-8B' },
      { provider: 'offline', model: 'composer' },
    ]);
  });

  it('reads the finer settings from JSON', () => {
    const list = [{ route: 'openai/gpt-5-mini', hedgeAfterMs: 3_000, price: { input: 1, output: 2 } }, 'offline'];
    expect(parseRoutes(JSON.stringify(list))).toEqual([
      { provider: 'openai', model: 'gpt-5-mini', hedgeAfterMs: 3_000, price: { input: 1, output: 2 } },
      { provider: 'offline', model: 'composer' },
    ]);
  });

  it('lists one model on two servers', () => {
    const at = (port: number) => ({ route: 'local/qwen3', baseUrl: `http://127.0.0.1:${port}/v1` });
    expect(parseRoutes(JSON.stringify([at(8_001), at(8_002)]))).toHaveLength(2);
  });

  it('is undone by formatRoute', () => {
    const list = 'openai/gpt-5-mini,local/Qwen/Qwen3-8B,offline,canned';
    expect(parseRoutes(list).map(formatRoute).join(',')).toBe(list);
  });

  it.each([
    ['', 'is empty'],
    [' , ', 'is empty'],
    ['offline,,openai/gpt-5', 'empty entry'],
    ['gemini/pro', '"gemini/pro" names an unknown provider'],
    ['openai', '"openai" names no model'],
    ['openai/ ', '"openai/" names no model'],
    ['offline/x', 'offline has none'],
    ['canned/', 'canned has none'],
    ['[', 'is not valid JSON'],
    ['[]', 'is not a JSON list with entries'],
    ['[7]', 'Entry 1 of the list of routes must be object'],
    ['[{}]', "must have required property 'route'"],
    [
      '["offline",{"route":"openai/a","hedge":1}]',
      'Entry 2 of the list of routes must NOT have additional properties ("hedge")',
    ],
    ['[{"route":"openai/a","limits":{"idleMs":0}}]', 'is wrong at limits.idleMs: it must be >= 1'],
    ['[{"route":"openai/a","tier":"huge"}]', '(large, small)'],
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
