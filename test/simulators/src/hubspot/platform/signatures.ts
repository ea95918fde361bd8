import { createHash, createHmac } from 'node:crypto';

/** The only escapes that are undone before v3 is computed. Source: "Validating requests", v3. */
const DECODED: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
};

export interface Signed {
  method: string;
  /** The whole address as HubSpot called it. */
  url: string;
  body: string;
}

/** A plain hash, not an HMAC; lower-case hex. */
export function signV1(secret: string, body: string): string {
  return sha256(secret + body);
}

export function signV2(secret: string, { method, url, body }: Signed): string {
  return sha256(secret + method + url + body);
}

/** @param timestamp milliseconds since 1970, as text. */
export function signV3(secret: string, { method, url, body }: Signed, timestamp: string): string {
  const decoded = url.replace(/%[0-9A-F]{2}/gi, (escaped) => DECODED[escaped.toUpperCase()] ?? escaped);
  return createHmac('sha256', secret)
    .update(method + decoded + body + timestamp)
    .digest('base64');
}

/** The headers of one request, with a timestamp of its own. */
export function signatureHeaders(
  secret: string,
  signed: Signed,
  { now, versions }: { now: Date; versions: readonly ('v1' | 'v2' | 'v3')[] },
): Record<string, string> {
  const timestamp = String(now.getTime());
  const headers: Record<string, string> = {};
  const old = versions.find((version) => version !== 'v3');
  if (old !== undefined) {
    headers['X-HubSpot-Signature'] = old === 'v1' ? signV1(secret, signed.body) : signV2(secret, signed);
    headers['X-HubSpot-Signature-Version'] = old;
  }
  if (versions.includes('v3')) {
    headers['X-HubSpot-Signature-v3'] = signV3(secret, signed, timestamp);
    headers['X-HubSpot-Request-Timestamp'] = timestamp;
  }
  return headers;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
