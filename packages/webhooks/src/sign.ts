import { createHmac } from 'node:crypto';
import type { HmacVerification, RawDelivery } from '@draftsmith/contracts';
import { signingBytes } from './signing-bytes.ts';

/** The inverse of `verifyDelivery`, for tests and test deliveries: the signature that the source system would send. */
export function signDelivery(verification: HmacVerification, delivery: RawDelivery, secret: string): string {
  return createHmac('sha256', secret).update(signingBytes(verification, delivery)).digest(verification.encoding);
}
