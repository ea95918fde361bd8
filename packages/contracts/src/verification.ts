import type { RawDelivery } from './delivery.ts';

/**
 * How a source system proves that a delivery is its own, as data: one verifier runs every scheme, so no connector
 * holds its own HMAC code. `sign` lists what is hashed, in order, always over the raw body bytes.
 */
export interface HmacVerification {
  scheme: 'hmac-sha256';
  signatureHeader: string;
  encoding: 'base64' | 'hex';
  sign: readonly ('timestamp' | 'body')[];
  timestamp?: {
    header: string;
    format: 'iso-8601' | 'unix-ms';
    /** How far the stamp may lie in the past or future, in milliseconds. */
    toleranceMs: number;
  };
}

/** For schemes that data cannot say: HubSpot has three versions, and signs the address as well. */
export interface OwnVerification {
  scheme: 'own';
  /** Pure and total. Compares in constant time; a missing or wrong part is a rejection, never a throw. */
  verify(delivery: RawDelivery, secret: string, now: Date): VerificationVerdict;
}

export type Verification = HmacVerification | OwnVerification;

export type VerificationVerdict = { kind: 'verified' } | { kind: 'rejected'; reason: RejectionReason };

export type RejectionReason =
  | 'secret-missing'
  | 'signature-missing'
  | 'signature-wrong'
  | 'timestamp-missing'
  | 'timestamp-unreadable'
  | 'timestamp-stale'
  | 'timestamp-future';
