import { describe, expect, it } from 'vitest';
import { isStrict, toOutputFormat } from './output-format.ts';

const closed = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false };

describe('isStrict', () => {
  it.each([
    closed,
    { ...closed, properties: { a: { type: ['string', 'null'], format: 'date', description: 'When.' } } },
    { ...closed, properties: { a: { type: 'array', items: closed, minItems: 1 } } },
    { ...closed, properties: { a: { anyOf: [closed, { type: 'null' }] } } },
    { ...closed, properties: { a: { $ref: '#/$defs/b' } }, $defs: { b: closed } },
  ])('takes %j', (schema) => expect(isStrict(schema)).toBe(true));

  it.each([
    { ...closed, required: [] },
    { ...closed, additionalProperties: true },
    { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
    { ...closed, properties: { a: { type: 'string', minLength: 1 } } },
    { ...closed, properties: { a: { type: 'string', format: 'uri' } } },
    { ...closed, properties: { a: { $ref: 'https://example.com' } } },
    { ...closed, properties: { a: { type: ['object', 'null'] } } },
    { ...closed, properties: { a: { type: 'array', items: { ...closed, allOf: [] } } } },
    { ...closed, $defs: { b: { not: {} } } },
    { ...closed, anyOf: [closed] },
    { type: 'array', items: closed },
    { ...closed, properties: { a: true } },
  ])('does not take %j', (schema) => expect(isStrict(schema)).toBe(false));

  it('does not take what is nested too deeply', () => {
    let schema: Record<string, unknown> = closed;
    for (let depth = 0; depth < 11; depth++) schema = { ...closed, properties: { a: schema } };
    expect(isStrict(schema)).toBe(false);
  });
});

describe('toOutputFormat', () => {
  it.each([
    ['price', 'price'],
    ['Preis für alle', 'Preis_f_r_alle'],
    ['', 'answer'],
    ['x'.repeat(99), 'x'.repeat(64)],
  ])('names %j as the API wants it', (name, expected) => {
    expect(toOutputFormat({ name, schema: closed })).toEqual({ name: expected, schema: closed, strict: true });
  });
});
