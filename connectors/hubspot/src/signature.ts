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
  verify(delivery, secret, now) {
    // v2 is what cards and workflows sign with, also where they call this address.
    if (!isAddressAlone(delivery) || isSignedBy(signV2, delivery, secret)) return rejected('signature-wrong');
    return verify(delivery, secret, now, signV1);
  },
};

/** Requests of people (`hubspot.fetch`): v3 alone, because v2 has no time, and a recorded request would be valid for ever. */
export const peopleVerification: OwnVerification = {
  scheme: 'own',
  verify(delivery, secret, now) {
    // What is signed is one string: the end of an address could pass for a body, where nobody reads a body.
    if (!WITH_BODY.has(delivery.method ?? '') && delivery.body.byteLength > 0) return rejected('signature-wrong');
    return verify(delivery, secret, now);
  },
};

/** Steps of workflows: v3 where its header is there, else v2, which is the documented one; a repeat has the same callback. */
export const automationVerification: OwnVerification = {
  scheme: 'own',
  verify: (delivery, secret, now) =>
    isAddressAlone(delivery) ? verify(delivery, secret, now, signV2) : rejected('signature-wrong'),
};

const WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

type Sign = (delivery: RawDelivery, secret: string) => string | undefined;

/**
 * One secret signs for every account, and a card may call any address of ours with any body: a rep of one account could send
 * events or steps of another. HubSpot appends to every request of a card who asks; webhooks and steps are sent to their
 * address as it was registered, which has no query.
 */
function isAddressAlone({ url }: RawDelivery): boolean {
  return url !== undefined && !url.includes('?');
}

/** @param older signs by the version before, which will do where there is no signature of v3 */
function verify(delivery: RawDelivery, secret: string, now: Date, older?: Sign): VerificationVerdict {
  if (secret === '') return rejected('secret-missing');
  const { [HEADER.v3]: v3, [HEADER.plain]: plain } = delivery.headers;
  // A signature of v3 that is wrong is not made up for by another one: that would take the time away.
  if (v3) return verifyV3(delivery, v3, secret, now);
  if (!older || !plain) return rejected('signature-missing');
  return isSignedBy(older, delivery, secret) ? { kind: 'verified' } : rejected('signature-wrong');
}

function isSignedBy(sign: Sign, delivery: RawDelivery, secret: string): boolean {
  const given = delivery.headers[HEADER.plain];
  const expected = sign(delivery, secret);
  return given !== undefined && expected !== undefined && isSame(expected, given);
}

function verifyV3(delivery: RawDelivery, given: string, secret: string, now: Date): VerificationVerdict {
  const { method, url, headers } = delivery;
  const stamp = headers[HEADER.timestamp];
  if (!stamp) return rejected('timestamp-missing');
  if (!/^\d{1,15}$/.test(stamp)) return rejected('timestamp-unreadable');
  if (method === undefined || url === undefined) return rejected('signature-wrong');
  const isRight = uriForms(url).some((form) => isSame(signV3({ ...delivery, url: form }, stamp, secret), given));
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
function signV2({ method, url, body }: RawDelivery, secret: string): string | undefined {
  if (method === undefined || url === undefined) return undefined;
  return createHash('sha256').update(`${secret}${method}${url}`).update(body).digest('hex');
}

/** `hmac-sha256(secret, METHOD + URI + body + timestamp)`. Base64. */
function signV3({ method, url, body }: RawDelivery, stamp: string, secret: string): string {
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
