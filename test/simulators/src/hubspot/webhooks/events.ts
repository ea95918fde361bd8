import { OBJECT_TYPES, type ObjectName } from '../crm/object-types.ts';
import type { ChangeEvent } from '../crm/portal.ts';

/** One subscription of the app, as its project's `webhooks-hsmeta.json` has it. */
export interface Subscription {
  /** `deal.propertyChange`, `contact.privacyDeletion`, or `object.propertyChange` with an `objectType`. */
  subscriptionType: string;
  /** Only changes of this property; all of them without. */
  propertyName?: string;
  objectType?: string;
  subscriptionId?: number;
}

/** One event of a batch. Unknown keys are to be expected. */
export interface WebhookEvent {
  eventId: number;
  subscriptionId: number;
  portalId: number;
  appId: number;
  occurredAt: number;
  subscriptionType: string;
  attemptNumber: number;
  objectId?: number;
  propertyName?: string;
  propertyValue?: string;
  changeSource?: string;
  sourceId?: string;
  [more: string]: unknown;
}

export const DEFAULT_SUBSCRIPTIONS: readonly Subscription[] = [
  { subscriptionType: 'deal.propertyChange' },
  { subscriptionType: 'deal.creation' },
  { subscriptionType: 'deal.deletion' },
  { subscriptionType: 'contact.privacyDeletion' },
];

/** Objects with subscriptions of their own; quotes and activities have none. */
const SUBSCRIBABLE: readonly ObjectName[] = ['contacts', 'companies', 'deals', 'tickets', 'products', 'line_items'];

/** Which parts of an event a change becomes, for one subscription; undefined when it is not about it. */
export function eventFor(change: ChangeEvent, subscription: Subscription): Partial<WebhookEvent> | undefined {
  const [subject = '', kind] = subscription.subscriptionType.split('.');
  const type = OBJECT_TYPES[change.object];
  if (kind !== change.kind) return undefined;
  const generic = subject === 'object';
  if (generic ? !names(type).includes(subscription.objectType ?? '') : subject !== type.singular) return undefined;
  if (!generic && !SUBSCRIBABLE.includes(change.object)) return undefined;
  if (change.kind === 'propertyChange' && (subscription.propertyName ?? change.name) !== change.name) return undefined;
  return {
    objectId: Number(change.objectId),
    ...(generic ? { objectTypeId: type.id } : {}),
    ...details(change),
    ...change.source,
  };
}

const names = (type: { id: string; name: string; singular: string }): string[] => [type.id, type.name, type.singular];

function details(change: ChangeEvent): Partial<WebhookEvent> {
  switch (change.kind) {
    case 'creation':
      return { changeFlag: 'CREATED' };
    case 'deletion':
      return { changeFlag: 'DELETED' };
    case 'restore':
      return { changeFlag: 'RESTORED' };
    case 'privacyDeletion':
      return { changeFlag: 'DELETED' };
    case 'propertyChange':
      return { propertyName: change.name, propertyValue: change.value };
    case 'associationChange': {
      const [from, to] = [OBJECT_TYPES[change.object].singular, OBJECT_TYPES[change.to].singular];
      return {
        associationType: `${from}_to_${to}`.toUpperCase(),
        fromObjectId: Number(change.objectId),
        toObjectId: Number(change.toId),
        associationRemoved: change.removed,
        isPrimaryAssociation: change.primary,
      };
    }
  }
}
