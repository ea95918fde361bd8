import { expect, it } from 'vitest';
import { mapFinish } from './map-finish.ts';

it.each([
  ['stop', 'stop'],
  ['length', 'length'],
  ['content_filter', 'refusal'],
  ['tool_calls', 'other'],
  ['something_new', 'other'],
])('%s is %s', (raw, kind) => {
  expect(mapFinish(raw)).toEqual({ kind, raw });
});
