import type { ConnectorDescriptor, IgnoredEvent, RawDelivery, SourceEvent } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import type { Inbox, InboxEntry } from './inbox.ts';
import { type RejectionReason, verifyDelivery } from './verify.ts';

/** Whose webhook it is. The secrets belong to the account, one for each of its webhooks; without any nothing is accepted. */
export interface WebhookTarget {
  connector: Pick<ConnectorDescriptor, 'id' | 'verification' | 'parse'>;
  account: string;
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

  let entries: InboxEntry[];
  try {
    const { deliveryId, events } = target.connector.parse(delivery);
    entries = events.map((event, i) =>
      toEntry(target, event, events.length > 1 ? `${deliveryId}#${i}` : deliveryId, now),
    );
  } catch (thrown) {
    if (isAppError(thrown) && thrown.kind === 'invalid') return { kind: 'invalid', message: thrown.message };
    throw thrown;
  }

  try {
    const results = await Promise.all(entries.map((entry) => inbox.record(entry)));
    return summarise(entries, results);
  } catch (cause) {
    // The sender repeats on 503 with a short Retry-After; any other failure status would lose the event.
    return { kind: 'unavailable', cause };
  }
}

function toEntry(
  { connector, account }: WebhookTarget,
  event: SourceEvent | IgnoredEvent,
  deliveryId: string,
  receivedAt: Date,
): InboxEntry {
  const origin = { connector: connector.id, account, deliveryId, receivedAt };
  if (event.kind === 'ignored') return { ...origin, ignoredReason: event.reason };
  return { ...origin, eventType: event.type, effect: event.effect, resource: event.resource };
}

function summarise(entries: readonly InboxEntry[], results: readonly ('recorded' | 'duplicate')[]): IngestOutcome {
  const recorded = entries.filter((_, i) => results[i] === 'recorded');
  const events = recorded.filter((entry) => entry.resource).length;
  if (events > 0) return { kind: 'accepted', events };
  if (recorded.length === 0 && entries.length > 0) return { kind: 'duplicate' };
  return { kind: 'ignored', reason: recorded[0]?.ignoredReason ?? 'no events' };
}
