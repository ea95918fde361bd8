import { inspect } from 'node:util';
import type { AppError } from '@draftsmith/errors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHubSpotError } from './errors.ts';

const now = new Date('2026-11-20T22:30:00Z');

function errorOf(status: number, json?: unknown, headers: Record<string, string> = {}, timeZone?: string): AppError {
  return toHubSpotError({ status, json, headers: new Headers(headers) }, { now, timeZone });
}

test.each([
  [400, 'invalid', 'hubspot.refused'],
  [401, 'auth', 'hubspot.unauthorized'],
  [403, 'permission', 'hubspot.forbidden'],
  [404, 'not-found', 'hubspot.address-not-found'],
  [409, 'conflict', 'hubspot.conflict'],
  [414, 'invalid', 'hubspot.refused'],
  [423, 'rate-limited', 'hubspot.locked'],
  [429, 'rate-limited', 'hubspot.rate-limited'],
  [477, 'rate-limited', 'hubspot.migrating'],
  [500, 'unavailable', 'hubspot.unavailable'],
  [502, 'unavailable', 'hubspot.unavailable'],
  [521, 'unavailable', 'hubspot.unavailable'],
  [302, 'unavailable', 'hubspot.unavailable'],
])('%i without a readable body is %s', (status, kind, code) => {
  expect(errorOf(status)).toMatchObject({ kind, code, status });
});

test('a refusal names its category, and quotes nothing', () => {
  const error = errorOf(400, {
    category: 'VALIDATION_ERROR',
    message: 'Property values were not valid: Ann Example',
    errors: [{ message: 'ann@example.com', code: 'INVALID_EMAIL' }],
  });
  expect(error.message).toBe('HubSpot refused the request as invalid (VALIDATION_ERROR)');
  expect(inspect(error, { depth: 9 })).not.toMatch(/ann/i);
});

test.each([
  ['context', { context: { requiredGranularScopes: ['crm.objects.quotes.read', 'automation'] } }],
  [
    'the context of errors',
    { errors: [{ context: { requiredGranularScopes: ['crm.objects.quotes.read', 'automation'] } }] },
  ],
])('missing scopes are named, from %s', (_, where) => {
  const error = errorOf(403, { category: 'MISSING_SCOPES', ...where });
  expect(error).toMatchObject({ kind: 'permission', code: 'hubspot.missing-scopes' });
  expect(error.message).toContain('crm.objects.quotes.read, automation');
});

test('a record that is gone is told from a wrong address', () => {
  for (const body of [{ category: 'OBJECT_NOT_FOUND' }, { status: 'error', message: 'resource not found' }])
    expect(errorOf(404, body).code).toBe('resource-gone');
  expect(errorOf(404, { title: 'no route' }).code).toBe('hubspot.address-not-found');
});

describe('when to come back', () => {
  const limited = (policyName: unknown, timeZone?: string, headers = {}) =>
    errorOf(429, { policyName }, headers, timeZone).retryAfterMs;

  test.each([
    ['TEN_SECONDLY_ROLLING', 10_000],
    ['SECONDLY', 1_000],
    ['somebody else', 10_000],
    [undefined, 10_000],
  ])('a limit called %s', (policy, wait) => expect(limited(policy)).toBe(wait));

  test('a day ends where the account is', () => {
    expect(limited('DAILY', 'UTC')).toBe(1.5 * 3_600_000);
    expect(limited('DAILY', 'US/Eastern')).toBe(6.5 * 3_600_000);
    expect(limited('DAILY', 'Asia/Kolkata')).toBe(20 * 3_600_000);
    expect(errorOf(429, { policyName: 'DAILY' }).code).toBe('hubspot.daily-limit');
  });

  test('also on a day whose clock is changed', () => {
    const at = (iso: string) =>
      toHubSpotError(
        { status: 429, json: { policyName: 'DAILY' }, headers: new Headers() },
        { now: new Date(iso), timeZone: 'Europe/Berlin' },
      ).retryAfterMs;
    expect(at('2026-10-24T22:00:00Z')).toBe(25 * 3_600_000);
    expect(at('2026-03-28T23:00:00Z')).toBe(23 * 3_600_000);
  });

  test('where the zone is not known, an hour later', () => {
    for (const zone of [undefined, 'Mars/Olympus']) expect(limited('DAILY', zone)).toBe(3_600_000);
  });

  test('a header counts where it says more than the name', () => {
    expect(limited('SECONDLY', undefined, { 'retry-after': '30' })).toBe(30_000);
    expect(limited('TEN_SECONDLY_ROLLING', undefined, { 'retry-after': '0' })).toBe(10_000);
    expect(errorOf(423).retryAfterMs).toBe(2_000);
    expect(errorOf(423, undefined, { 'retry-after': '5' }).retryAfterMs).toBe(5_000);
    expect(errorOf(477, undefined, { 'retry-after': '86400' }).retryAfterMs).toBe(86_400_000);
    expect(errorOf(477).retryAfterMs).toBe(600_000);
    expect(errorOf(503, undefined, { 'retry-after': '7' }).retryAfterMs).toBe(7_000);
  });
});

test('whatever the body is, nothing of it is told but names of HubSpot', () => {
  const status = fc.integer({ min: 300, max: 599 });
  const named = fc.record(
    { category: fc.jsonValue(), policyName: fc.jsonValue(), context: fc.jsonValue(), errors: fc.jsonValue() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(status, fc.oneof(fc.jsonValue(), named), (code, json) => {
      const error = errorOf(code, json);
      expect(error.cause).toBeUndefined();
      expect(error.message).toMatch(/^HubSpot [\w' ,:.()-]+$/);
    }),
  );
});
