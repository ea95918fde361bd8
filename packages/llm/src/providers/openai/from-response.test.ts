import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import { describe, expect, it } from 'vitest';
import type { ModelAnswer } from '../../provider.ts';
import { addChunk, isProgress, withoutThoughts } from './from-response.ts';

function chunk(fields: object): ChatCompletionChunk {
  return {
    id: '1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'gpt-5-mini-1',
    choices: [],
    ...fields,
  } as never;
}

function delta(fields: object, finish: string | null = null): ChatCompletionChunk {
  return chunk({ choices: [{ index: 0, delta: fields, finish_reason: finish }] });
}

function read(...chunks: ChatCompletionChunk[]): ModelAnswer {
  return chunks.reduce<ModelAnswer>((answer, next) => addChunk(answer, next, 'OpenAI'), {
    text: '',
    model: 'gpt-5-mini',
  });
}

describe('addChunk', () => {
  it('puts a whole answer together', () => {
    expect(
      read(
        delta({ role: 'assistant', content: '' }),
        delta({ content: 'Hel' }),
        delta({ content: 'lo' }),
        delta({}, 'stop'),
        chunk({
          usage: {
            prompt_tokens: 9,
            completion_tokens: 2,
            total_tokens: 11,
            prompt_tokens_details: { cached_tokens: 4 },
          },
        }),
      ),
    ).toEqual({
      text: 'Hello',
      model: 'gpt-5-mini-1',
      finish: { kind: 'stop', raw: 'stop' },
      usage: { inputTokens: 9, outputTokens: 2, cachedInputTokens: 4 },
    });
  });

  it('keeps the words of a refusal apart', () => {
    expect(read(delta({ refusal: 'I can' }), delta({ refusal: "'t." }), delta({}, 'stop'))).toMatchObject({
      text: '',
      refusal: "I can't.",
    });
  });

  it.each([null, {}, { choices: 'x' }])('does not take %j for a chunk', (value) => {
    expect(() => addChunk({ text: '', model: 'm' }, value as never, 'OpenAI')).toThrow('malformed');
  });

  it('stops a model that never ends', () => {
    expect(() => read(delta({ content: 'x'.repeat(200_001) }))).toThrow('did not come to an end');
  });
});

describe('isProgress', () => {
  it.each([
    [delta({ role: 'assistant', content: '' }), false],
    [delta({ content: 'a' }), true],
    [delta({ reasoning: 'hm' }), true],
    [chunk({}), false],
  ])('%#', (value, expected) => {
    expect(isProgress(value)).toBe(expected);
  });
});

describe('withoutThoughts', () => {
  it.each([
    ['<think>\nHm.\n</think>\n\nHello', '\n\nHello'],
    ['<think>still thinking', ''],
    ['Hello <think>', 'Hello <think>'],
  ])('%j becomes %j', (text, expected) => {
    expect(withoutThoughts({ text, model: 'm' }).text).toBe(expected);
  });
});
