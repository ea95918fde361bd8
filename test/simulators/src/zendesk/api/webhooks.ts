import type { WebhookRecord, ZendeskStore } from '../state/store.ts';
import { buildRequest } from '../webhooks/deliver.ts';
import type { DeliveryLog } from '../webhooks/delivery-log.ts';
import type { HttpSender } from '../webhooks/http-send.ts';
import { addWebhook, CONDITIONAL_EVENTS, newSecret, setAuthentication } from '../webhooks/register.ts';
import { TEST_SECRET } from '../webhooks/sign.ts';
import { ulid } from '../webhooks/ulid.ts';
import type { Call, Endpoints, StaffCall } from './endpoint.ts';
import { invalidBody } from './invalid-body.ts';
import { cursorPage, listReply } from './paging.ts';
import { created, noContent, notFound, ok, type Reply, recordInvalid } from './reply.ts';
import { changeSchema, createSchema, testSchema } from './webhook-input.ts';
import { secretOf, toAttempt, toInvocation, toPairs } from './webhook-output.ts';

export interface WebhookContext {
  store: ZendeskStore;
  log: DeliveryLog;
  sender: HttpSender;
  timeoutMs: number;
  maxWebhooks: number;
}

export function registerWebhooks(api: Endpoints, context: WebhookContext): void {
  const { store } = context;
  const root = '/api/v2/webhooks';
  const find = (call: Call) => store.webhooks.get(call.params.id ?? '');

  api.admin('get', root, ({ query, url }) => {
    const name = query['filter[name_contains]']?.toLowerCase() ?? '';
    const status = query['filter[status]'];
    const webhooks = [...store.webhooks.values()]
      .map((record) => record.webhook)
      .filter((webhook) => webhook.name.toLowerCase().includes(name) && (status ?? webhook.status) === webhook.status);
    return listReply('webhooks', cursorPage(webhooks, query, url));
  });
  api.admin('post', root, (call) => {
    if (store.webhooks.size < context.maxWebhooks) return create(call, store);
    return recordInvalid('base', `Accounts of this plan have at most ${context.maxWebhooks} webhooks`, 'LimitReached');
  });
  api.admin('post', `${root}/test`, (call) => testSend(call, context));

  api.admin('get', `${root}/:id`, (call) => {
    const record = find(call);
    return record ? ok({ webhook: record.webhook }) : notFound();
  });
  for (const method of ['put', 'patch'] as const) {
    api.admin(method, `${root}/:id`, (call) => {
      const record = find(call);
      // PATCH changes a part, PUT puts a whole webhook in its place.
      return record ? update(call, record, store, method === 'put' ? createSchema : changeSchema) : notFound();
    });
  }
  api.admin('delete', `${root}/:id`, (call) => {
    const record = find(call);
    if (!record) return notFound();
    // Not documented for the API; the admin centre refuses. Whoever removes triggers first is right either way.
    if (isUsed(record.webhook.id, store)) {
      return recordInvalid('base', 'Webhook: is connected to an active trigger', 'InvalidValue');
    }
    store.webhooks.delete(record.webhook.id);
    return noContent();
  });

  api.admin('get', `${root}/:id/signing_secret`, (call) => {
    const record = find(call);
    return record ? ok(secretOf(record)) : notFound();
  });
  api.admin('post', `${root}/:id/signing_secret`, (call) => {
    const record = find(call);
    if (!record) return notFound();
    record.secret = newSecret();
    return created(secretOf(record));
  });

  api.admin('get', `${root}/:id/invocations`, (call) => {
    if (!find(call)) return notFound();
    const invocations = Map.groupBy(context.log.ofWebhook(call.params.id ?? ''), (attempt) => attempt.invocationId);
    const newestFirst = [...invocations.values()].reverse().map(toInvocation);
    return listReply('invocations', cursorPage(newestFirst, call.query, call.url));
  });
  api.admin('get', `${root}/:id/invocations/:invocationId/attempts`, (call) => {
    const attempts = context.log
      .ofWebhook(call.params.id ?? '')
      .filter((attempt) => attempt.invocationId === call.params.invocationId);
    return find(call) && attempts.length > 0 ? ok({ attempts: attempts.map(toAttempt) }) : notFound();
  });
}

