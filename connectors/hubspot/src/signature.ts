import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { OwnVerification, RawDelivery, RejectionReason, VerificationVerdict } from '@draftsmith/contracts';
import { FUTURE_TOLERANCE_MS, SIGNATURE_TOLERANCE_MS, SIGNED_ESCAPES } from './facts.ts';

const HEADER = {
  plain: 'x-hubspot-signature',
  v3: 'x-hubspot-signature-v3',
  timestamp: 'x-hubspot-request-timestamp',
} as const;

/**
 * Deliveries of webhooks: v3 where its header is there, else v1, which every delivery carries. v1 has no time, so what was
 * recorded stays valid for ever; the keys of events make such a repeat harmless.
 */
export const verification: OwnVerification = {
  scheme: 'own',
  verify: (delivery, secret, now) => verify(delivery, secret, now, () => [signV1(delivery, secret)]),
};

/** Requests of people (`hubspot.fetch`) and of workflows: v3 where its header is there, else v2. */
export const callVerification: OwnVerification = {
  scheme: 'own',
  verify(delivery, secret, now) {
    // What is signed is one string: the end of an address could pass for a body, where nobody reads a body.
    if (!WITH_BODY.has(delivery.method ?? '') && delivery.body.byteLength > 0) return rejected('signature-wrong');
    return verify(delivery, secret, now, () => {
      const { method, url } = delivery;
      return method === undefined || url === undefined ? [] : [signV2({ ...delivery, method, url }, secret)];
    });
  },
};

const WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

type Called = RawDelivery & { method: string; url: string };

/** @param older the signatures of the version before, any of which will do; asked only where there is none of v3 */
function verify(delivery: RawDelivery, secret: string, now: Date, older: () => string[]): VerificationVerdict {
  if (secret === '') return rejected('secret-missing');
  const { [HEADER.v3]: v3, [HEADER.plain]: plain } = delivery.headers;
  // A signature of v3 that is wrong is not made up for by another one: that would take the time away.
  if (v3) return verifyV3(delivery, v3, secret, now);
  if (!plain) return rejected('signature-missing');
  return older().some((expected) => isSame(expected, plain)) ? { kind: 'verified' } : rejected('signature-wrong');
}

function verifyV3(delivery: RawDelivery, given: string, secret: string, now: Date): VerificationVerdict {
  const { method, url, headers } = delivery;
  const stamp = headers[HEADER.timestamp];
  if (!stamp) return rejected('timestamp-missing');
  if (!/^\d{1,15}$/.test(stamp)) return rejected('timestamp-unreadable');
  if (method === undefined || url === undefined) return rejected('signature-wrong');
  const isRight = uriForms(url).some((form) =>
    isSame(signV3({ ...delivery, method, url: form }, stamp, secret), given),
  );
  if (!isRight) return rejected('signature-wrong');
  const age = now.getTime() - Number(stamp);
  if (age > SIGNATURE_TOLERANCE_MS) return rejected('timestamp-stale');
  // A stamp of tomorrow would keep a captured request valid until tomorrow; clocks differ by seconds.
  return age < -FUTURE_TOLERANCE_MS ? rejected('timestamp-future') : { kind: 'verified' };
}

/** `sha256(secret + body)`: a plain hash, no HMAC. Lower-case hex. */
function signV1({ body }: RawDelivery, secret: string): string {
  return createHash('sha256').update(secret).update(body).digest('hex');
}

/** `sha256(secret + METHOD + URI + body)`, the address as it was called. Lower-case hex. */
function signV2({ method, url, body }: Called, secret: string): string {
  return createHash('sha256').update(`${secret}${method}${url}`).update(body).digest('hex');
}

/** `hmac-sha256(secret, METHOD + URI + body + timestamp)`. Base64. */
function signV3({ method, url, body }: Called, stamp: string, secret: string): string {
  return createHmac('sha256', secret).update(`${method}${url}`).update(body).update(stamp).digest('base64');
}

const ESCAPES = new RegExp(SIGNED_ESCAPES.source, 'g');
const ESCAPES_IN_ANY_CASE = new RegExp(SIGNED_ESCAPES.source, 'gi');

/** The address as it may have been signed. */
function uriForms(url: string): readonly string[] {
  const strict = url.replace(ESCAPES, decodeURIComponent);
  const loose = url.replace(ESCAPES_IN_ANY_CASE, decodeURIComponent);
  return strict === loose ? [strict] : [strict, loose];
}

/** In constant time for strings of the same length; the length of a signature is no secret. */
function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

function rejected(reason: RejectionReason): VerificationVerdict {
  return { kind: 'rejected', reason };
}
