import { describe, expect, it } from 'vitest';
import { seal } from './sealed-answer.ts';
import { beginning, decode, decodeNews, encode, encodeNews, redisKeys } from './wire.ts';

const answer = seal({ text: 'Hello', provider: 'openai', model: 'm', data: { a: [1] } });
const key = { account: 'acme', digest: 'd-1' };

describe('what lies in Redis', () => {
  it('is read back by the question it belongs to, and by no other', () => {
    const text = encode(key, 'g', answer);
    expect(decode(key, text)).toEqual(answer);
    expect(decode({ ...key, digest: 'd-2' }, text)).toBeUndefined();
    expect(decode({ ...key, digest: 'd' }, text)).toBeUndefined();
    expect(text.startsWith(`${beginning(key)}"g",`)).toBe(true);
  });

  it('is not believed when it was cut or comes from another version', () => {
    const text = encode(key, 'g', answer);
    for (let end = 0; end < text.length; end++) expect(decode(key, text.slice(0, end))).toBeUndefined();
    expect(decode(key, text.replace('"version":1', '"version":2'))).toBeUndefined();
  });

  it('has keys of its own for each account, whatever its name', () => {
    const names = ['a', 'b', 'a:answer', '{a}', '*', 'a*', '', 'a\n'];
    const keys = names.map((account) => redisKeys('p:', { account, digest: 'd' }));
    expect(new Set(keys.map(({ answer }) => answer)).size).toBe(names.length);
    for (const { answer, lock, generation } of keys) {
      expect(new Set([answer, lock, generation].map((name) => /^p:(\{[\w-]{22}\}):/.exec(name)?.[1])).size).toBe(1);
    }
  });

  it('is swept by a pattern in which the prefix means itself', () => {
    expect(redisKeys('a*[b]?\\:', key).allAnswers).toMatch(/^a\\\*\\\[b\\\]\\\?\\\\:\{[\w-]{22}\}:answer:\*$/);
  });
});

describe('news', () => {
  it.each([
    { kind: 'kept' as const, key },
    { kind: 'none' as const, key },
    { kind: 'purged' as const, account: 'acme' },
  ])('arrive as they were sent: $kind', (news) => {
    expect(decodeNews(encodeNews(news))).toEqual(news);
  });

  it.each(['', '{', 'null', '[]', '{"kind":"kept","account":"a"}', '{"kind":"purged"}', '{"kind":"x","account":"a"}'])(
    'are ignored when they are %j',
    (text) => {
      expect(decodeNews(text)).toBeUndefined();
    },
  );
});
