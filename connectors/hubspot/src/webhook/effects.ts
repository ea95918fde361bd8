import type { EventEffect } from '@draftsmith/contracts';
import { APP_CHANGE, EVENT_OBJECTS, REDACTED } from '../facts.ts';
import type { WebhookEvent } from './schemas.ts';

/** What an event asks of us, and of what; or why it asks for nothing. */
export type Asked = { effect: EventEffect; of: 'deal' | 'contact'; about?: string } | { reason: string };

/** `object.propertyChange` of a deal is called `deal.propertyChange`, as its older subscriptions are. */
export function typeOf({ subscriptionType, eventType, objectTypeId }: WebhookEvent): string {
  const type = subscriptionType ?? eventType ?? '';
  const object = EVENT_OBJECTS[objectTypeId ?? ''];
  return object && type.startsWith('object.') ? `${object}${type.slice('object'.length)}` : type;
}

export function askedBy(type: string, event: WebhookEvent): Asked {
  switch (type) {
    case 'contact.privacyDeletion':
      return { effect: 'forget', of: 'contact' };
    case 'deal.deletion':
      return { effect: 'forget', of: 'deal' };
    case 'deal.propertyChange':
      return isOurs(event) ? { reason: 'our own change' } : changed(event);
    default:
      if (isOurs(event)) return { reason: 'our own change' };
      // Only what looks like a type is repeated: the text ends in logs.
      return { reason: /^[\w.]{1,80}$/.test(type) ? `${type} asks nothing of us` : 'an unknown type of event' };
  }
}

function changed({ propertyName, propertyValue }: WebhookEvent): Asked {
  if (propertyName !== 'dealstage') return { reason: 'a change of a deal that is not its stage' };
  if (propertyValue === undefined || !isStageId(propertyValue))
    return { reason: 'a stage that the event does not name' };
  return { effect: 'prepare', of: 'deal', about: propertyValue };
}

/** An app's writes come back to it; one that answered them would go on for ever. */
function isOurs({ changeSource, sourceId, appId }: WebhookEvent): boolean {
  return changeSource === APP_CHANGE && appId !== undefined && sourceId === appId;
}

/** Words of the first pipeline (`closedwon`), digits of all others. */
function isStageId(value: string): boolean {
  return value !== REDACTED && /^[\w-]{1,100}$/.test(value);
}
