import type { Diagnosis, InstallContext, Provisioned } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import { API_TOKENS_END, CLOCK_SKEW_MS, DELIVERY_TOLERANCE_MS } from '../facts.ts';
import { lackingScopes } from '../oauth/scopes.ts';
import type { ZendeskSettings } from '../settings.ts';
import type { AdminApi, ApiTrigger, ApiWebhook } from './admin-api.ts';
import { isTriggerAsMade, triggerDefinition, WEBHOOKS, type WebhookKey } from './definitions.ts';
import { findTrigger, findWebhook } from './provision.ts';

interface Look {
  api: AdminApi;
  settings: ZendeskSettings;
  made: Provisioned;
  context: InstallContext;
  now: () => Date;
}

/** Looks at all that an installation rests on. A look that fails is a finding itself; the others go on. */
export async function diagnose(look: Look): Promise<readonly Diagnosis[]> {
  const findings = [
    ...(await attempt('role', () => role(look))),
    ...(await attempt('scopes', () => scopes(look))),
    ...(await attempt('clock', () => clock(look))),
    ...(await attempt('webhook', () => webhooksAndTriggers(look))),
  ];
  return look.settings.credentials.kind === 'api-token' ? [...findings, legacy()] : findings;
}

async function attempt(check: string, look: () => Promise<Diagnosis[]>): Promise<Diagnosis[]> {
  try {
    return await look();
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    return [{ check, ok: false, detail: thrown.message, fix: fixOf(thrown.kind) }];
  }
}

function fixOf(kind: string): string {
  if (kind === 'auth') return 'Connect the account again';
  if (kind === 'permission') return 'Connect the account again as an admin, and allow all that is asked for';
  return 'Try again in a moment; if it stays, see status.zendesk.com';
}

async function role({ api }: Look): Promise<Diagnosis[]> {
  const found = await api.role();
  if (found === 'admin') return [{ check: 'role', ok: true, detail: 'The credentials belong to an admin' }];
  return [
    {
      check: 'role',
      ok: false,
      detail: `The credentials belong to somebody with the role ${found}`,
      fix: 'Connect the account again as an admin: webhooks and triggers need one',
    },
  ];
}

async function scopes({ api, settings }: Look): Promise<Diagnosis[]> {
  if (settings.credentials.kind === 'api-token') return [];
  const lacking = lackingScopes(await api.scopes());
  if (lacking.length === 0) return [{ check: 'scopes', ok: true, detail: 'The token has every scope that is needed' }];
  return [
    {
      check: 'scopes',
      ok: false,
      detail: `The token lacks: ${lacking.join(', ')}`,
      fix: 'Connect the account again and allow all that is asked for',
    },
  ];
}

async function clock({ api, now }: Look): Promise<Diagnosis[]> {
  const theirs = Date.parse((await api.serverTime()) ?? '');
  if (Number.isNaN(theirs)) return [];
  const off = Math.abs(now().getTime() - theirs);
  const seconds = Math.round(off / 1000);
  if (off < CLOCK_SKEW_MS) return [{ check: 'clock', ok: true, detail: 'The clock here agrees with that of Zendesk' }];
  const refused = off > DELIVERY_TOLERANCE_MS ? ': deliveries are refused as too old or too new' : '';
  return [
    {
      check: 'clock',
      ok: false,
      detail: `The clock here is ${seconds} seconds off that of Zendesk${refused}`,
      fix: 'Set the clock of this machine by a time server (NTP)',
    },
  ];
}

async function webhooksAndTriggers({ api, made, context }: Look): Promise<Diagnosis[]> {
  const { artefacts: known } = made;
  const place = { present: await api.webhooks(), known, endpoint: context.endpoint };
  const triggers = await api.triggers();
  const webhook = findWebhook('webhook', place) ?? place.present.find(({ endpoint }) => endpoint === context.endpoint);
  const events = findWebhook('events-webhook', place);
  const keys: [WebhookKey, ApiWebhook | undefined][] = [['webhook', webhook]];
  if (events || known['events-webhook'] !== undefined) keys.push(['events-webhook', events]);
  const findings: Diagnosis[] = [];
  for (const [key, found] of keys) findings.push(...(await oneWebhook(api, key, found, made, context)));
  const wanted =
    known['reply-trigger'] === undefined ? (['trigger'] as const) : (['trigger', 'reply-trigger'] as const);
  for (const key of wanted) {
    const found =
      findTrigger(key, webhook?.id, triggers, known) ?? (key === 'trigger' ? callerOf(webhook, triggers) : undefined);
    findings.push(oneTrigger(key, found, webhook, known[key] !== undefined));
  }
  return findings;
}

