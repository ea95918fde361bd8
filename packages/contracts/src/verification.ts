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

export type Verification = HmacVerification;
