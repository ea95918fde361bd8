import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJson } from './find-json.ts';

describe('findJson', () => {
  it.each<[string, unknown[]]>([
    ['{"a":1}', [{ a: 1 }]],
    [' \n"text" ', ['text']],
    ['```json\n{"a":1}\n```', [{ a: 1 }]],
    ['Here you are: {"a":"}{"} Anything else?', [{ a: '}{' }]],
    ['As in [1] and {curly}: {"a":"\\"}"}', [[1], { a: '"}' }]],
    ['{"a":1}\n{"a":2}', [{ a: 1 }, { a: 2 }]],
    ['no JSON', []],
    ['', []],
  ])('finds in %j', (text, found) => expect([...findJson(text)]).toEqual(found));

  it.each(['{"a": {"b": 1}, "c": ', '{"a": {"b": 1},}'])('takes no part for the whole: %j', (text) => {
    expect([...findJson(text)]).toEqual([]);
  });

  it('finds any object in any text without brackets', () => {
    const prose = fc.string().map((text) => text.replace(/[{}[\]]/g, ''));
    fc.assert(
      fc.property(prose, fc.dictionary(fc.string(), fc.jsonValue()), prose, (before, data, after) => {
        const json = JSON.stringify(data);
        expect([...findJson(`Look: ${before}${json}${after}`)]).toEqual([JSON.parse(json)]);
      }),
    );
  });
});
