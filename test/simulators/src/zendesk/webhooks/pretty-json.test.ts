import { describe, expect, it } from 'vitest';
import { toPrettyJson } from './pretty-json.ts';

describe('pretty JSON', () => {
  it('spells a recorded body byte for byte', () => {
    const recorded =
      '{\n   "account_id": 18525119,\n   "detail": {\n      "email": "",\n      "id": "6164069643162"\n   },\n   "event": { },\n   "type": "zen:event-type:user.deleted"\n}\n';
    expect(toPrettyJson(JSON.parse(recorded))).toBe(recorded);
  });

  it('survives a parse, whatever the value', () => {
    const values = [null, true, 0, -1.5, '', '"\\\n\u2028{ }', [], [[], {}], { b: [1, { a: null }], a: '{}' }];
    for (const value of values) expect(JSON.parse(toPrettyJson(value))).toEqual(value);
  });
});
