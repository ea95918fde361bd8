import { describe, expect, it } from 'vitest';
import { fromEvent } from './from-event.ts';

const delta = (fields: object) => ({ type: 'content_block_delta', index: 0, delta: fields });
const end = (reason: string | null, more: object = {}) => ({
  type: 'message_delta',
  delta: { stop_reason: reason, ...more },
  usage: { input_tokens: null, output_tokens: 12, cache_read_input_tokens: 4 },
});
const counts = { output_tokens: 12, cache_read_input_tokens: 4 };

describe('fromEvent', () => {
  it.each<[string, object, object]>([
    [
      'the start',
      { type: 'message_start', message: { model: 'claude-1', usage: { input_tokens: 9, output_tokens: 1 } } },
      { model: 'claude-1', counts: { input_tokens: 9, output_tokens: 1 } },
    ],
    ['text', delta({ type: 'text_delta', text: 'Hel' }), { text: 'Hel' }],
    ['a block with text', { type: 'content_block_start', content_block: { type: 'text', text: 'a' } }, { text: 'a' }],
    ['a thought', delta({ type: 'thinking_delta', thinking: 'hm' }), { thought: 'hm', progress: true }],
    ['a sealed thought', delta({ type: 'signature_delta', signature: 'x' }), { progress: true }],
    ['the end', end('end_turn'), { finish: { kind: 'stop', raw: 'end_turn' }, counts }],
    ['counts alone', end(null), { counts }],
    ['an error', { type: 'error', error: { type: 'overloaded_error' } }, { error: { type: 'overloaded_error' } }],
    ['an error without a wrapper', { type: 'error', message: 'x' }, { error: { type: 'error', message: 'x' } }],
  ])('reads %s', (_, event, piece) => expect(fromEvent(event)).toEqual(piece));

  it.each(['ping', 'content_block_start', 'content_block_stop', 'message_stop', 'brand_new'])(
    'hears nothing in %s',
    (type) => expect(fromEvent({ type })).toEqual({}),
  );

  it.each([
    [{ stop_details: { category: 'cyber', explanation: null } }, 'cyber'],
    [{ stop_details: { category: 'cyber', explanation: 'Not that.' } }, 'Not that.'],
    [{}, undefined],
  ])('keeps the reason of a refusal: %j', (more, refusal) => {
    const piece = fromEvent(end('refusal', more));
    expect(piece?.finish?.kind).toBe('refusal');
    expect(piece?.refusal).toBe(refusal);
  });

  it.each([null, undefined, 'x', {}, { type: 1 }, delta({ type: 'text_delta' }), { type: 'content_block_delta' }])(
    'does not take %j for an event',
    (value) => expect(fromEvent(value)).toBeUndefined(),
  );
});
