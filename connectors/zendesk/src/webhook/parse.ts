import type { IgnoredEvent, ParsedDelivery, RawDelivery, SourceEvent } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { type EventEnvelope, eventEnvelope, type TriggerBody, triggerBody } from './schemas.ts';

const INVOCATION_HEADER = 'x-zendesk-webhook-invocation-id';
const EVENT_PREFIX = 'zen:event-type:';

/**
 * Understands both kinds of Zendesk webhooks: the body that our own trigger writes, and event subscriptions. Our own
 * writes are always internal notes, which come back as ignored.
 *
 * @throws AppError `invalid` for bodies that are neither, and for deliveries without an id (they could not be
 * recognised when they come twice).
 */
export function parse(delivery: RawDelivery): ParsedDelivery {
  const json = readJson(delivery.body);
  const trigger = triggerBody.safeParse(json);
  if (trigger.success) {
    return { deliveryId: deliveryId(delivery), events: [fromTrigger(trigger.data)] };
  }
  const envelope = eventEnvelope.safeParse(json);
  if (envelope.success) {
    return { deliveryId: deliveryId(delivery, envelope.data.id), events: [fromEnvelope(envelope.data)] };
  }
  throw new AppError('invalid', 'The delivery is neither an event of Zendesk nor the body of our trigger', {
    code: 'zendesk.unknown-body',
  });
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // The parser's own message quotes the body, which may hold personal data.
    throw new AppError('invalid', 'The body of the delivery is not JSON', { code: 'zendesk.body-not-json' });
  }
}

/** Triggers and retries of one event have different invocations; one event twice has the same. */
function deliveryId(delivery: RawDelivery, eventId?: string): string {
  const id = [delivery.headers[INVOCATION_HEADER], eventId].find((candidate) => candidate && isPlainId(candidate));
  if (id === undefined) {
    throw new AppError('invalid', `The delivery has no ${INVOCATION_HEADER}`, { code: 'zendesk.delivery-id-missing' });
  }
  return id;
}

function isPlainId(text: string): boolean {
  return /^[\w-]{1,100}$/.test(text);
}

function fromTrigger(body: TriggerBody): SourceEvent | IgnoredEvent {
  if (body.comment_is_public === false) return ignored('an internal note');
  return ticketEvent('conditional_ticket_events', body.ticket_id, body.updated_at);
}

function fromEnvelope(envelope: EventEnvelope): SourceEvent | IgnoredEvent {
  const type = envelope.type.startsWith(EVENT_PREFIX) ? envelope.type.slice(EVENT_PREFIX.length) : '';
  const reason = whyIgnored(type, envelope);
  return reason === undefined ? ticketEvent(type, ticketId(envelope), envelope.time) : ignored(reason);
}

function whyIgnored(type: string, { detail, event }: EventEnvelope): string | undefined {
  switch (type) {
    case 'ticket.created':
      return detail?.is_public === false ? 'a ticket that its customer does not see' : undefined;
    case 'ticket.comment_added':
      if (event?.comment?.is_public === false) return 'an internal note';
      return event?.comment?.author?.is_staff ? 'a comment by staff' : undefined;
    case 'messaging_ticket.message_added':
      return event?.actor?.type === 'end_user' ? undefined : 'a message that no customer wrote';
    default:
      // Only what looks like a type is repeated: the text ends in logs.
      return /^[a-z0-9_.]{1,80}$/.test(type) ? `${type} brings no draft` : 'an unknown type of event';
  }
}

/** Messaging events are said to name the ticket in `subject` only (`zen:ticket:71447`). */
function ticketId({ detail, subject }: EventEnvelope): string | undefined {
  return detail?.id ?? /^zen:(?:messaging_)?ticket:([1-9]\d{0,19})$/.exec(subject ?? '')?.[1];
}

function ticketEvent(type: string, id: string | undefined, time: string | undefined): SourceEvent | IgnoredEvent {
  // A test send from Zendesk's admin centre leaves the placeholders as they are.
  if (id === undefined) return ignored('the delivery names no ticket');
  const occurredAt = time === undefined ? Number.NaN : Date.parse(time);
  return {
    kind: 'event',
    type,
    resource: { type: 'ticket', id },
    ...(!Number.isNaN(occurredAt) && { occurredAt: new Date(occurredAt).toISOString() }),
  };
}

function ignored(reason: string): IgnoredEvent {
  return { kind: 'ignored', reason };
}
