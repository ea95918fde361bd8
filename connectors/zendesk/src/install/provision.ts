import type { InstallContext, Provisioned } from '@draftsmith/contracts';
import { AppError, isAppError } from '@draftsmith/errors';
import { PUBLIC_TEST_SECRET } from '../facts.ts';
import type { AdminApi, ApiTrigger, ApiWebhook } from './admin-api.ts';
import {
  isOfKind,
  isTriggerAsMade,
  TRIGGER_TITLES,
  type TriggerKey,
  triggerDefinition,
  WEBHOOKS,
  type WebhookKey,
} from './definitions.ts';

/** Creates what is missing, takes over what is there, switches on what is off. Repeated, it changes nothing. */
export async function provision(api: AdminApi, { endpoint, known = {}, onStep }: InstallContext): Promise<Provisioned> {
  onStep?.('webhook');
  const present = await api.webhooks();
  const webhook = await ensureWebhook(api, 'webhook', { present, known, endpoint });
  const events = await ensureEvents(api, { present, known, endpoint });

  onStep?.('trigger');
  const triggers = await api.triggers();
  const trigger = await ensureTrigger(api, 'trigger', webhook, { triggers, known });
  // With event subscriptions, replies come by these; otherwise by a trigger of their own.
  const reply =
    events === undefined ? await ensureTrigger(api, 'reply-trigger', webhook, { triggers, known }) : undefined;

  onStep?.('secret');
  return {
    artefacts: {
      webhook,
      trigger,
      ...(events !== undefined && { 'events-webhook': events }),
      ...(reply !== undefined && { 'reply-trigger': reply }),
    },
    secrets: {
      webhook: await secretOf(api, webhook),
      ...(events !== undefined && { 'events-webhook': await secretOf(api, events) }),
    },
  };
}

interface Place {
  present: readonly ApiWebhook[];
  known: Readonly<Record<string, string>>;
  endpoint: string;
}

/** Ours by the identifier that we kept, or by its name where it calls us. One of that name that calls another is another's. */
export function findWebhook(key: WebhookKey, { present, known, endpoint }: Place): ApiWebhook | undefined {
  const candidates = present.filter((webhook) => isOfKind(webhook, key));
  return (
    candidates.find(({ id }) => id === known[key]) ??
    candidates.find((webhook) => webhook.name === WEBHOOKS[key].name && webhook.endpoint === endpoint)
  );
}

export function findTrigger(
  key: TriggerKey,
  webhookId: string | undefined,
  triggers: readonly ApiTrigger[],
  known: Readonly<Record<string, string>>,
): ApiTrigger | undefined {
  return (
    triggers.find(({ id }) => id === known[key]) ??
    triggers.find(
      (trigger) => trigger.title === TRIGGER_TITLES[key] && webhookId !== undefined && calls(trigger, webhookId),
    )
  );
}

function calls({ actions }: ApiTrigger, webhookId: string): boolean {
  return (actions ?? []).some(({ value }) => Array.isArray(value) && value[0] === webhookId);
}

async function ensureWebhook(api: AdminApi, key: WebhookKey, place: Place): Promise<string> {
  const found = findWebhook(key, place);
  if (!found) return (await api.createWebhook({ ...WEBHOOKS[key], endpoint: place.endpoint })).id;
  const change = {
    ...(found.endpoint !== place.endpoint && { endpoint: place.endpoint }),
    ...(found.status !== 'active' && { status: 'active' as const }),
  };
  if (Object.keys(change).length > 0) await api.changeWebhook(found.id, change);
  return found.id;
}

/** Undefined where the account's plan has no subscriptions to ticket events. */
async function ensureEvents(api: AdminApi, place: Place): Promise<string | undefined> {
  try {
    return await ensureWebhook(api, 'events-webhook', place);
  } catch (thrown) {
    if (isAppError(thrown) && (thrown.kind === 'invalid' || thrown.kind === 'permission')) return undefined;
    throw thrown;
  }
}

async function ensureTrigger(
  api: AdminApi,
  key: TriggerKey,
  webhookId: string,
  { triggers, known }: { triggers: readonly ApiTrigger[]; known: Readonly<Record<string, string>> },
): Promise<string> {
  const definition = triggerDefinition(key, webhookId);
  const found = findTrigger(key, webhookId, triggers, known);
  if (!found) return (await api.createTrigger(definition)).id;
  if (found.active !== true || !isTriggerAsMade(found, definition)) await api.changeTrigger(found.id, definition);
  return found.id;
}

async function secretOf(api: AdminApi, webhookId: string): Promise<string> {
  const secret = await api.signingSecret(webhookId);
  if (secret === PUBLIC_TEST_SECRET)
    throw new AppError(
      'invalid',
      'Zendesk gave its public test secret for the webhook: reset the secret there, then try again',
      {
        code: 'zendesk.public-secret',
      },
    );
  return secret;
}
