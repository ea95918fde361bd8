import { inspect } from 'node:util';
import { AppError } from '@draftsmith/errors';
import { expect, test } from 'vitest';
import { isRecordNotFound, toZendeskError } from './errors.ts';

const answered = (status: number, kind: AppError['kind'], body?: unknown) =>
  toZendeskError(new AppError(kind, 'The server answered', { status, cause: body }));

const closed = [{ description: 'Status: closed prevents ticket update' }];

test.each([
  [401, 'auth', { error: "Couldn't authenticate you" }, 'zendesk.unauthorized'],
  [403, 'permission', { error: { title: 'Forbidden', message: 'You do not have access' } }, 'zendesk.forbidden'],
  [404, 'not-found', { error: 'RecordNotFound', description: 'Not found' }, 'resource-gone'],
  [404, 'not-found', { error: 'InvalidEndpoint', description: 'Not found' }, 'zendesk.address-not-found'],
  [404, 'not-found', undefined, 'zendesk.address-not-found'],
  [409, 'conflict', { error: 'UpdateConflict' }, 'zendesk.update-conflict'],
  [422, 'invalid', { error: 'RecordInvalid', details: { status: closed } }, 'resource-closed'],
  [422, 'invalid', { error: 'RecordInvalid', details: { base: closed } }, 'resource-closed'],
  [422, 'invalid', { error: 'RecordInvalid', details: { subject: closed } }, 'zendesk.refused'],
  [422, 'invalid', { error: 'RecordInvalid', details: { status: 'closed' } }, 'zendesk.refused'],
  [422, 'invalid', '<html>', 'zendesk.refused'],
  [429, 'rate-limited', { error: 'APIRateLimitExceeded' }, 'zendesk.rate-limited'],
  [502, 'unavailable', null, 'zendesk.unavailable'],
] as const)('status %i, %s with %o is %s', (status, kind, body, code) => {
  expect(answered(status, kind, body)).toMatchObject({ status, kind, code });
});

test('a closed ticket is not worth a repetition; a rate limit keeps its wait', () => {
  expect(answered(422, 'invalid', { details: { status: closed } }).retryable).toBe(false);
  const limited = new AppError('rate-limited', 'slow down', { status: 429, retryAfterMs: 7_000 });
  expect(toZendeskError(limited)).toMatchObject({ retryable: true, retryAfterMs: 7_000 });
});

test('only a missing record is a deleted ticket', () => {
  expect(isRecordNotFound(answered(404, 'not-found', { error: 'RecordNotFound' }))).toBe(true);
  expect(isRecordNotFound(answered(404, 'not-found', '<html>'))).toBe(false);
  expect(isRecordNotFound(new Error('RecordNotFound'))).toBe(false);
});

test('neither bodies nor requests stay attached', () => {
  const secret = 'token-1';
  const network = new AppError('unavailable', 'The server could not be reached', {
    code: 'http.network',
    cause: Object.assign(new Error('failed'), { request: { authorization: secret }, cause: { code: 'ENOTFOUND' } }),
  });
  for (const error of [answered(403, 'permission', { error: secret }), toZendeskError(network)]) {
    expect(inspect(error, { depth: 10 })).not.toContain(secret);
  }
  expect(toZendeskError(network).message).toBe('Zendesk could not be reached (ENOTFOUND)');
});

test('an abort stays recognisable, a bug too', () => {
  const stopped = new AppError('timeout', 'The request was stopped', { code: 'http.aborted' });
  expect(toZendeskError(stopped)).toMatchObject({ kind: 'timeout', code: 'http.aborted' });
  expect(toZendeskError(new TypeError('x is undefined'))).toMatchObject({ code: 'unexpected', retryable: false });
});
