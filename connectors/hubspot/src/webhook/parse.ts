import type { IgnoredEvent, ParsedDelivery, RawDelivery, SourceEvent } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { digestOf } from '../digest.ts';
import { MAX_EVENTS } from '../facts.ts';
import { readJson } from '../read-json.ts';
import { askedBy, typeOf } from './effects.ts';
import { type WebhookEvent, webhookEvent } from './schemas.ts';

/**
 * Understands a batch of up to 100 events of any accounts, in any order. An event that names no account is left out: it
 * could be kept nowhere, and refusing it would have HubSpot repeat the others for a day.
 *
 * @throws AppError `invalid` for a body that is no batch
 */
export function parse({ body }: RawDelivery): ParsedDelivery {
  const json = readJson(body);
  if (!Array.isArray(json) || json.length > MAX_EVENTS)
    throw new AppError('invalid', `The delivery is no list of at most ${MAX_EVENTS} events`, {
      code: 'hubspot.no-batch',
    });
  const events = json.flatMap((one) => {
    const event = webhookEvent.safeParse(one);
    return event.success && event.data.portalId !== undefined ? [toEvent(event.data, event.data.portalId)] : [];
  });
  // HubSpot gives deliveries no identity; a repeat of the same batch has other bytes, and the keys of its events count.
  return { deliveryId: digestOf(body), events };
}

function toEvent(event: WebhookEvent, account: string): SourceEvent | IgnoredEvent {
  const type = typeOf(event);
  const key = keyOf(event);
  const asked = askedBy(type, event);
  if ('reason' in asked) return { kind: 'ignored', reason: asked.reason, account, key };
  if (event.objectId === undefined) return { kind: 'ignored', reason: `the event names no ${asked.of}`, account, key };
  const { effect, of, about } = asked;
  return {
    kind: 'event',
    effect,
    type,
    resource: { type: of, id: event.objectId },
    account,
    key,
    ...(event.occurredAt !== undefined && { occurredAt: new Date(event.occurredAt).toISOString() }),
    ...(about !== undefined && { about }),
  };
}

/** `eventId` alone is not unique, says HubSpot. The number of the attempt is left out: it is the same event. */
function keyOf(event: WebhookEvent): string {
  const { portalId, subscriptionId, eventId, objectId, propertyName, occurredAt } = event;
  const parts = [portalId, subscriptionId, eventId, objectId, propertyName, occurredAt, typeOf(event)];
  return digestOf(JSON.stringify(parts));
}
