import { z } from 'zod';
import type { ZendeskStore } from '../state/store.ts';
import { addTrigger } from '../webhooks/register.ts';
import { isSupportedCondition } from '../webhooks/trigger-conditions.ts';
import type { TriggerCondition, ZendeskTrigger } from '../wire.ts';
import { type Endpoints, numericParam, type StaffCall } from './endpoint.ts';
import { invalidBody } from './invalid-body.ts';
import { listReply, paginate } from './paging.ts';
import { created, missingParameter, noContent, notFound, ok, type Reply, recordInvalid } from './reply.ts';

const conditionSchema = z.object({
  field: z.string(),
  operator: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});
const conditionsSchema = z.array(conditionSchema).default([]);

const triggerSchema = z.object({
  title: z.string().min(1),
  active: z.boolean().optional(),
  description: z.string().nullable().optional(),
  position: z.number().optional(),
  category_id: z.string().optional(),
  conditions: z.object({ all: conditionsSchema, any: conditionsSchema }).optional(),
  // Also accepted at the top level on create.
  all: z.array(conditionSchema).optional(),
  any: z.array(conditionSchema).optional(),
  actions: z.array(z.object({ field: z.string(), value: z.union([z.string(), z.array(z.string())]) })).min(1),
});
const createSchema = z.object({ trigger: triggerSchema });
const changeSchema = z.object({ trigger: triggerSchema.partial() });

export function registerTriggers(api: Endpoints, store: ZendeskStore): void {
  const root = '/api/v2/triggers';

  const listed = (call: StaffCall, accept: (trigger: ZendeskTrigger) => boolean) => {
    const triggers = [...store.triggers.values()].filter(accept).sort((a, b) => a.position - b.position);
    return listReply('triggers', paginate(triggers, call.query, call.url));
  };
  api.staff('get', root, (call) => {
    const { active } = call.query;
    return listed(call, (trigger) => active === undefined || String(trigger.active) === active);
  });
  api.staff('get', `${root}/active`, (call) => listed(call, (trigger) => trigger.active));
  api.staff('get', `${root}/search`, (call) => {
    const wanted = call.query.query?.toLowerCase();
    if (wanted === undefined) return missingParameter('query');
    return listed(call, (trigger) => trigger.title.toLowerCase().includes(wanted));
  });

  api.admin('post', root, ({ body }) => {
    const parsed = createSchema.safeParse(body);
    if (!parsed.success) return invalidBody(parsed.error);
    const { all, any, conditions, ...definition } = parsed.data.trigger;
    const wanted = { all: conditions?.all ?? all ?? [], any: conditions?.any ?? any ?? [] };
    const problem = unsupported(wanted, definition.actions, store);
    return problem ?? created({ trigger: addTrigger(store, { ...definition, conditions: wanted }) });
  });

  api.staff('get', `${root}/:id`, (call) => {
    const trigger = store.triggers.get(numericParam(call));
    return trigger ? ok({ trigger }) : notFound();
  });

  api.admin('put', `${root}/:id`, (call) => {
    const trigger = store.triggers.get(numericParam(call));
    if (!trigger) return notFound();
    const parsed = changeSchema.safeParse(call.body);
    if (!parsed.success) return invalidBody(parsed.error);
    const { all, any, conditions, ...changes } = parsed.data.trigger;
    const wanted = {
      all: conditions?.all ?? all ?? trigger.conditions.all,
      any: conditions?.any ?? any ?? trigger.conditions.any,
    };
    const problem = unsupported(wanted, changes.actions ?? trigger.actions, store);
    if (problem) return problem;
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    Object.assign(trigger, given, {
      conditions: wanted,
      raw_title: changes.title ?? trigger.title,
      updated_at: store.now(),
    });
    return ok({ trigger });
  });

  api.admin('delete', `${root}/destroy_many`, ({ query }) => {
    if (query.ids === undefined) return missingParameter('ids');
    for (const id of query.ids.split(',')) store.triggers.delete(Number(id));
    return noContent();
  });
  api.admin('delete', `${root}/:id`, (call) => (store.triggers.delete(numericParam(call)) ? noContent() : notFound()));
}

/** A condition that is silently never true would send a developer hunting; so what is not simulated is refused. */
function unsupported(
  conditions: { all: readonly TriggerCondition[]; any: readonly TriggerCondition[] },
  actions: readonly { field: string; value: string | readonly string[] }[],
  store: ZendeskStore,
): Reply | undefined {
  const condition = [...conditions.all, ...conditions.any].find((candidate) => !isSupportedCondition(candidate));
  if (condition) {
    return recordInvalid(
      'conditions',
      `Condition ${condition.field} ${condition.operator} is not simulated`,
      'InvalidValue',
    );
  }
  for (const { field, value } of actions) {
    if (field !== 'notification_webhook')
      return recordInvalid('actions', `Action ${field} is not simulated`, 'InvalidValue');
    const webhookId = typeof value === 'string' ? value : value[0];
    if (!store.webhooks.has(webhookId ?? ''))
      return recordInvalid('actions', 'Webhook: does not exist', 'InvalidValue');
  }
  return undefined;
}
