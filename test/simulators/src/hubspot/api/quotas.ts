import type { Access } from '../oauth/access.ts';
import { RateLimited } from './rate-limited.ts';
import { BURST_MS, DAY_MS, type RateLimits, RollingWindow, SECOND_MS } from './rate-limits.ts';

export interface Quotas {
  /** Counts one request and answers the headers of its reply; throws `RateLimited`. */
  take(access: Access, path: string): Record<string, string>;
}

export function createQuotas(limits: RateLimits, clock: () => Date): Quotas {
  const burst = new RollingWindow(BURST_MS, clock);
  const associations = new RollingWindow(BURST_MS, clock);
  const searches = new RollingWindow(SECOND_MS, clock);
  const days = new RollingWindow(DAY_MS, clock);
  return {
    take({ portalId, kind }, path) {
      const key = String(portalId);
      if (path.endsWith('/search')) {
        if (!searches.take(key, limits.searchPerSecond).allowed) throw new RateLimited('SECONDLY');
        // Recorded: answers of the search carry no rate limit headers.
        return {};
      }
      const isAssociation = path.includes('/associations/');
      const total = isAssociation ? limits.associations : limits.burst;
      const state = (isAssociation ? associations : burst).take(`${kind} ${key}`, total);
      if (!state.allowed) throw new RateLimited('TEN_SECONDLY_ROLLING');
      const headers: Record<string, string> = {
        'X-HubSpot-RateLimit-Max': String(total),
        'X-HubSpot-RateLimit-Remaining': String(state.remaining),
        'X-HubSpot-RateLimit-Interval-Milliseconds': String(BURST_MS),
      };
      if (kind === 'oauth') return headers;
      const day = days.take(key, limits.daily);
      if (!day.allowed) throw new RateLimited('DAILY');
      return {
        ...headers,
        'X-HubSpot-RateLimit-Daily': String(limits.daily),
        'X-HubSpot-RateLimit-Daily-Remaining': String(day.remaining),
      };
    },
  };
}
