import type {
  ConnectorDescriptor,
  IgnoredEvent,
  ParsedDelivery,
  RawDelivery,
  RejectionReason,
  SourceEvent,
} from '@draftsmith/contracts';
import { AppError, isAppError } from '@draftsmith/errors';
import type { Inbox, InboxEntry } from './inbox.ts';
import { verifyDelivery } from './verify.ts';

/** Whose webhook it is. The secrets belong to the account, one for each of its webhooks; without any nothing is accepted. */
export interface WebhookTarget {
  connector: Pick<ConnectorDescriptor, 'id' | 'verification' | 'parse'>;
  /** Undefined for the address of all accounts: there each event names its own. */
  account: string | undefined;
  /** Why nothing is to come of an account's events; undefined where something is. Asked once for a delivery and account. */
  ignore?: (account: string) => Promise<string | undefined>;
  secret: string | readonly string[] | undefined;
}

/** What became of a delivery; src/router.ts maps each to its HTTP status, in one table. */
export type IngestOutcome =
  | { kind: 'accepted'; events: number }
  | { kind: 'duplicate' }
  | { kind: 'ignored'; reason: string }
  | { kind: 'rejected'; reason: RejectionReason }
  | { kind: 'invalid'; message: string }
  | { kind: 'unavailable'; cause: unknown };

/** Verify, parse, deduplicate, enqueue. Nothing slow happens here: the source system waits for the answer. */
export async function ingest(
  target: WebhookTarget,
  delivery: RawDelivery,
  inbox: Inbox,
  now: Date,
): Promise<IngestOutcome> {
  const verdict = verifyDelivery(target.connector.verification, delivery, target.secret, now);
  if (verdict.kind === 'rejected') return verdict;

  let named: NamedEvent[];
  try {
    named = namedEvents(target, target.connector.parse(delivery), now);
  } catch (thrown) {
    if (isAppError(thrown) && thrown.kind === 'invalid') return { kind: 'invalid', message: thrown.message };
    throw thrown;
  }

  try {
    const ignored = await ignoredAccounts(target, named);
    const entries = named.map(({ origin, event }) => toEntry(origin, event, ignored.get(origin.account)));
    const results = await Promise.all(entries.map((entry) => inbox.record(entry)));
    return summarise(entries, results);
  } catch (cause) {
    // The sender repeats on 503 with a short Retry-After; any other failure status would lose the event.
    return { kind: 'unavailable', cause };
  }
}

type Origin = Pick<InboxEntry, 'connector' | 'account' | 'deliveryId' | 'receivedAt'>;

interface NamedEvent {
  origin: Origin;
  event: SourceEvent | IgnoredEvent;
}

function namedEvents(target: WebhookTarget, { deliveryId, events }: ParsedDelivery, receivedAt: Date): NamedEvent[] {
  return events.map((event, i) => {
    const account = target.account ?? event.account;
    if (!account)
      throw new AppError('invalid', 'Expected each event to name its account', { code: 'webhooks.account' });
    const key = event.key ?? (events.length > 1 ? `${deliveryId}#${i}` : deliveryId);
    const origin = { connector: target.connector.id, account, deliveryId: key, receivedAt };
    // One secret may sign for several accounts: what is addressed to one must not be booked for another.
    if (event.account !== undefined && event.account !== account)
      return { origin, event: { kind: 'ignored', reason: 'another account' } };
    return { origin, event };
  });
}

async function ignoredAccounts(
  { ignore }: WebhookTarget,
  named: readonly NamedEvent[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const accounts = new Set(named.flatMap(({ origin, event }) => (event.kind === 'event' ? [origin.account] : [])));
  return new Map(await Promise.all([...accounts].map(async (one) => [one, await ignore?.(one)] as const)));
}

function toEntry(origin: Origin, event: SourceEvent | IgnoredEvent, ignored: string | undefined): InboxEntry {
  if (event.kind === 'ignored') return { ...origin, ignoredReason: event.reason };
  if (ignored !== undefined) return { ...origin, ignoredReason: ignored };
  return { ...origin, eventType: event.type, effect: event.effect, resource: event.resource };
}

function summarise(entries: readonly InboxEntry[], results: readonly ('recorded' | 'duplicate')[]): IngestOutcome {
  const recorded = entries.filter((_, i) => results[i] === 'recorded');
  const events = recorded.filter((entry) => entry.resource).length;
  if (events > 0) return { kind: 'accepted', events };
  if (recorded.length === 0 && entries.length > 0) return { kind: 'duplicate' };
  return { kind: 'ignored', reason: recorded[0]?.ignoredReason ?? 'no events' };
}
