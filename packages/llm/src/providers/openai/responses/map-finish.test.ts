import { expect, it } from 'vitest';
import { mapFinish } from './map-finish.ts';

it.each([
  [undefined, 'stop'],
  ['max_output_tokens', 'length'],
  ['content_filter', 'refusal'],
  ['max_messages', 'other'],
])('%s is %s', (reason, kind) => expect(mapFinish(reason).kind).toBe(kind));
