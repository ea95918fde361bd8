import { AppError, type ErrorKind } from '@draftsmith/errors';
import { kindOfStatus } from '@draftsmith/http';
import type { HttpAnswer } from './http.ts';
import { type AnswerClock, waitOf } from './retry-after.ts';

interface Meaning {
  code: string;
  message: string;
}

const MEANINGS: Record<ErrorKind, Meaning> = {
  auth: {
    code: 'hubspot.unauthorized',
    message: 'HubSpot does not accept the access token: it is wrong, expired or revoked',
  },
  permission: { code: 'hubspot.forbidden', message: 'HubSpot does not let this app do this' },
  'not-found': { code: 'hubspot.address-not-found', message: 'HubSpot has nothing at this address' },
  conflict: { code: 'hubspot.conflict', message: 'HubSpot says that this is there already, or was changed meanwhile' },
  invalid: { code: 'hubspot.refused', message: 'HubSpot refused the request as invalid' },
  'rate-limited': { code: 'hubspot.rate-limited', message: 'HubSpot asks to slow down: a rate limit is used up' },
  timeout: { code: 'hubspot.timeout', message: 'HubSpot gave no answer in time' },
  unavailable: { code: 'hubspot.unavailable', message: 'HubSpot is not available at the moment' },
};

/** A migration of the account to another data centre; the only status of HubSpot's own. */
const MIGRATING = 477;

/**
 * What an answer of 300 or more means. Nothing of its body goes along but names that HubSpot itself gives (category, scopes,
 * policy): its messages quote what was sent, and errors end in logs. Every field of an error is optional by contract.
 */
export function toHubSpotError(answer: HttpAnswer, clock: AnswerClock): AppError {
  const { status, json } = answer;
  const kind = status === MIGRATING ? 'rate-limited' : (kindOfStatus(status) ?? 'unavailable');
  const { code, message } = meaningOf(kind, answer);
  const waits = kind === 'rate-limited' || kind === 'unavailable';
  const retryAfterMs = waits ? waitOf(answer, nameIn(json, 'policyName'), clock) : undefined;
  return new AppError(kind, message, { code, status, ...(retryAfterMs !== undefined && { retryAfterMs }) });
}

function meaningOf(kind: ErrorKind, { status, json }: HttpAnswer): Meaning {
  const category = nameIn(json, 'category');
  if (kind === 'permission' && category === 'MISSING_SCOPES') return lacking(scopesIn(json));
  if (kind === 'not-found' && isRecordMissing(json))
    return { code: 'resource-gone', message: 'HubSpot has no such record: it was deleted or never existed' };
  if (status === 423)
    return { code: 'hubspot.locked', message: 'HubSpot is changing this record: a moment later it may work' };
  if (status === MIGRATING)
    return { code: 'hubspot.migrating', message: 'HubSpot is moving this account to another data centre' };
  if (kind === 'rate-limited') return limited(nameIn(json, 'policyName'));
  const { code, message } = MEANINGS[kind];
  return kind === 'invalid' && category ? { code, message: `${message} (${category})` } : { code, message };
}

function lacking(scopes: readonly string[]): Meaning {
  const named = scopes.length === 0 ? '' : `: ${scopes.join(', ')}`;
  return { code: 'hubspot.missing-scopes', message: `HubSpot wants a permission that this app was not given${named}` };
}

function limited(policy: string | undefined): Meaning {
  const { code, message } = MEANINGS['rate-limited'];
  if (policy === undefined) return { code, message };
  return { code: policy === 'DAILY' ? 'hubspot.daily-limit' : code, message: `${message} (${policy})` };
}

/** A 404 of HubSpot's own says so; that of a proxy or of a wrong address is no reason to take a deal for deleted. */
function isRecordMissing(json: unknown): boolean {
  return (
    nameIn(json, 'category') === 'OBJECT_NOT_FOUND' ||
    (fieldOf(json, 'status') === 'error' && !nameIn(json, 'category'))
  );
}

/** They stand in `context` in most answers, and in that of each error in some. */
function scopesIn(json: unknown): string[] {
  const errors = fieldOf(json, 'errors');
  const contexts = [
    fieldOf(json, 'context'),
    ...(Array.isArray(errors) ? errors.map((one) => fieldOf(one, 'context')) : []),
  ];
  const lists = contexts.flatMap((context) => [
    fieldOf(context, 'requiredGranularScopes'),
    fieldOf(context, 'requiredScopes'),
  ]);
  const names = lists
    .flat()
    .filter((one): one is string => typeof one === 'string' && /^[a-z][\w.-]{1,79}$/i.test(one));
  return [...new Set(names)].slice(0, 20);
}

/** Only what looks like a name: anything else could be what somebody wrote. */
function nameIn(json: unknown, field: string): string | undefined {
  const value = fieldOf(json, field);
  return typeof value === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(value) ? value : undefined;
}

export function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}