function create(call: StaffCall, store: ZendeskStore): Reply {
  const cloned = call.query.clone_webhook_id;
  if (cloned !== undefined) {
    const original = store.webhooks.get(cloned);
    if (!original) return notFound();
    const { description, custom_headers: headers, ...rest } = original.webhook;
    const copy = addWebhook(
      store,
      {
        ...rest,
        description: description ?? undefined,
        custom_headers: headers ?? undefined,
        authentication: original.authentication,
      },
      call.user.id,
    );
    return created({ webhook: copy.webhook });
  }
  const parsed = createSchema.safeParse(call.body);
  if (!parsed.success) return invalidBody(parsed.error);
  const definition = parsed.data.webhook;
  const problem = subscriptionProblem(definition.subscriptions ?? [CONDITIONAL_EVENTS]);
  if (problem) return problem;
  return created({ webhook: addWebhook(store, definition, call.user.id).webhook });
}

function update(
  call: StaffCall,
  record: WebhookRecord,
  store: ZendeskStore,
  schema: typeof createSchema | typeof changeSchema,
): Reply {
  const parsed = schema.safeParse(call.body);
  if (!parsed.success) return invalidBody(parsed.error);
  const { authentication, ...changes } = parsed.data.webhook;
  const { subscriptions } = changes;
  const wasTrigger = record.webhook.subscriptions.includes(CONDITIONAL_EVENTS);
  const problem = subscriptions && subscriptionProblem(subscriptions);
  if (problem) return problem;
  if (subscriptions && subscriptions.includes(CONDITIONAL_EVENTS) !== wasTrigger) {
    return recordInvalid('subscriptions', 'The kind of a webhook cannot be changed', 'InvalidValue');
  }
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  Object.assign(record.webhook, given, { updated_at: store.now(), updated_by: String(call.user.id) });
  setAuthentication(record, authentication);
  return noContent();
}

function subscriptionProblem(subscriptions: readonly string[]): Reply | undefined {
  const problem = (text: string) => recordInvalid('subscriptions', text, 'InvalidValue');
  if (subscriptions.length === 0) return problem('Subscriptions: cannot be empty');
  if (subscriptions.includes(CONDITIONAL_EVENTS)) {
    return subscriptions.length > 1 ? problem('Trigger and event subscriptions exclude each other') : undefined;
  }
  const unknown = subscriptions.find((type) => !/^zen:event-type:[a-z_]+\.[a-z_]+$/.test(type));
  return unknown === undefined ? undefined : problem(`Subscriptions: ${unknown} is invalid`);
}

function isUsed(webhookId: string, store: ZendeskStore): boolean {
  return [...store.triggers.values()].some(
    ({ active, actions }) =>
      active && actions.some(({ value }) => (Array.isArray(value) ? value[0] : value) === webhookId),
  );
}

/** `POST /api/v2/webhooks/test`: sends once and answers what came back. Without a webhook the published secret signs. */
async function testSend(call: StaffCall, { store, sender, timeoutMs }: WebhookContext): Promise<Reply> {
  const parsed = testSchema.safeParse(call.body);
  if (!parsed.success) return invalidBody(parsed.error);
  const stored = store.webhooks.get(call.query.webhook_id ?? '');
  if (call.query.webhook_id !== undefined && !stored) return notFound();
  const { endpoint = stored?.webhook.endpoint, payload = '' } = parsed.data.request;
  if (endpoint === undefined) return recordInvalid('endpoint', 'Endpoint: cannot be blank', 'BlankValue');
  const method = parsed.data.request.http_method ?? stored?.webhook.http_method ?? 'POST';
  const record: WebhookRecord = {
    webhook: { ...(stored?.webhook ?? unsaved(store)), endpoint, http_method: method },
    secret: stored?.secret ?? TEST_SECRET,
    ...(stored?.authentication ? { authentication: stored.authentication } : {}),
  };
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const request = buildRequest(record, ulid(store.clock()), body, { clock: store.clock, accountId: store.account.id });
  const result = await sender.send({ ...request, timeoutMs });
  if (result.kind !== 'answered') return recordInvalid('endpoint', `Endpoint: ${result.kind}`, 'InvalidValue');
  return ok({ response: { headers: toPairs(result.headers), status_code: result.status, payload: result.body } });
}

function unsaved(store: ZendeskStore): WebhookRecord['webhook'] {
  return {
    id: ulid(store.clock()),
    name: 'test',
    description: null,
    status: 'active',
    endpoint: '',
    http_method: 'POST',
    request_format: 'json',
    subscriptions: [],
    custom_headers: null,
    created_at: store.now(),
    created_by: '',
  };
}
