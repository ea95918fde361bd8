import { describe, expect, it } from 'vitest';
import { readOutput } from './read-output.ts';

const schema = {
  type: 'object',
  properties: { price: { type: 'number' }, unit: { enum: ['kg', 'l'] } },
  required: ['price'],
  additionalProperties: false,
};

describe('readOutput', () => {
  it.each([
    '{"price": 3}',
    'See [1] and this:\n```json\n{"price": 3}\n```\nHope that helps.',
    '{"price": "3"} or rather {"price": 3}',
  ])('reads %j', (text) => expect(readOutput(text, schema)).toEqual({ data: { price: 3 } }));

  it.each([
    ['I cannot.', ['The answer holds no JSON that can be read'], []],
    ['[1] {"price": "3"}', ['/price must be number'], ['#/properties/price/type']],
    [
      '{"unit": "m", "x": 1}',
      [
        "The object must have required property 'price'",
        'The object must not have the property x',
        '/unit must be one of ["kg","l"]',
      ],
      ['#/required', '#/additionalProperties', '#/properties/unit/enum'],
    ],
    ['[{"price": 3}]', ['The object must be object'], ['#/type']],
  ])('says what is wrong with %j', (text, problems, rules) =>
    expect(readOutput(text, schema)).toEqual({ problems, rules }),
  );

  it('takes an answer that is nested more deeply than the stack for one that is wrong', () => {
    const list = { type: ['array', 'object'], items: { $ref: '#' } };
    const deep = '['.repeat(90_000) + ']'.repeat(90_000);
    expect(readOutput(deep, list)).toEqual({ problems: ['The answer is nested too deeply to be checked'], rules: [] });
  });

  it('names ten problems at most, each once', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`x${i}`, 1]));
    const read = readOutput(JSON.stringify({ price: 3, ...many }), schema);
    expect('problems' in read && read.problems).toHaveLength(10);
  });
});
