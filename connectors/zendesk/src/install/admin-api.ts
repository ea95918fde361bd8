import type { ConnectorPorts } from '@draftsmith/contracts';
import { z } from 'zod';
import { allItems, readPages } from '../client/pages.ts';
import { createTransport } from '../client/transport.ts';
import { OWN_TOKEN_PATH } from '../facts.ts';
import type { ZendeskSettings } from '../settings.ts';

const id = z.union([z.string(), z.number()]).transform(String);

const webhook = z.object({
  id,
  name: z.string(),
  status: z.string().nullish(),
  endpoint: z.string().nullish(),
  subscriptions: z.array(z.string()).nullish(),
});
const condition = z.object({ field: z.string(), operator: z.string(), value: z.unknown() });
const trigger = z.object({
  id,
  title: z.string(),
  active: z.boolean().nullish(),
  conditions: z.object({ all: z.array(condition), any: z.array(condition) }).nullish(),
  actions: z.array(z.object({ field: z.string(), value: z.unknown() })).nullish(),
});
const invocation = z.object({ status: z.string().nullish(), status_code: z.number().nullish() });

const replies = {
  webhook: z.object({ webhook }),
  webhooks: z.object({ webhooks: z.array(webhook) }),
  trigger: z.object({ trigger }),
  triggers: z.object({ triggers: z.array(trigger) }),
  invocations: z.object({ invocations: z.array(invocation) }),
  secret: z.object({ signing_secret: z.object({ secret: z.string().min(1) }) }),
  test: z.object({ response: z.object({ status_code: z.number() }) }),
  me: z.object({ user: z.object({ role: z.string().nullish() }) }),
  token: z.object({ token: z.object({ scopes: z.array(z.string()).nullish() }) }),
} as const;

export type ApiWebhook = z.infer<typeof webhook>;
export type ApiTrigger = z.infer<typeof trigger>;

export interface TriggerDefinition {
  title: string;
  active: boolean;
  description: string;
  conditions: { all: readonly { field: string; operator: string; value: string }[]; any: readonly never[] };
  actions: readonly { field: string; value: readonly [string, string] }[];
}

/** More than any account has; a list that never ends must end here. */
const MAX_PAGES = 20;

/** The endpoints that an installation needs, beside those of drafting. */
export type AdminApi = ReturnType<typeof createAdminApi>;

export function createAdminApi(settings: ZendeskSettings, ports: ConnectorPorts, signal: AbortSignal) {
  // An admin waits, and it is a handful of calls: our share is for drafting to keep to.
  const { allowance: _, ...unmetered } = ports;
  const { get, pages, put, post, send, headersOf } = createTransport(settings, unmetered);
  const hook = (webhookId: string) => `webhooks/${encodeURIComponent(webhookId)}`;
  const trig = (triggerId: string) => `triggers/${encodeURIComponent(triggerId)}`;
  return {
    webhooks(): Promise<ApiWebhook[]> {
      const list = { schema: replies.webhooks, itemsOf: (reply: { webhooks: ApiWebhook[] }) => reply.webhooks };
      return allItems(readPages(pages('webhooks', {}, list, signal), MAX_PAGES));
    },
    async createWebhook(definition: { name: string; endpoint: string; subscriptions: readonly string[] }) {
      const fixed = { status: 'active', http_method: 'POST', request_format: 'json' };
      const description = 'Made by Draftsmith. Removing the account there removes this, too.';
      return (await post('webhooks', { webhook: { ...definition, ...fixed, description } }, replies.webhook, signal))
        .webhook;
    },
    changeWebhook: (webhookId: string, change: { endpoint?: string; status?: 'active' }) =>
      send('PATCH', hook(webhookId), { webhook: change }, signal),
    deleteWebhook: (webhookId: string) => send('DELETE', hook(webhookId), undefined, signal),
    signingSecret: async (webhookId: string) =>
      (await get(`${hook(webhookId)}/signing_secret`, {}, replies.secret, signal)).signing_secret.secret,
    /** The answer that Zendesk got from us. */
    async testWebhook(webhookId: string, endpoint: string, payload: string) {
      const request = { endpoint, http_method: 'POST', request_format: 'json', payload };
      const path = `webhooks/test?webhook_id=${encodeURIComponent(webhookId)}`;
      return (await post(path, { request }, replies.test, signal)).response.status_code;
    },
    /** Newest first; one page is enough to see how it goes. */
    invocations: async (webhookId: string) =>
      (await get(`${hook(webhookId)}/invocations`, { 'page[size]': 20 }, replies.invocations, signal)).invocations,

    triggers(): Promise<ApiTrigger[]> {
      const list = { schema: replies.triggers, itemsOf: (reply: { triggers: ApiTrigger[] }) => reply.triggers };
      return allItems(readPages(pages('triggers.json', {}, list, signal), MAX_PAGES));
    },
    createTrigger: async (definition: TriggerDefinition) =>
      (await post('triggers.json', { trigger: definition }, replies.trigger, signal)).trigger,
    changeTrigger: async (triggerId: string, definition: TriggerDefinition) =>
      (await put(`${trig(triggerId)}.json`, { trigger: definition }, replies.trigger, signal)).trigger,
    deleteTrigger: (triggerId: string) => send('DELETE', `${trig(triggerId)}.json`, undefined, signal),

    role: async () => (await get('users/me.json', {}, replies.me, signal)).user.role ?? 'unknown',
    scopes: async () => (await get(OWN_TOKEN_PATH, {}, replies.token, signal)).token.scopes ?? [],
    serverTime: async () => (await headersOf('users/me.json', signal)).get('date'),
  };
}
