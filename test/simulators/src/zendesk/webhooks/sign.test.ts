import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signWebhook, TEST_SECRET } from './sign.ts';

const VECTORS = resolve(import.meta.dirname, '../../../../../../shared/fixtures/zendesk/webhook-vectors/vectors.json');

interface Vector {
  secret: string;
  timestamp: string;
  body: string;
  signature: string;
}

describe('signature', () => {
  const vector = { timestamp: '2021-03-25T05:09:27Z', body: '{"event":"ticket.updated","id":123}' };
  const signature = 'S/RDdU2ERmj7LHDDoWJ2onPYH+t7/f2+LTM4dL7UiLM=';

  it('matches a vector of an independent implementation', () => {
    expect(signWebhook(TEST_SECRET, vector.timestamp, vector.body)).toBe(signature);
  });

  it('changes with every character of secret, timestamp and body', () => {
    const parts = [TEST_SECRET, vector.timestamp, vector.body] as const;
    parts.forEach((part, which) => {
      for (let at = 0; at < part.length; at += 1) {
        const changed = part.slice(0, at) + (part[at] === 'x' ? 'y' : 'x') + part.slice(at + 1);
        const [secret = '', timestamp = '', body = ''] = parts.map((own, index) => (index === which ? changed : own));
        expect(signWebhook(secret, timestamp, body)).not.toBe(signature);
      }
    });
  });

  it('signs the timestamp alone when there is no body', () => {
    expect(signWebhook(TEST_SECRET, vector.timestamp, '')).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it.skipIf(!existsSync(VECTORS))('matches the recorded vectors (needs ../shared beside the checkout)', () => {
    const vectors = JSON.parse(readFileSync(VECTORS, 'utf8')) as { positive: Vector[]; must_be_rejected: Vector[] };
    expect(vectors.positive.length).toBeGreaterThan(0);
    for (const { secret, timestamp, body, signature: expected } of vectors.positive) {
      expect(signWebhook(secret, timestamp, body)).toBe(expected);
    }
    for (const { secret, timestamp, body, signature: wrong } of vectors.must_be_rejected) {
      expect(signWebhook(secret, timestamp, body)).not.toBe(wrong);
    }
  });
});
