import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signV1, signV2, signV3 } from './signatures.ts';

const VECTORS = resolve(import.meta.dirname, '../../../../../../shared/fixtures/hubspot/vectors/signatures.json');

interface Vector {
  id: string;
  version: 'v1' | 'v2' | 'v3';
  secret: string;
  method?: string;
  url?: string;
  body: string;
  timestamp?: string;
  expected: string;
  mustNotEqual?: string;
}

function sign({ version, secret, method = '', url = '', body, timestamp = '' }: Vector): string {
  if (version === 'v1') return signV1(secret, body);
  return version === 'v2' ? signV2(secret, { method, url, body }) : signV3(secret, { method, url, body }, timestamp);
}

describe.skipIf(!existsSync(VECTORS))('independent vectors (need ../shared beside the checkout)', () => {
  const vectors = existsSync(VECTORS)
    ? (JSON.parse(readFileSync(VECTORS, 'utf8')) as { vectors: Vector[] }).vectors
    : [];
  it.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    expect(sign(vector)).toBe(vector.expected);
    expect(sign(vector)).not.toBe(vector.mustNotEqual);
  });
});

describe('v3', () => {
  const signed = (url: string) => signV3('secret', { method: 'GET', url, body: '' }, '1');
  it('undoes twelve escapes and no others', () => {
    expect(signed('https://a.example/?q=%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B')).toBe(
      signed("https://a.example/?q=:/?@!$'()*,;"),
    );
    expect(signed('https://a.example/?q=%3a')).toBe(signed('https://a.example/?q=:'));
    for (const kept of ['%20', '%26', '%3D', '%2B', '%25', '%253A']) {
      expect(signed(`https://a.example/?q=${kept}`)).not.toBe(
        signed(`https://a.example/?q=${decodeURIComponent(kept)}`),
      );
    }
  });
});