/** Also one that an admin made by hand. */
function callerOf(webhook: ApiWebhook | undefined, triggers: readonly ApiTrigger[]): ApiTrigger | undefined {
  const calls = ({ actions }: ApiTrigger) =>
    (actions ?? []).some(({ value }) => Array.isArray(value) && value[0] === webhook?.id);
  return webhook && triggers.find(calls);
}

async function oneWebhook(
  api: AdminApi,
  key: WebhookKey,
  found: ApiWebhook | undefined,
  made: Provisioned,
  { endpoint }: InstallContext,
): Promise<Diagnosis[]> {
  const label = `webhook "${found?.name ?? WEBHOOKS[key].name}"`;
  if (!found) return [broken(key, `The ${label} is not in Zendesk`, 'Repair creates it again')];
  if (found.endpoint !== endpoint)
    return [broken('endpoint', `The ${label} sends to another address`, `Repair makes it send to ${endpoint}`)];
  if (found.status !== 'active') return [broken(key, `The ${label} is switched off`, 'Repair switches it on')];
  const findings: Diagnosis[] = [{ check: key, ok: true, detail: `The ${label} is active and sends here` }];
  const kept = made.secrets[key];
  if (kept !== undefined && (await api.signingSecret(found.id)) !== kept)
    findings.push(
      broken(
        'signing-secret',
        `The signing secret of the ${label} was reset: its deliveries are refused`,
        'Repair reads the new one',
      ),
    );
  return [...findings, ...(await deliveries(api, found.id, label))];
}

async function deliveries(api: AdminApi, webhookId: string, label: string): Promise<Diagnosis[]> {
  const [newest, ...older] = await api.invocations(webhookId);
  if (!newest) return [];
  if (newest.status === 'circuit broken') {
    return [
      {
        check: 'deliveries',
        ok: false,
        detail: `Zendesk has paused the ${label}, because too many of its calls failed (circuit breaker)`,
        fix: 'Mend what made them fail (is this server reachable at that address?), then wait a minute: Zendesk tries again by itself',
      },
    ];
  }
  const failed = [newest, ...older].filter(({ status_code: code }) => code == null || code < 200 || code >= 300).length;
  const total = older.length + 1;
  if (failed * 2 <= total)
    return [{ check: 'deliveries', ok: true, detail: `${total - failed} of the last ${total} deliveries arrived` }];
  return [
    {
      check: 'deliveries',
      ok: false,
      detail: `${failed} of the last ${total} deliveries of the ${label} failed`,
      fix: 'Check that Zendesk reaches the address: DNS, certificate, proxy',
    },
  ];
}

function oneTrigger(
  key: 'trigger' | 'reply-trigger',
  found: ApiTrigger | undefined,
  webhook: ApiWebhook | undefined,
  isOurs: boolean,
): Diagnosis {
  if (!found) return broken(key, 'No trigger calls the webhook', 'Repair creates it');
  const label = `trigger "${found.title}"`;
  if (found.active !== true) return broken(key, `The ${label} is switched off`, 'Repair switches it on');
  // One that an admin wrote may be otherwise on purpose.
  if (isOurs && webhook && !isTriggerAsMade(found, triggerDefinition(key, webhook.id)))
    return broken(
      key,
      `The ${label} was changed: it lacks a condition or does not call our webhook`,
      'Repair makes it as it was',
    );
  return { check: key, ok: true, detail: `The ${label} is active` };
}

function broken(check: string, detail: string, fix: string): Diagnosis {
  return { check, ok: false, detail, fix, repairable: true };
}

function legacy(): Diagnosis {
  return {
    check: 'api-token',
    ok: false,
    detail: `Zendesk switches API tokens off on ${API_TOKENS_END}: drafts end on that day`,
    fix: 'Connect the account by OAuth: draftsmith connect zendesk, or the page Connections of the console',
  };
}
