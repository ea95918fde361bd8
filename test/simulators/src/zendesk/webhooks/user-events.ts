import type { ZendeskStore } from '../state/store.ts';
import type { ZendeskUser } from '../wire.ts';
import { type DomainEvent, envelopeMaker } from './envelope.ts';

/** `zen:event-type:user.deleted`, with the fields of a recorded one: ids are strings, an absent one is `"0"`. */
export function userDeleted(user: ZendeskUser, store: ZendeskStore): DomainEvent {
  return envelopeMaker(store)({
    type: 'zen:event-type:user.deleted',
    subject: `zen:user:${user.id}`,
    detail: {
      created_at: user.created_at,
      default_group_id: '0',
      email: user.email,
      external_id: user.external_id ?? '',
      id: String(user.id),
      organization_id: String(user.organization_id ?? 0),
      role: user.role,
      updated_at: user.updated_at,
    },
    event: {},
  });
}
