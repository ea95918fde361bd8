import { describe, expect, it } from 'vitest';
import { aRequest } from '../testing/requests.ts';
import { judge } from './judge.ts';
import { chatDialect } from './openai/chat/index.ts';
import type { ChatCounts } from './openai/chat/to-usage.ts';
import { type Reading, startReading } from './reading.ts';

const stop = { kind: 'stop', raw: 'stop' } as const;
const counts = { prompt_tokens: 10, completion_tokens: 5 };
const usage = { inputTokens: 10, outputTokens: 5 };
const exact = { spent: { usage, estimated: false } };
const exchange = { title: 'OpenAI', dialect: chatDialect('openai'), request: aRequest(), model: 'gpt-4o' };

function judged(more: Partial<Reading<ChatCounts>>) {
  return judge({ ...startReading<ChatCounts>('m', 0), begun: true, ...more }, exchange, 0);
}

describe('judge', () => {
  it('lets a whole answer through, trimmed', () => {
    const answer = judged({ text: ' Hello there \n', finish: stop, counts, counted: true, firstTokenMs: 7 });
    expect(answer).toEqual({ kind: 'text', text: 'Hello there', model: 'm', usage, estimated: false, firstTokenMs: 7 });
  });

  it('guesses at the tokens when nobody counted, never more than were allowed', () => {
    const guess = { kind: 'text', estimated: true, usage: { inputTokens: 17, outputTokens: 2 } };
    expect(judged({ text: 'Hello', finish: stop })).toMatchObject(guess);
    expect(judged({ text: 'x'.repeat(9_000), finish: stop })).toMatchObject({ usage: { outputTokens: 300 } });
    expect(judged({ text: 'Hello', finish: stop, counts: { ...counts, prompt_tokens: 12 } })).toMatchObject({
      estimated: true,
      usage: { inputTokens: 12, outputTokens: 5 },
    });
  });

  it.each<[string, Partial<Reading<ChatCounts>>, object]>([
    ['cut', { text: 'Hel' }, { code: 'llm.cut', retryable: true }],
    [
      'truncated',
      { text: 'Hel', finish: { kind: 'length', raw: 'length' } },
      { code: 'llm.truncated', retryable: false },
    ],
    ['empty', { text: ' \n', finish: stop }, { code: 'llm.empty' }],
    ['thoughts alone', { text: '<think>Hm.', finish: stop }, { code: 'llm.empty' }],
    ['a tool call', { text: 'Hel', finish: { kind: 'other', raw: 'tool_calls' } }, { code: 'llm.finish' }],
  ])('never passes off as success, but has it paid: %s', (_, reading, error) => {
    expect(judged({ counts, counted: true, ...reading })).toMatchObject({
      kind: 'failed',
      error: { kind: 'unavailable', ...error },
      ...exact,
    });
  });

  it.each<[Partial<Reading<ChatCounts>>, string]>([
    [{ refusal: ' I  cannot\nhelp. ', finish: stop }, 'OpenAI declined to answer: I cannot help.'],
    [{ finish: { kind: 'refusal', raw: 'content_filter' } }, 'OpenAI declined to answer (content_filter)'],
  ])('keeps the reason of a refusal', (reading, detail) => {
    expect(judged({ counts, counted: true, ...reading })).toEqual({ kind: 'refused', detail, ...exact });
  });

  it('repeats words of an API, and no text that a server puts in their place', () => {
    const answer = judged({ text: 'Hel', finish: { kind: 'other', raw: 'blocked for jane@example.com' } });
    expect(JSON.stringify(answer)).not.toContain('jane');
    expect(answer).toMatchObject({ error: { message: expect.stringContaining('(unknown)') } });
  });

  it('reads a reported error, and charges what the model had said by then', () => {
    const answer = judged({ text: 'Hello', error: { type: 'rate_limit_error' } });
    expect(answer).toMatchObject({ kind: 'failed', error: { kind: 'rate-limited' }, spent: { estimated: true } });
    expect(judged({ begun: false, error: 'x' })).not.toHaveProperty('spent');
    expect(judged({ error: { code: 'content_filter' } })).toMatchObject({ kind: 'refused' });
  });

  it.each([
    [5, 0, true],
    [6, 1, false],
    [10, 5, false],
    // Finer than tokens: what repeats there is the answer.
    [20, 4, true],
    [6, 0, true],
  ])('of %i pieces and %i repeats for 5 tokens', (pieces, repeats, good) => {
    const answer = judged({ text: 'ha ha', finish: stop, counts, counted: true, pieces, repeats });
    if (good) expect(answer.kind).toBe('text');
    else expect(answer).toMatchObject({ error: { code: 'llm.duplicated', retryable: true }, ...exact });
  });
});
