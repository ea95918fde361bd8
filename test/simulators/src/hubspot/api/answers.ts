import { randomUUID } from 'node:crypto';
import type { CannedResponse } from '../../zendesk/api/faults.ts';
import { type PolicyName, rateLimitBody } from './rate-limited.ts';

/** What HubSpot says when it cannot or will not, ready for `faults.set({ response })`. Source: error handling guide. */
export const answers = {
  /** Without `Retry-After`: none is documented. */
  rateLimited: (policyName: PolicyName): CannedResponse => ({ status: 429, body: rateLimitBody(policyName) }),
  locked: (): CannedResponse => ({
    status: 423,
    body: { status: 'error', message: 'The resource is locked.', correlationId: randomUUID(), category: 'LOCKED' },
  }),
  /** The account moves between data centres; up to 24 h. */
  migrating: (seconds = 86_400): CannedResponse => ({ status: 477, headers: { 'Retry-After': String(seconds) } }),
  badGateway: (): CannedResponse => ({
    status: 502,
    body: '<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>',
  }),
  unavailable: (): CannedResponse => ({
    status: 503,
    body: { status: 'error', message: 'Service unavailable', correlationId: randomUUID() },
  }),
  uriTooLong: (): CannedResponse => ({ status: 414, body: '<html><body><h1>414 URI Too Long</h1></body></html>' }),
};
