import { createHash, createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnVerification, RawDelivery } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { automationVerification, peopleVerification, verification } from './signature.ts';

const secret = 'f6e94c08-85d0-4608-bcc6-e1850176e7b8';
const now = new Date(1_632_188_626_483);
const at = String(now.getTime());
const url = 'https://drafts.example.com/hooks/hubspot';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const v3Of = (text: string, key = secret) => createHmac('sha256', key).update(text).digest('base64');

function request(change: Partial<RawDelivery> = {}, text = '[]'): RawDelivery {
  return { method: 'POST', url, body: Buffer.from(text), headers: {}, ...change };
}
const v3Headers = (signature: string, stamp = at) => ({
  'x-hubspot-signature-v3': signature,
  'x-hubspot-request-timestamp': stamp,
});
const verdictOf = (given: RawDelivery, by: OwnVerification = verification, key = secret, time = now) => {
  const verdict = by.verify(given, key, time);
  return verdict.kind === 'verified' ? verdict.kind : verdict.reason;
};

const signedAt = (stamp: string) => request({ headers: v3Headers(v3Of(`POST${url}[]${stamp}`), stamp) });
const v1 = request({ headers: { 'x-hubspot-signature': hash(`${secret}[]`), 'x-hubspot-signature-version': 'v1' } });
const v2 = request({
  headers: { 'x-hubspot-signature': hash(`${secret}POST${url}[]`), 'x-hubspot-signature-version': 'v2' },
});

const EVERY = [verification, peopleVerification, automationVerification] as const;

test('webhooks come with v3, or with v1; steps with v3, or with v2; people with v3 alone', () => {
  for (const by of EVERY) expect(verdictOf(signedAt(at), by)).toBe('verified');
  expect(EVERY.map((by) => verdictOf(v1, by))).toEqual(['verified', 'signature-missing', 'signature-wrong']);
  expect(EVERY.map((by) => verdictOf(v2, by))).toEqual(['signature-wrong', 'signature-missing', 'verified']);
});

describe('one secret signs for every account: what a card sends is neither a webhook nor a step', () => {
  const called = (query: string) => {
    const address = url + query;
    const headers = {
      ...v3Headers(v3Of(`POST${address.replace('%40', '@')}[]${at}`)),
      'x-hubspot-signature': hash(`${secret}POST${address}[]`),
    };
    return request({ url: address, headers });
  };

  test.each([
    '?portalId=202&userId=5&userEmail=rep%40example.com&appId=1',
    '?portalId=202',
    '?appId=1',
    '?userEmail=rep%40example.com',
    // An escaped name is the same name; the next one may be called otherwise.
    '?user%49d=5',
    '?hubId=202',
    '?',
  ])('with %s in its address', (query) => {
    expect(EVERY.map((by) => verdictOf(called(query), by))).toEqual(['signature-wrong', 'verified', 'signature-wrong']);
    const withV1 = { ...called(query), headers: v1.headers };
    expect(verdictOf(withV1)).toBe('signature-wrong');
  });

  test('with v2 beside v3, wherever its query went', () => {
    expect(verdictOf(called(''))).toBe('signature-wrong');
    expect(verdictOf({ ...called(''), headers: { ...called('').headers, ...v1.headers } })).toBe('verified');
  });

  test('without its address nothing is known of it', () => {
    for (const headers of [v1.headers, v2.headers])
      expect(verdictOf({ body: v1.body, headers })).toBe('signature-wrong');
  });
});

test.each<[string, RawDelivery, string]>([
  ['without a signature', request(), 'signature-missing'],
  ['of v3 without a time', request({ headers: { 'x-hubspot-signature-v3': 'x' } }), 'timestamp-missing'],
  ['with a time that is none', signedAt('soon'), 'timestamp-unreadable'],
  ['with a time in seconds and a fraction', signedAt('1632188626.483'), 'timestamp-unreadable'],
  ['exactly five minutes old', signedAt(String(now.getTime() - 300_000)), 'verified'],
  ['a millisecond older', signedAt(String(now.getTime() - 300_001)), 'timestamp-stale'],
  ['a minute ahead', signedAt(String(now.getTime() + 60_000)), 'verified'],
  ['a millisecond further ahead', signedAt(String(now.getTime() + 60_001)), 'timestamp-future'],
  [
    'whose time was moved',
    request({ headers: v3Headers(v3Of(`POST${url}[]${at}`), `${at.slice(0, -1)}9`) }),
    'signature-wrong',
  ],
  ['with v1 beside a wrong v3', request({ headers: { ...v1.headers, ...v3Headers('wrong') } }), 'signature-wrong'],
  ['without its address', request({ url: undefined as never, headers: signedAt(at).headers }), 'signature-wrong'],
  [
    'signed in capitals',
    request({ headers: { 'x-hubspot-signature': hash(`${secret}[]`).toUpperCase() } }),
    'signature-wrong',
  ],
])('a delivery %s is judged', (_, given, verdict) => {
  expect(verdictOf(given)).toBe(verdict);
});

test('without a secret nothing is verified', () => {
  const forged = request({ headers: v3Headers(v3Of(`POST${url}[]${at}`, ' '.trim())) });
  for (const by of EVERY) expect(verdictOf(forged, by, '')).toBe('secret-missing');
});

