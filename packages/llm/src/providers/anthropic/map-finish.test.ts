import { expect, it } from 'vitest';
import { mapFinish } from './map-finish.ts';

it.each([
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['max_tokens', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['refusal', 'refusal'],
  ['tool_use', 'other'],
  ['pause_turn', 'other'],
])('%s is %s', (raw, kind) => {
  expect(mapFinish(raw)).toEqual({ kind, raw });
});
