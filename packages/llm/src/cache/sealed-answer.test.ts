import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, readSealed, seal, unseal } from './sealed-answer.ts';

const answer = { text: 'Hello', provider: 'openai', model: 'm', usedSourceIds: ['a'], data: { lines: ['x'] } };

describe('a sealed answer', () => {
  it('comes out as it went in', () => {
    expect(unseal(seal(answer))).toEqual(answer);
    const bare = { text: '', provider: 'openai', model: 'm' };
    expect(unseal(seal(bare))).toStrictEqual(bare);
    expect(unseal(seal({ ...bare, data: null }))).toStrictEqual({ ...bare, data: null });
  });

  it('is out of reach for who brought it and for who took it', () => {
    const brought = structuredClone(answer);
    const sealed = seal(brought);
    brought.data.lines.push('y');
    brought.usedSourceIds.push('b');
    const taken = unseal(sealed) as typeof answer;
    taken.data.lines.push('z');
    taken.usedSourceIds.push('c');
    expect(unseal(sealed)).toEqual(answer);
  });

  it('counts texts and data, two bytes a letter', () => {
    const bare = bytesOf(seal({ text: '', provider: '', model: '' }));
    expect(bytesOf(seal({ text: 'äöü', provider: '', model: '', data: [1], usedSourceIds: ['ab'] })) - bare).toBe(16);
  });
});

describe('an answer that another process wrote', () => {
  it('is read back whole', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.jsonValue()), (text, data) => {
        const sealed = seal({ ...answer, text, data });
        expect(readSealed(JSON.parse(JSON.stringify(sealed)))).toEqual(sealed);
      }),
    );
  });

  it.each([
    null,
    'text',
    [],
    {},
    { text: 1, provider: 'p', model: 'm' },
    { text: 't', provider: 'p' },
    { text: 't', provider: 'p', model: 'm', usedSourceIds: 'a' },
    { text: 't', provider: 'p', model: 'm', usedSourceIds: [1] },
    { text: 't', provider: 'p', model: 'm', data: { a: 1 } },
    { text: 't', provider: 'p', model: 'm', data: '{"a":' },
  ])('is not believed when it is %j', (value) => {
    expect(readSealed(value)).toBeUndefined();
  });
});
