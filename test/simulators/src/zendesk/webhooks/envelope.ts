import { randomUUID } from 'node:crypto';
import type { ZendeskStore } from '../state/store.ts';

export interface DomainEvent {
  /** `zen:event-type:ticket.comment_added` ... */
  type: string;
  /** The whole envelope as sent. */
  envelope: Record<string, unknown>;
}

interface EventPart {
  type: string;
  subject: string;
  detail: Record<string, unknown>;
  event: Record<string, unknown>;
}

/** Makes the events of one action: they share `event.meta.sequence.id` and are counted by its `position`. */
export function envelopeMaker(store: ZendeskStore): (part: EventPart) => DomainEvent {
  const sequence = String(store.nextId());
  const time = store.clock().toISOString();
  let position = 0;
  return ({ type, subject, detail, event }) => {
    position += 1;
    return {
      type,
      envelope: {
        account_id: store.account.id,
        id: randomUUID(),
        subject,
        time,
        type,
        zendesk_event_version: '2022-11-06',
        detail,
        event: { meta: { sequence: { id: sequence, position } }, ...event },
      },
    };
  };
}
