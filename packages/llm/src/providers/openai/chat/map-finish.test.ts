import { expect, it } from 'vitest';
import { mapFinish } from './map-finish.ts';

it.each([
  ['stop', 'stop'],
  ['length', 'length'],
  ['content_filter', 'refusal'],
  ['tool_calls', 'other'],
  ['STOP', 'stop'],
  ['eos_token', 'stop'],
  ['model_length', 'length'],
  ['error', 'other'],
  ['constructor', 'other'],
])('%s is %s', (raw, kind) => {
  expect(mapFinish(raw)).toEqual({ kind, raw });
});
