import { createHmac, timingSafeEqual } from 'node:crypto';
import type {
  HmacVerification,
  OwnVerification,
  RawDelivery,
  Verification,
  VerificationVerdict,
} from '@draftsmith/contracts';
import { signingBytes } from './signing-bytes.ts';

/**
 * Proves that a delivery is the source system's own. Runs before anything else looks at the body; fails closed.
 *
 * @param secret several where one account has several webhooks: any of them will do
 */
export function verifyDelivery(
  verification: Verification,
  delivery: RawDelivery,
  secret: string | readonly string[] | undefined,
  now: Date,
): VerificationVerdict {
  const secrets = [secret ?? []].flat().filter((one) => one !== '');
  if (secrets.length === 0) return { kind: 'rejected', reason: 'secret-missing' };
  return verification.scheme === 'own'
    ? verifyOwn(verification, delivery, secrets, now)
    : verifyHmac(verification, delivery, secrets, now);
}

/** Each secret is tried, also after one that fits: the time does not tell which one it was. */
function verifyOwn(
  verification: OwnVerification,
  delivery: RawDelivery,
  secrets: readonly string[],
  now: Date,
): VerificationVerdict {
  const verdicts = secrets.map((one) => verification.verify(delivery, one, now));
  const verdict = verdicts.find(({ kind }) => kind === 'verified') ?? verdicts[0];
  return verdict ?? { kind: 'rejected', reason: 'secret-missing' };
}

function verifyHmac(
  verification: HmacVerification,
  delivery: RawDelivery,
  secrets: readonly string[],
  now: Date,
): VerificationVerdict {
  const given = delivery.headers[verification.signatureHeader];
  if (!given) return { kind: 'rejected', reason: 'signature-missing' };
  const signature = Buffer.from(given, verification.encoding);
  const bytes = signingBytes(verification, delivery);
  const sign = (key: string) => createHmac('sha256', key).update(bytes).digest();
  // Each is compared, also after one that fits: the time does not tell which one it was.
  const fitting = secrets.filter((key) => sameBytes(sign(key), signature));
  if (fitting.length === 0) return { kind: 'rejected', reason: 'signature-wrong' };
  return checkAge(verification, delivery, now);
}

/** The only comparison of secrets in the suite; its time does not depend on where the bytes differ. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

/** A recorded delivery stays correctly signed for ever; only its age gives it away. */
function checkAge({ timestamp }: HmacVerification, delivery: RawDelivery, now: Date): VerificationVerdict {
  if (!timestamp) return { kind: 'verified' };
  const stamp = delivery.headers[timestamp.header];
  if (!stamp) return { kind: 'rejected', reason: 'timestamp-missing' };
  const at = timestamp.format === 'unix-ms' ? Number(stamp) : Date.parse(stamp);
  if (!Number.isFinite(at)) return { kind: 'rejected', reason: 'timestamp-unreadable' };
  const age = now.getTime() - at;
  if (age > timestamp.toleranceMs) return { kind: 'rejected', reason: 'timestamp-stale' };
  if (age < -timestamp.toleranceMs) return { kind: 'rejected', reason: 'timestamp-future' };
  return { kind: 'verified' };
}
