import type { TicketUpdate } from '../state/change-ticket.ts';
import type { WebhookRecord, ZendeskStore } from '../state/store.ts';
import type { Deliverer } from './deliver.ts';
import type { DomainEvent } from './envelope.ts';
import { renderPlaceholders } from './placeholders.ts';
import { toPrettyJson } from './pretty-json.ts';
import { CONDITIONAL_EVENTS } from './register.ts';
import { ticketEvents } from './ticket-events.ts';
import { triggerMatches } from './trigger-conditions.ts';

export interface Dispatcher {
  /** Runs every trigger and event subscription over one update; answers the invocations it caused. */
  publish(update: TicketUpdate): string[];
  publishEvents(events: readonly DomainEvent[]): string[];
  /** Calls back with the ticket of every change; answers how to end it. */
  onChange(listener: (ticketId: number) => void): () => void;
  /** The next `count` invocations are delivered twice, with one invocation id: Zendesk does not promise exactly once. */
  duplicateNext(count?: number): void;
}

export function createDispatcher(store: ZendeskStore, deliverer: Deliverer): Dispatcher {
  let duplicates = 0;
  const listeners = new Set<(ticketId: number) => void>();
  const tell = (ticketId: number) => {
    for (const listener of listeners) listener(ticketId);
  };

  function send(record: WebhookRecord | undefined, body: string): string[] {
    if (record?.webhook.status !== 'active') return [];
    const times = duplicates > 0 ? 2 : 1;
    duplicates = Math.max(0, duplicates - 1);
    return [deliverer.start(record, body, times)];
  }

  function publishEvents(events: readonly DomainEvent[]): string[] {
    const subscribers = [...store.webhooks.values()];
    return events.flatMap(({ type, envelope }) =>
      subscribers
        .filter(({ webhook }) => webhook.subscriptions.includes(type))
        .flatMap((record) => send(record, toPrettyJson(envelope))),
    );
  }

  function runTriggers(update: TicketUpdate): string[] {
    const matching = [...store.triggers.values()]
      .filter((trigger) => triggerMatches(trigger, update))
      .sort((a, b) => a.position - b.position);
    return matching.flatMap((trigger) =>
      trigger.actions.flatMap(({ value }) => {
        const [webhookId = '', template = ''] = Array.isArray(value) ? value : [value];
        return send(store.webhooks.get(webhookId), renderPlaceholders(template, update, store));
      }),
    );
  }

  return {
    publish(update) {
      tell(update.record.ticket.id);
      return [
        ...runTriggers(update),
        // Envelopes are costly to build and most accounts under load have trigger webhooks only.
        ...(hasEventSubscriber(store) ? publishEvents(ticketEvents(update, store)) : []),
      ];
    },
    publishEvents(events) {
      const tickets = events.flatMap(({ envelope }) => /^zen:ticket:(\d+)$/.exec(String(envelope.subject))?.[1] ?? []);
      for (const ticketId of new Set(tickets)) tell(Number(ticketId));
      return publishEvents(events);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    duplicateNext(count = 1) {
      duplicates += count;
    },
  };
}

function hasEventSubscriber(store: ZendeskStore): boolean {
  for (const { webhook } of store.webhooks.values()) {
    if (!webhook.subscriptions.includes(CONDITIONAL_EVENTS)) return true;
  }
  return false;
}
