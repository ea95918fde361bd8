import type { RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages';
import { describe, expect, it } from 'vitest';
import { addEvent, type Progress } from './from-response.ts';

function read(...events: object[]): Progress['answer'] {
  return events.reduce<Progress>((progress, event) => addEvent(progress, event as RawMessageStreamEvent, 'Anthropic'), {
    answer: { text: '', model: 'claude' },
    counts: {},
  }).answer;
}

const start = { type: 'message_start', message: { model: 'claude-1', usage: { input_tokens: 9, output_tokens: 1 } } };
const text = (piece: string) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } });
const end = (reason: string, more: object = {}) => ({
  type: 'message_delta',
  delta: { stop_reason: reason, ...more },
  usage: { input_tokens: null, output_tokens: 12, cache_read_input_tokens: 4 },
});

describe('addEvent', () => {
  it('puts a whole answer together, counts from both ends', () => {
    expect(
      read(start, { type: 'content_block_start' }, text('Hel'), text('lo'), end('end_turn'), { type: 'message_stop' }),
    ).toEqual({
      text: 'Hello',
      model: 'claude-1',
      finish: { kind: 'stop', raw: 'end_turn' },
      usage: { inputTokens: 13, outputTokens: 12, cachedInputTokens: 4 },
    });
  });

  it('leaves thoughts and unknown events out', () => {
    const thought = { type: 'content_block_delta', delta: { type: 'thinking_delta', thinking: 'hm' } };
    expect(read(start, thought, { type: 'brand_new' }, text('Hello')).text).toBe('Hello');
  });

  it.each([
    [{ stop_details: { category: 'cyber', explanation: null } }, 'cyber'],
    [{ stop_details: { category: 'cyber', explanation: 'Not that.' } }, 'Not that.'],
    [{}, undefined],
  ])('keeps the reason of a refusal: %j', (more, refusal) => {
    const answer = read(start, end('refusal', more));
    expect(answer.finish?.kind).toBe('refusal');
    expect(answer.refusal).toBe(refusal);
  });

  it.each([null, 'x', {}])('does not take %j for an event', (value) => {
    expect(() => addEvent({ answer: { text: '', model: 'm' }, counts: {} }, value as never, 'Anthropic')).toThrow(
      'malformed',
    );
  });
});
