import type { Allowance } from '@draftsmith/contracts';
import { AppError, isAppError } from '@draftsmith/errors';
import type { HttpReply, HttpRequest } from '@draftsmith/http';
import {
  CALLS_PER_TICKET,
  FIRST_ANSWER_MS,
  OUR_SHARE,
  OUR_UPDATES_PER_TICKET,
  REQUESTS_PER_MINUTE,
  UPDATES_PER_MINUTE,
} from '../facts.ts';

/** Keeps to our part of what the account may do; the limits themselves are learnt from the answers. */
export interface FairShare {
  /** @throws AppError `rate-limited` before anything is sent */
  take(request: HttpRequest, signal: AbortSignal): Promise<void>;
  learn(request: HttpRequest, reply: HttpReply): void;
}

const MINUTE = 60_000;

const TICKET = /^api\/v2\/tickets\/(\d+)(?:\.json)?$/;

type Pool = 'support' | 'help-center';

/** What the answers said of an account, in calls a minute; known to all that count in the same allowance. */
type Limits = Partial<Record<Pool | 'updates', number | undefined>> & {
  /** Pools of which somebody asks already although the guess forbids it. */
  probed: Set<Pool>;
};

/** The smallest there are, until an answer tells more. */
const SMALLEST: Record<Pool | 'updates', number> = {
  support: REQUESTS_PER_MINUTE,
  'help-center': REQUESTS_PER_MINUTE,
  updates: UPDATES_PER_MINUTE,
};

const limitsOf = new WeakMap<Allowance, Limits>();

function knownLimits(allowance: Allowance, { requests, updates }: Plan): Limits {
  const told = { support: requests, 'help-center': requests, updates };
  const known = limitsOf.get(allowance) ?? { ...told, probed: new Set() };
  limitsOf.set(allowance, known);
  return known;
}

/** What an admin says that the account may do, in calls a minute. */
interface Plan {
  requests?: number;
  updates?: number;
}

export function createFairShare(allowance: Allowance | undefined, plan: Plan = {}): FairShare {
  if (!allowance) return { take: async () => undefined, learn: () => undefined };
  const limits = knownLimits(allowance, plan);

  /** One call of `bucket`, whose limit is this part of a pool's. */
  async function takeOf(pool: Pool | 'updates', bucket: string, part: number, signal: AbortSignal): Promise<void> {
    const perMinute = Math.max(1, Math.floor(((limits[pool] ?? SMALLEST[pool]) * OUR_SHARE) / 100 / part));
    await allowance?.take(bucket, { calls: perMinute, windowMs: MINUTE }, signal).catch((thrown) => {
      throw limits[pool] === undefined ? soonAgain(thrown) : thrown;
    });
  }

  return {
    async take(request, signal) {
      const pool = poolOf(request);
      try {
        if (beginsTicket(request)) await takeOf(pool, 'tickets', CALLS_PER_TICKET, signal);
        await takeOf(pool, `requests:${pool}`, 1, signal);
      } catch (thrown) {
        // After a restart more may be used than the guess allows, and without a call nothing would ever be learnt.
        const mayProbe = limits[pool] === undefined && !limits.probed.has(pool) && request.method === 'GET';
        if (!mayProbe || !isRefusal(thrown)) throw thrown;
        limits.probed.add(pool);
      }
      const ticket = updatedTicket(request);
      if (ticket === undefined) return;
      await takeOf('updates', 'updates', 1, signal);
      await allowance.take(`ticket:${ticket}`, OUR_UPDATES_PER_TICKET, signal);
    },
    learn(request, { headers }) {
      const pool = poolOf(request);
      const perMinute = Number(headers.get('x-rate-limit') ?? headers.get('ratelimit-limit'));
      // An answer that tells nothing leaves it at the guess: nobody waits for another one.
      limits[pool] = perMinute > 0 ? perMinute : (limits[pool] ?? SMALLEST[pool]);
      const updates = updatesPerMinute(headers) ?? limits.updates;
      limits.updates = updates ?? (updatedTicket(request) === undefined ? undefined : SMALLEST.updates);
    },
  };
}

/** What was refused on a guess need not wait for the end of a minute. */
function soonAgain(thrown: unknown): unknown {
  if (!isRefusal(thrown)) return thrown;
  const { message, code, retryAfterMs = FIRST_ANSWER_MS } = thrown;
  return new AppError('rate-limited', message, {
    ...(code !== undefined && { code }),
    retryAfterMs: Math.min(retryAfterMs, FIRST_ANSWER_MS),
  });
}

function isRefusal(thrown: unknown): thrown is AppError {
  return isAppError(thrown) && thrown.kind === 'rate-limited';
}

/** Zendesk counts the two apart. */
function poolOf({ path }: HttpRequest): Pool {
  return path.startsWith('api/v2/help_center/') ? 'help-center' : 'support';
}

/** Whatever is done with a ticket, it is looked at first. */
function beginsTicket({ method, path }: HttpRequest): boolean {
  return method === 'GET' && TICKET.test(path);
}

function updatedTicket({ method, path }: HttpRequest): string | undefined {
  return method === 'PUT' ? TICKET.exec(path)?.[1] : undefined;
}

/** `zendesk-ratelimit-tickets-update: total=20; remaining=19; resets=43`, spelled in several ways. */
function updatesPerMinute(headers: Headers): number | undefined {
  for (const [name, value] of headers) {
    if (!/^zendesk-rate-?limit-tickets-update$/i.test(name)) continue;
    const total = Number(/total=(\d+)/.exec(value)?.[1]);
    if (total > 0) return total;
  }
  return undefined;
}
