import type { ChangeEvent } from '../crm/portal.ts';
import { createDeliverer, type Delivery, type DeliveryOptions } from './deliver.ts';
import { DEFAULT_SUBSCRIPTIONS, eventFor, type Subscription, type WebhookEvent } from './events.ts';

export interface WebhookSwitches {
  /** The one target of the app, for all accounts. Changes from now on are told. */
  connect(targetUrl: string, subscriptions?: readonly Subscription[]): void;
  disconnect(): void;
  /** Events pile up until `release`. */
  hold(): void;
  /** `arrange` may drop, repeat and reorder what has piled up. */
  release(arrange?: (events: WebhookEvent[]) => WebhookEvent[]): void;
  /** The next batches come twice. */
  repeatNext(count?: number): void;
  /** An event with everything that real ones have; for hand-made ones. */
  event(portalId: number, given: Partial<WebhookEvent>): WebhookEvent;
  /** Sends exactly these, in batches of at most 100, whatever is subscribed. */
  send(events: readonly WebhookEvent[]): void;
  /** Every attempt, oldest first. */
  readonly deliveries: readonly Delivery[];
}

export interface Webhooks {
  switches: WebhookSwitches;
  notice(portalId: number, change: ChangeEvent): void;
  settled(): Promise<void>;
  close(): void;
}

const LARGEST_BATCH = 100;
const FIRST_SUBSCRIPTION_ID = 7_562_680;
const FIRST_EVENT_ID = 4_101_286_120;

export function createWebhooks(options: DeliveryOptions & { appId: number }): Webhooks {
  const deliverer = createDeliverer(options);
  let target: { url: string; subscriptions: readonly (Subscription & { subscriptionId: number })[] } | undefined;
  let queue: WebhookEvent[] = [];
  let held = false;
  let scheduled = false;
  let repeats = 0;
  // By account: an event id alone does not say which event it is.
  const lastEventIds = new Map<number, number>();

  function event(portalId: number, given: Partial<WebhookEvent>): WebhookEvent {
    const eventId = (lastEventIds.get(portalId) ?? FIRST_EVENT_ID) + 1;
    lastEventIds.set(portalId, eventId);
    return {
      eventId,
      subscriptionId: FIRST_SUBSCRIPTION_ID,
      portalId,
      appId: options.appId,
      occurredAt: options.clock().getTime(),
      subscriptionType: 'deal.propertyChange',
      attemptNumber: 0,
      ...given,
    };
  }

  function send(events: readonly WebhookEvent[]): void {
    if (!target) return;
    const copies = repeats > 0 ? 2 : 1;
    repeats = Math.max(0, repeats - 1);
    for (let start = 0; start < events.length; start += LARGEST_BATCH) {
      const batch = events.slice(start, start + LARGEST_BATCH);
      for (let copy = 0; copy < copies; copy += 1) deliverer.start(target.url, batch);
    }
  }

  function flush(arrange = (events: WebhookEvent[]) => events): void {
    const events = arrange(queue);
    queue = [];
    send(events);
  }

  /** What changes in one turn comes in one batch; whose account it was does not part it. */
  function schedule(): void {
    if (scheduled || held) return;
    scheduled = true;
    deliverer.run(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      scheduled = false;
      if (!held) flush();
    });
  }

  const switches: WebhookSwitches = {
    connect(targetUrl, subscriptions = DEFAULT_SUBSCRIPTIONS) {
      const numbered = subscriptions.map((one, index) => ({ subscriptionId: FIRST_SUBSCRIPTION_ID + index, ...one }));
      target = { url: new URL(targetUrl).href, subscriptions: numbered };
    },
    disconnect() {
      target = undefined;
    },
    hold() {
      held = true;
    },
    release(arrange) {
      held = false;
      flush(arrange);
    },
    repeatNext(count = 1) {
      repeats += count;
    },
    event,
    send,
    get deliveries() {
      return deliverer.log();
    },
  };

  return {
    switches,
    notice(portalId, change) {
      for (const subscription of target?.subscriptions ?? []) {
        const parts = eventFor(change, subscription);
        if (!parts) continue;
        const { subscriptionId, subscriptionType } = subscription;
        queue.push(event(portalId, { subscriptionId, subscriptionType, ...parts }));
        schedule();
      }
    },
    settled: deliverer.settled,
    close: deliverer.close,
  };
}
