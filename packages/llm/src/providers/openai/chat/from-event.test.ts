import { describe, expect, it } from 'vitest';
import { fromEvent, fromWhole, withoutThoughts } from './from-event.ts';

const delta = (fields: object, more: object = {}) => ({ model: 'm', choices: [{ index: 0, delta: fields, ...more }] });
const usage = { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 };

describe('fromEvent', () => {
  it.each<[string, object, object]>([
    ['text', delta({ content: 'Hel' }), { text: 'Hel', model: 'm' }],
    ['a role alone', delta({ role: 'assistant', content: '', refusal: null }), { model: 'm' }],
    ['a thought', delta({ reasoning_content: 'hm', content: null }), { thought: 'hm', model: 'm' }],
    ['a thought by its other name', delta({ reasoning: 'hm' }), { thought: 'hm', model: 'm' }],
    ['a sealed thought', delta({ reasoning_details: [{}] }), { progress: true, model: 'm' }],
    ['a refusal', delta({ refusal: 'I can' }), { refusal: 'I can', model: 'm' }],
    ['the end', delta({}, { finish_reason: 'stop' }), { finish: { kind: 'stop', raw: 'stop' }, model: 'm' }],
    ['counts', { choices: [], usage }, { counts: usage }],
    ['no counts yet', { choices: [], usage: null }, {}],
    ['the filter results of Azure', { choices: [], model: '', prompt_filter_results: [] }, { model: '' }],
    ['an error', { error: { message: 'x' } }, { error: { message: 'x' } }],
    ['an error of vLLM', { object: 'error', message: 'x' }, { error: { object: 'error', message: 'x' } }],
    ['an error of OpenRouter', delta({}, { finish_reason: 'error', error: { code: 502 } }), { error: { code: 502 } }],
  ])('reads %s', (_, chunk, piece) => expect(fromEvent(chunk)).toEqual(piece));

  it.each([null, undefined, 'x', {}, { choices: 'x' }, delta({ content: [{ type: 'text', text: 'a' }] })])(
    'does not take %j for a chunk',
    (value) => expect(fromEvent(value)).toBeUndefined(),
  );
});

describe('fromWhole', () => {
  it('reads a whole answer', () => {
    const message = { role: 'assistant', content: 'Hello', reasoning_content: 'hm' };
    const body = { object: 'chat.completion', model: 'm', choices: [{ message, finish_reason: 'stop' }], usage };
    expect(fromWhole(body)).toEqual({
      text: 'Hello',
      thought: 'hm',
      model: 'm',
      finish: { kind: 'stop', raw: 'stop' },
      counts: usage,
    });
  });

  it.each([null, 'x', {}, { choices: [] }, delta({ content: 'a' })])('does not take %j for an answer', (body) => {
    expect(fromWhole(body)).toBeUndefined();
  });
});

describe('withoutThoughts', () => {
  it.each([
    ['<think>\nHm.\n</think>\n\nHello', '\n\nHello'],
    [' <think>Hm.', ''],
    ['Hello <think>', 'Hello <think>'],
    ['Hm.\n</think>\n\nHello', '\n\nHello'],
    ['Hello <think> or </think>', 'Hello <think> or </think>'],
  ])('makes of %j', (text, rest) => expect(withoutThoughts(text)).toBe(rest));
});
