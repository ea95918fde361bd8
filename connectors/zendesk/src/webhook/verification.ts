import type { HmacVerification } from '@draftsmith/contracts';
import { DELIVERY_TOLERANCE_MS } from '../facts.ts';

/**
 * `base64(HMAC_SHA256(secret, timestamp + raw body))`, no separator (developer.zendesk.com, "Verifying webhooks").
 * The key is the secret as shown: it looks like base64, and decoding it is the classic mistake.
 */
export const verification: HmacVerification = {
  scheme: 'hmac-sha256',
  signatureHeader: 'x-zendesk-webhook-signature',
  encoding: 'base64',
  sign: ['timestamp', 'body'],
  timestamp: {
    header: 'x-zendesk-webhook-signature-timestamp',
    format: 'iso-8601',
    toleranceMs: DELIVERY_TOLERANCE_MS,
  },
};
