import type { Connection, InsertCheck, ResourceRef } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';

/** What happened in a ticket after a message. `unknown`: the source system did not say in time. */
export type Since = 'nothing' | 'customer' | 'reply' | 'closed' | 'unknown';

export interface Freshness {
  /** For whoever looks: from memory where it is young, within two seconds where not, else the last that was known. */
  since(resource: ResourceRef, revision: string): Promise<Since>;
  /**
   * For whoever is about to act on it: asked now.
   * @throws AppError `unavailable` or `timeout` when the source system does not say
   */
  verdict(resource: ResourceRef, revision: string): Promise<InsertCheck['verdict']>;
}

export interface FreshnessDeps {
  connectionOf: (connector: string, account: string) => Connection | undefined;
  now: () => number;
  /** Aborts after so many milliseconds. */
  timeout?: (ms: number) => AbortSignal;
}

/** Milliseconds that an answer is believed: several agents look at one ticket, and each looks again and again. */
const YOUNG = 10_000;
/** Milliseconds that somebody who looks waits, and somebody who is about to insert. */
const [LOOK, ACT] = [2_000, 5_000];
/** Messages that are remembered. */
const MOST = 5_000;

export function createFreshness({ connectionOf, now, timeout = AbortSignal.timeout }: FreshnessDeps): Freshness {
  const known = new Map<string, { since: Since; at: number }>();
  const remember = (key: string, since: Since) => {
    known.delete(key);
    known.set(key, { since, at: now() });
    // The oldest is the first.
    if (known.size > MOST) for (const first of known.keys()) return void known.delete(first);
  };
  const ask = async (resource: ResourceRef, revision: string, ms: number): Promise<Since> => {
    const connection = connectionOf(resource.connector, resource.account);
    if (!connection) throw new AppError('not-found', 'This account is not connected any more');
    const signal = timeout(ms);
    const since = await withinTime(askSource(connection, resource, revision, signal), signal);
    remember(keyOf(resource, revision), since);
    return since;
  };

  return {
    async since(resource, revision) {
      const last = known.get(keyOf(resource, revision));
      if (last && now() - last.at < YOUNG) return last.since;
      return ask(resource, revision, LOOK).catch(() => last?.since ?? 'unknown');
    },
    async verdict(resource, revision) {
      const since = await ask(resource, revision, ACT);
      return VERDICT[since];
    },
  };
}

const VERDICT = {
  nothing: 'ok',
  customer: 'newer-message',
  reply: 'replied',
  closed: 'closed',
  unknown: 'ok',
} as const satisfies Record<Since, InsertCheck['verdict']>;

/** A few comments tell; what lists none is read as a draft would be. */
async function askSource(
  connection: Connection,
  resource: ResourceRef,
  revision: string,
  signal: AbortSignal,
): Promise<Since> {
  const after = await connection.replyAfter?.(resource, revision, signal);
  if (after?.kind === 'nothing') return 'nothing';
  if (after?.kind === 'customer') return 'customer';
  if (after?.kind === 'reply') return 'reply';
  if (after?.kind === 'gone') return 'closed';
  // Solved without an answer can still be answered; closed cannot.
  const gathered = await connection.gatherContext(resource, signal);
  if (gathered.kind === 'context') return gathered.context.revision === revision ? 'nothing' : 'customer';
  const { reason } = gathered;
  if (reason === 'closed' || reason === 'deleted' || reason === 'merged') return 'closed';
  return reason === 'agent-wrote-last' ? 'reply' : 'nothing';
}

/** A connection ends with its signal; nobody waits for one that does not. */
function withinTime<Value>(asked: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const late = new Promise<never>((_, reject) => {
    const fail = () => reject(new AppError('timeout', 'The ticket could not be read in time: try again'));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
  return Promise.race([asked, late]);
}

function keyOf({ connector, account, type, id }: ResourceRef, revision: string): string {
  return JSON.stringify([connector, account, type, id, revision]);
}
