import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HmacVerification } from '@draftsmith/contracts';
import { describe, expect, test } from 'vitest';
import { signDelivery } from './sign.ts';
import { verifyDelivery } from './verify.ts';

const scheme: HmacVerification = {
  scheme: 'hmac-sha256',
  signatureHeader: 'x-signature',
  encoding: 'base64',
  sign: ['timestamp', 'body'],
  timestamp: { header: 'x-timestamp', format: 'iso-8601', toleranceMs: 300_000 },
};
const now = new Date('2026-11-20T10:00:00Z');
const secret = 'c2VjcmV0';

function delivery({
  at = now.toISOString(),
  body = '{"ä":1}\n',
  key = secret,
  headers = {} as Record<string, string | undefined>,
} = {}) {
  const unsigned = { body: Buffer.from(body), headers: { 'x-timestamp': at } };
  return {
    ...unsigned,
    headers: { ...unsigned.headers, 'x-signature': signDelivery(scheme, unsigned, key), ...headers },
  };
}

test('a fresh delivery with the right signature is verified', () => {
  expect(verifyDelivery(scheme, delivery(), secret, now)).toEqual({ kind: 'verified' });
});

test.each([
  ['a changed body', { ...delivery(), body: Buffer.from('{"ä":2}\n') }, 'signature-wrong'],
  ['the same JSON without its last newline', { ...delivery(), body: Buffer.from('{"ä":1}') }, 'signature-wrong'],
  ['another secret', delivery({ key: 'other' }), 'signature-wrong'],
  ['a moved timestamp', delivery({ headers: { 'x-timestamp': '2026-11-20T10:00:01Z' } }), 'signature-wrong'],
  ['a shorter signature', delivery({ headers: { 'x-signature': 'AAAA' } }), 'signature-wrong'],
  ['no signature', delivery({ headers: { 'x-signature': undefined } }), 'signature-missing'],
  ['an old delivery', delivery({ at: '2026-11-20T09:54:59Z' }), 'timestamp-stale'],
  ['a delivery from the future', delivery({ at: '2026-11-20T10:05:01Z' }), 'timestamp-future'],
  ['a stamp that is no date', delivery({ at: 'yesterday' }), 'timestamp-unreadable'],
  ['an empty stamp', delivery({ at: '' }), 'timestamp-missing'],
])('%s is rejected', (_, given, reason) => {
  expect(verifyDelivery(scheme, given, secret, now)).toEqual({ kind: 'rejected', reason });
});

test('without a secret nothing is accepted, not even what is signed with an empty one', () => {
  for (const missing of [undefined, '']) {
    expect(verifyDelivery(scheme, delivery({ key: '' }), missing, now)).toEqual({
      kind: 'rejected',
      reason: 'secret-missing',
    });
  }
});

test('any of several secrets will do, an empty one never', () => {
  const verdict = (key: string, secrets: string[]) => verifyDelivery(scheme, delivery({ key }), secrets, now).kind;
  for (const secrets of [
    [secret, 'other'],
    ['other', secret],
  ])
    expect(verdict(secret, secrets)).toBe('verified');
  expect(verdict('third', [secret, 'other'])).toBe('rejected');
  expect(verdict('', ['', 'other'])).toBe('rejected');
  expect(verifyDelivery(scheme, delivery({ key: '' }), [], now)).toMatchObject({ reason: 'secret-missing' });
});

const vectors = join(import.meta.dirname, '../../../../shared/fixtures/zendesk/webhook-vectors/vectors.json');
describe.skipIf(!existsSync(vectors))('independent vectors (skipped where ../shared is absent)', () => {
  const { positive, must_be_rejected } = existsSync(vectors)
    ? JSON.parse(readFileSync(vectors, 'utf8'))
    : { positive: [], must_be_rejected: [] };
  const { timestamp: _, ...ageless } = scheme;
  const verdictOf = (vector: { body: string; secret: string; timestamp: string; signature: string }) =>
    verifyDelivery(
      {
        ...ageless,
        timestamp: {
          header: 'x-timestamp',
          format: vector.timestamp === '1234' ? 'unix-ms' : 'iso-8601',
          toleranceMs: Number.POSITIVE_INFINITY,
        },
      },
      { body: Buffer.from(vector.body), headers: { 'x-timestamp': vector.timestamp, 'x-signature': vector.signature } },
      vector.secret,
      now,
    );
  test('the positive ones', () => {
    expect(positive.map(verdictOf)).toEqual(positive.map(() => ({ kind: 'verified' })));
  });
  test('the withdrawn order of the parts', () => {
    expect(must_be_rejected.map(verdictOf)).toEqual([{ kind: 'rejected', reason: 'signature-wrong' }]);
  });
});