test('the end of an address does not pass for the body of a request that has none', () => {
  const address = `${url}?portalId=1&userId=99`;
  const rest = '&portalId=1&userId=7';
  const moved = request({ method: 'GET', url: address, body: Buffer.from(rest) });
  const signature = v3Of(`GET${address}${rest}${at}`);
  expect(verdictOf({ ...moved, headers: v3Headers(signature) }, peopleVerification)).toBe('signature-wrong');
  const whole = request({ method: 'GET', url: address + rest, body: Buffer.alloc(0), headers: v3Headers(signature) });
  expect(verdictOf(whole, peopleVerification)).toBe('verified');
});

describe('escapes in an address', () => {
  const escapedV3 = (asCalled: string, asSigned: string) =>
    verdictOf(request({ url: asCalled, headers: v3Headers(v3Of(`POST${asSigned}[]${at}`)) }), peopleVerification);
  const twelve = '%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B';

  test('twelve are read before signing, in either case; others stay', () => {
    expect(escapedV3(`${url}?q=${twelve}`, `${url}?q=:/?@!$'()*,;`)).toBe('verified');
    expect(escapedV3(`${url}?q=${twelve.toLowerCase()}`, `${url}?q=:/?@!$'()*,;`)).toBe('verified');
    expect(escapedV3(`${url}?q=%3a%2f`, `${url}?q=%3a%2f`)).toBe('verified');
    expect(escapedV3(`${url}?q=%20%26%3D%2B%25`, `${url}?q=%20%26%3D%2B%25`)).toBe('verified');
    expect(escapedV3(`${url}?q=%20`, `${url}?q= `)).toBe('signature-wrong');
    expect(escapedV3(`${url}?q=${twelve}`, `${url}?q=${twelve}`)).toBe('signature-wrong');
  });

  test('each is read once: what comes of it is not read again', () => {
    expect(escapedV3(`${url}?q=%253A`, `${url}?q=%253A`)).toBe('verified');
    expect(escapedV3(`${url}?q=%253A`, `${url}?q=%3A`)).toBe('signature-wrong');
  });
});

test('whatever is signed is verified, and one changed byte is noticed', () => {
  const given = fc.record({
    method: fc.constantFrom('POST', 'GET', 'PATCH', 'DELETE'),
    path: fc.webQueryParameters(),
    body: fc.uint8Array({ maxLength: 60 }),
  });
  fc.assert(
    fc.property(given, fc.nat(), ({ method, path, body }, place) => {
      const bytes = method === 'GET' || method === 'DELETE' ? new Uint8Array() : body;
      const called = request({ method, url: `${url}?${path}`, body: bytes });
      // The rule once more, the other way round: an address whose escapes were read before.
      const form = `${url}?${path}`.replace(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      const signature = createHmac('sha256', secret)
        .update(Buffer.concat([Buffer.from(method + form), bytes, Buffer.from(at)]))
        .digest('base64');
      const whole = { ...called, headers: v3Headers(signature) };
      expect(verdictOf(whole, peopleVerification)).toBe('verified');
      const character = place % (signature.length - 1);
      const other = signature[character] === 'A' ? 'B' : 'A';
      const damaged = signature.slice(0, character) + other + signature.slice(character + 1);
      expect(verdictOf({ ...whole, headers: v3Headers(damaged) }, peopleVerification)).toBe('signature-wrong');
    }),
    { numRuns: 200 },
  );
});

test('it never throws, whatever the request is', () => {
  const header = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
  const anything = fc.record({
    method: header,
    url: header,
    body: fc.uint8Array(),
    headers: fc.record({
      'x-hubspot-signature': header,
      'x-hubspot-signature-v3': header,
      'x-hubspot-request-timestamp': fc.oneof(header, fc.nat().map(String)),
    }),
  });
  fc.assert(
    fc.property(anything, fc.string(), (given, key) => {
      for (const by of EVERY) {
        expect(by.verify(given as RawDelivery, key, now).kind).toBe('rejected');
      }
    }),
    { numRuns: 300 },
  );
});

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

const file = join(import.meta.dirname, '../../../../shared/fixtures/hubspot/vectors/signatures.json');
describe.skipIf(!existsSync(file))('independent vectors (skipped where ../shared is absent)', () => {
  const vectors: Vector[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).vectors : [];

  function judge(vector: Vector, signature: string) {
    const isV3 = vector.version === 'v3';
    const { method = 'POST', url: called = url } = vector;
    const headers = isV3 ? v3Headers(signature, vector.timestamp) : { 'x-hubspot-signature': signature };
    const given = { method, url: called, body: Buffer.from(vector.body), headers };
    const by = { v1: verification, v2: automationVerification, v3: peopleVerification }[vector.version];
    return verdictOf(given, by, vector.secret, new Date(Number(vector.timestamp ?? 0)));
  }

  /** What is signed rightly and never taken: a GET with a body, and what a card signed with v2. */
  function isNeverTaken({ version, method, url: called = '', body }: Vector): boolean {
    return (method === 'GET' && body !== '') || (version === 'v2' && called.includes('?'));
  }

  function signatureOf({ version, method, url: called, body, timestamp = '', secret: key }: Vector): string {
    return version === 'v2' ? hash(key + method + called + body) : v3Of(`${method}${called}${body}${timestamp}`, key);
  }

  test('there are all fifteen', () => expect(vectors).toHaveLength(15));

  test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
    expect(judge(vector, vector.expected)).toBe(isNeverTaken(vector) ? 'signature-wrong' : 'verified');
    if (isNeverTaken(vector)) expect(signatureOf(vector)).toBe(vector.expected);
    if (vector.mustNotEqual) expect(judge(vector, vector.mustNotEqual)).toBe('signature-wrong');
  });
});
