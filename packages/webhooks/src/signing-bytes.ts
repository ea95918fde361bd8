import type { HmacVerification, RawDelivery } from '@draftsmith/contracts';

/** The exact bytes that a scheme signs, in its order. The body is never decoded: a changed byte must change the result. */
export function signingBytes(scheme: HmacVerification, delivery: RawDelivery): Uint8Array {
  const parts = scheme.sign.map((part) =>
    part === 'body' ? delivery.body : Buffer.from(delivery.headers[scheme.timestamp?.header ?? ''] ?? '', 'utf8'),
  );
  return Buffer.concat(parts);
}
