import type { EventEffect, IgnoredEvent, ParsedDelivery, RawDelivery, SourceEvent } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { askedBy } from './effects.ts';
import { type EventEnvelope, eventEnvelope, type TriggerBody, triggerBody } from './schemas.ts';

const INVOCATION_HEADER = 'x-zendesk-webhook-invocation-id';
const EVENT_PREFIX = 'zen:event-type:';
/** What deliveries of triggers are called, which name no event. */
const TRIGGERED = 'conditional_ticket_events';
const SUBJECTS = {
  ticket: /^zen:(?:messaging_)?ticket:([1-9]\d{0,19})$/,
  user: /^zen:user:([1-9]\d{0,19})$/,
} as const;

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

function fromTrigger({ kind, comment_is_public, ticket_id, updated_at }: TriggerBody): SourceEvent | IgnoredEvent {
  if (comment_is_public === false) return ignored('an internal note');
  const effect = kind === 'reply' ? 'reply' : 'draft';
  return eventOf({ type: TRIGGERED, effect, resource: { type: 'ticket', id: ticket_id }, time: updated_at });
}

function fromEnvelope(envelope: EventEnvelope): SourceEvent | IgnoredEvent {
  const type = envelope.type.startsWith(EVENT_PREFIX) ? envelope.type.slice(EVENT_PREFIX.length) : '';
  const asked = askedBy(type, envelope);
  if ('reason' in asked) return ignored(asked.reason);
  const { effect, of } = asked;
  return eventOf({ type, effect, resource: { type: of, id: idOf(of, envelope) }, time: envelope.time });
}

/** Messaging events are said to name the ticket in `subject` only (`zen:messaging_ticket:71447`). */
function idOf(of: 'ticket' | 'user', { detail, subject }: EventEnvelope): string | undefined {
  return detail?.id ?? SUBJECTS[of].exec(subject ?? '')?.[1];
}

interface Happened {
  type: string;
  effect: EventEffect;
  resource: { type: 'ticket' | 'user'; id: string | undefined };
  time: string | undefined;
}

function eventOf({ type, effect, resource, time }: Happened): SourceEvent | IgnoredEvent {
  const { type: of, id } = resource;
  // A test send from Zendesk's admin centre leaves the placeholders as they are.
  if (id === undefined) return ignored(`the delivery names no ${of}`);
  const occurredAt = time === undefined ? Number.NaN : Date.parse(time);
  return {
    kind: 'event',
    effect,
    type,
    resource: { type: of, id },
    ...(!Number.isNaN(occurredAt) && { occurredAt: new Date(occurredAt).toISOString() }),
  };
}

function ignored(reason: string): IgnoredEvent {
  return { kind: 'ignored', reason };
}
