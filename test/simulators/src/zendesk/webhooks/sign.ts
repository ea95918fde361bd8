import { createHmac } from 'node:crypto';

/** Zendesk signs test sends of webhooks that do not exist yet with this published secret. Never accept it for real. */
export const TEST_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

/**
 * `base64(HMAC_SHA256(secret, timestamp + rawBody))`. The secret is used as the string it is; decoding its base64 is
 * the classic mistake. Source: developer.zendesk.com, "Verifying webhook authenticity".
 */
export function signWebhook(secret: string, timestamp: string, rawBody: string): string {
  return createHmac('sha256', secret).update(timestamp).update(rawBody).digest('base64');
}
