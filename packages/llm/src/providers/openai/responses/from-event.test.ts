import { expect, it } from 'vitest';
import { fromEvent } from './from-event.ts';

const usage = { input_tokens: 9, output_tokens: 2 };
const response = { model: 'm', usage };

it.each<[string, object, object]>([
  ['text', { type: 'response.output_text.delta', delta: 'Hel', sequence_number: 4 }, { text: 'Hel', sequence: 4 }],
  ['a refusal', { type: 'response.refusal.delta', delta: 'No' }, { refusal: 'No' }],
  ['a thought', { type: 'response.reasoning_text.delta', delta: 'hm' }, { thought: 'hm' }],
  ['a summary of thoughts', { type: 'response.reasoning_summary_text.delta', delta: 'hm' }, { thought: 'hm' }],
  ['the start', { type: 'response.created', response: { model: 'm', usage: null } }, { model: 'm' }],
  [
    'the end',
    { type: 'response.completed', response },
    { model: 'm', counts: usage, finish: { kind: 'stop', raw: 'completed' } },
  ],
  [
    'a cut',
    { type: 'response.incomplete', response: { ...response, incomplete_details: { reason: 'max_output_tokens' } } },
    { model: 'm', counts: usage, finish: { kind: 'length', raw: 'max_output_tokens' } },
  ],
  [
    'a filter',
    { type: 'response.incomplete', response: { incomplete_details: { reason: 'content_filter' } } },
    { finish: { kind: 'refusal', raw: 'content_filter' } },
  ],
  ['an end without reason', { type: 'response.incomplete' }, { finish: { kind: 'other', raw: 'incomplete' } }],
  [
    'a failure',
    { type: 'response.failed', response: { ...response, error: { code: 'server_error' } } },
    { model: 'm', counts: usage, error: { code: 'server_error' } },
  ],
  [
    'an error',
    { type: 'error', code: 'x', sequence_number: 0 },
    { error: { type: 'error', code: 'x', sequence_number: 0 }, sequence: 0 },
  ],
  ['an error without a type', { error: { message: 'x' } }, { error: { message: 'x' } }],
  ['keep-alives', { type: 'response.in_progress', sequence_number: 1 }, { sequence: 1 }],
  ['what is brand new', { type: 'response.brand_new' }, {}],
])('reads %s', (_, event, piece) => expect(fromEvent(event)).toEqual(piece));

it.each([null, undefined, 'x', {}, { type: 'response.output_text.delta' }])(
  'does not take %j for an event',
  (value) => {
    expect(fromEvent(value)).toBeUndefined();
  },
);
