import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompletionRequest } from '../contract/request.ts';
import { cacheKey, canonicalJson } from './key.ts';

const policy = { routes: ['openai/gpt-5-mini', 'offline'], temperature: 0 };

function aRequest(more: Partial<CompletionRequest> = {}): CompletionRequest {
  return {
    purpose: 'reply',
    account: 'acme',
    instructions: 'Answer politely.',
    messages: [{ role: 'user', text: 'Where is my parcel?' }],
    maxOutputTokens: 300,
    ...more,
  };
}

const digest = (more: Partial<CompletionRequest> = {}, other: unknown = policy) =>
  cacheKey(aRequest(more), other).digest;
const asked = (text: string) => digest({ messages: [{ role: 'user', text }] });

describe('the key', () => {
  it('has the account beside the digest', () => {
    expect(cacheKey(aRequest(), policy)).toEqual({ account: 'acme', digest: expect.stringMatching(/^[\w-]{43}$/) });
  });

  const schema = { type: 'object', properties: { a: { type: 'string' } } };
  it.each<[string, Partial<CompletionRequest>]>([
    ['account', { account: 'other' }],
    ['purpose', { purpose: 'prompt' }],
    ['instructions', { instructions: 'Answer.' }],
    ['messages', { messages: [{ role: 'user', text: 'Where is my parcel' }] }],
    ['roles', { messages: [{ role: 'assistant', text: 'Where is my parcel?' }] }],
    ['limit', { maxOutputTokens: 301 }],
    ['schema', { output: { name: 'answer', schema } }],
  ])('changes with the %s', (_, more) => {
    expect(digest(more)).not.toBe(digest());
  });

  it('changes with the routes, their order and their settings', () => {
    const reversed = { ...policy, routes: [...policy.routes].reverse() };
    expect(new Set([digest(), digest({}, reversed), digest({}, { ...policy, temperature: 1 })]).size).toBe(3);
  });

  it('changes with the schema and its name', () => {
    const shapes = [
      { name: 'a', schema },
      { name: 'b', schema },
      { name: 'a', schema: { ...schema, required: ['a'] } },
    ];
    expect(new Set(shapes.map((output) => digest({ output }))).size).toBe(shapes.length);
  });

  it('does not change with who asked, through what, and what is said when no model can', () => {
    expect(digest({ user: 'agent-7', connector: 'zendesk', compose: () => ({ text: 'Hello' }) })).toBe(digest());
  });

  it('does not change with the order in which fields were written', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(canonicalJson({ a: null, b: [{ c: 2, d: 1 }] }));
    expect(canonicalJson({ a: [1, 2] })).not.toBe(canonicalJson({ a: [2, 1] }));
  });

  it('does not change with what nobody sees: encoded accents, line ends, blanks at the end', () => {
    expect(asked('Caf\u00e9\r\nopen?\r\n \t')).toBe(asked('Cafe\u0301\nopen?'));
    expect(digest({ instructions: 'Be brief.\r\n' })).toBe(digest({ instructions: 'Be brief.' }));
  });

  it('changes with blanks and lines inside, and with letters that only look the same', () => {
    const texts = ['a b', 'a  b', 'a\nb', ' a b', 'ab', '\u0430b', '\uff41b', 'a\u00adb', '\ud800', '\udfff'];
    expect(new Set(texts.map(asked)).size).toBe(texts.length);
  });

  it('never coincides for two accounts, whatever else they share or smuggle in', () => {
    // Pieces that would collide if fields were joined instead of encoded.
    const pieces = ['', 'a', 'b', 'ab', '"', '\\', '","account":"b', '\u0000', 'a\nb', '{}', '1', 'null', 'ä', '🙂'];
    const seen = new Set<string>();
    for (const account of pieces) {
      for (const instructions of pieces) {
        for (const text of pieces) seen.add(digest({ account, instructions, messages: [{ role: 'user', text }] }));
      }
    }
    expect(seen.size).toBe(pieces.length ** 3);
  });

  it('coincides exactly when request and policy mean the same', () => {
    // Few letters, so that equal ones come up; a lone surrogate, because bytes alone would not tell it from another.
    const word = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\ud800', '\udfff', '"'), maxLength: 3 });
    const messages = fc.array(fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), text: word }), {
      maxLength: 2,
    });
    const request = fc.record({ account: word, instructions: word, messages });
    const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
    const meaning = ({
      account,
      instructions,
      messages,
    }: Pick<CompletionRequest, 'account' | 'instructions' | 'messages'>) =>
      JSON.stringify([account, plain(instructions), messages.map(({ role, text }) => [role, plain(text)])]);
    fc.assert(
      fc.property(request, request, (one, other) => {
        expect(digest(one) === digest(other)).toBe(meaning(one) === meaning(other));
      }),
    );
  });
});
