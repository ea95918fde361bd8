import type { ZendeskStore } from '../state/store.ts';
import type { WebhookAuthentication, ZendeskTrigger, ZendeskWebhook } from '../wire.ts';
import type { Dispatcher } from './dispatch.ts';
import {
  addTrigger,
  addWebhook,
  CONDITIONAL_EVENTS,
  customerMessageTrigger,
  DEFAULT_TRIGGER_BODY,
} from './register.ts';

export interface InstalledWebhook {
  webhookId: string;
  /** The signing secret, as `GET .../signing_secret` would answer it. */
  secret: string;
}

/** Shortcuts to what an install does over the API, and the switches that no API has. */
export interface WebhookSwitches {
  /** Webhook plus the trigger "a customer wrote something public on a ticket that is not solved". */
  connectTrigger(given: {
    endpoint: string;
    /** Text with placeholders; by default `{"v":1,"ticket_id","comment_id","updated_at"}`. */
    body?: string;
    authentication?: WebhookAuthentication;
  }): InstalledWebhook & { triggerId: number };
  /** Webhook that receives domain events, e.g. `zen:event-type:ticket.comment_added`. */
  connectEvents(given: { endpoint: string; types: string[]; authentication?: WebhookAuthentication }): InstalledWebhook;
  /** The next `count` invocations (1 by default) are each delivered twice under one invocation id. */
  duplicateNext(count?: number): void;
  list(): ZendeskWebhook[];
  triggers(): ZendeskTrigger[];
}

export function createWebhookSwitches(store: ZendeskStore, dispatcher: Dispatcher): WebhookSwitches {
  const creator = store.defaultAgent()?.id ?? 0;
  return {
    connectTrigger({ endpoint, body = DEFAULT_TRIGGER_BODY, authentication }) {
      const definition = { name: 'AI drafts', endpoint, subscriptions: [CONDITIONAL_EVENTS], authentication };
      const { webhook, secret } = addWebhook(store, definition, creator);
      const trigger = addTrigger(store, customerMessageTrigger(webhook.id, body));
      return { webhookId: webhook.id, secret, triggerId: trigger.id };
    },
    connectEvents({ endpoint, types, authentication }) {
      const definition = { name: 'AI draft events', endpoint, subscriptions: types, authentication };
      const { webhook, secret } = addWebhook(store, definition, creator);
      return { webhookId: webhook.id, secret };
    },
    duplicateNext: dispatcher.duplicateNext,
    list: () => structuredClone([...store.webhooks.values()].map((record) => record.webhook)),
    triggers: () => structuredClone([...store.triggers.values()]),
  };
}
