import { describe, expect, it } from 'vitest';
import { checkOutput, validatorOf } from './check-output.ts';

describe('checkOutput', () => {
  it.each([
    { type: 'object', properties: { when: { type: 'string', format: 'date' } }, 'x-note': 'for us' },
    { $defs: { name: { type: 'string' } }, type: 'object', properties: { name: { $ref: '#/$defs/name' } } },
  ])('takes %j', (schema) => expect(() => checkOutput(schema)).not.toThrow());

  it.each([
    [{ type: 'objekt' }, 'type'],
    [{ $ref: 'https://example.com/schema.json' }, 'resolve'],
    [{ type: 'object', properties: { a: { pattern: '(' } } }, 'regular expression'],
    [{ $async: true, type: 'object' }, 'asynchronous'],
    [{ $ref: '#' }, 'without an end'],
  ])('rejects %j before anything is sent', (schema, says) => {
    expect(() => checkOutput(schema)).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'llm.schema', message: expect.stringContaining(says) }),
    );
  });

  it('takes two schemas with one name, and compiles each once', () => {
    const first = { $id: 'answer', type: 'object' };
    const second = { $id: 'answer', type: 'array' };
    checkOutput(first);
    expect(validatorOf(second)([])).toBe(true);
    expect(validatorOf(first)({})).toBe(true);
    expect(validatorOf(first)).toBe(validatorOf(first));
  });
});
