import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAppError } from '@draftsmith/errors';
import { signDelivery } from '@draftsmith/webhooks/sign';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PUBLIC_TEST_SECRET } from '../facts.ts';
import { parse } from './parse.ts';
import { verification } from './verification.ts';

const headers = { 'x-zendesk-webhook-invocation-id': '01HANA2B5D5W9XSJS3NE5SQA1J' };
const parsed = (json: unknown, given: Record<string, string> = headers) =>
  parse({ body: Buffer.from(JSON.stringify(json)), headers: given });
const onlyEvent = (json: unknown) => parsed(json).events[0];

function envelope(type: string, change: object = {}) {
  return {
    account_id: 18525119,
    id: 'b3695d61-2ef4-4e9c-97af-1f065c099564',
    subject: 'zen:ticket:71447',
    time: '2026-06-09T08:36:44.304Z',
    type: `zen:event-type:${type}`,
    zendesk_event_version: '2022-11-06',
    detail: { id: '71447', is_public: true, status: 'OPEN', assignee_id: '0', organization_id: '' },
    event: {},
    ...change,
  };
}
const comment = (given: object) => ({ event: { comment: { id: '5', is_public: true, ...given } } });

describe('the body of our own trigger', () => {
  test('is an event about its ticket', () => {
    expect(parsed({ v: 1, ticket_id: '71447', updated_at: '2026-11-20T10:00:00Z' })).toEqual({
      deliveryId: '01HANA2B5D5W9XSJS3NE5SQA1J',
      events: [
        {
          kind: 'event',
          effect: 'draft',
          type: 'conditional_ticket_events',
          resource: { type: 'ticket', id: '71447' },
          occurredAt: '2026-11-20T10:00:00.000Z',
        },
      ],
    });
  });

  test('may carry the id as a number, and a date that is none', () => {
    expect(onlyEvent({ v: 1, ticket_id: 71447, updated_at: 'yesterday' })).toEqual({
      kind: 'event',
      effect: 'draft',
      type: 'conditional_ticket_events',
      resource: { type: 'ticket', id: '71447' },
    });
  });

  test.each(['{{ticket.id}}', '', '0', '-1', '1.5', '1e3', '../users', null])('ticket id %s names no ticket', (id) => {
    expect(onlyEvent({ v: 1, ticket_id: id })).toEqual({ kind: 'ignored', reason: 'the delivery names no ticket' });
  });

  test('about an internal note is ignored', () => {
    expect(onlyEvent({ v: 1, ticket_id: '1', comment_is_public: 'false' })).toMatchObject({ kind: 'ignored' });
    expect(onlyEvent({ v: 1, ticket_id: '1', comment_is_public: 'true' })).toMatchObject({ kind: 'event' });
  });

  test('says which of our triggers it is of', () => {
    expect(onlyEvent({ v: 1, kind: 'reply', ticket_id: '1' })).toMatchObject({ effect: 'reply' });
    expect(onlyEvent({ v: 1, kind: 'draft', ticket_id: '1' })).toMatchObject({ effect: 'draft' });
    expect(onlyEvent({ v: 1, kind: 'reply', ticket_id: '1', comment_is_public: 'false' })).toMatchObject({
      kind: 'ignored',
    });
    expect(onlyEvent({ v: 1, kind: 'nonsense', ticket_id: '1' })).toMatchObject({ effect: 'draft' });
  });

  test('of another version is refused', () => {
    expect(() => parsed({ v: 2, ticket_id: '1' })).toThrow(expect.objectContaining({ code: 'zendesk.unknown-body' }));
  });
});

describe('event subscriptions', () => {
  test.each([
    ['ticket.created', {}],
    ['ticket.comment_added', comment({ author: { id: '9', is_staff: false } })],
    ['ticket.comment_added', {}],
    ['messaging_ticket.message_added', { event: { actor: { id: '9', type: 'end_user' } } }],
  ])('%s %o is an event', (type, change) => {
    expect(onlyEvent(envelope(type, change))).toEqual({
      kind: 'event',
      effect: 'draft',
      type,
      resource: { type: 'ticket', id: '71447' },
      occurredAt: '2026-06-09T08:36:44.304Z',
    });
  });

  test.each([
    ['ticket.created', { detail: { id: '71447', is_public: false } }, 'does not see'],
    ['ticket.comment_added', comment({ is_public: false }), 'internal note'],
    ['messaging_ticket.message_added', { event: { actor: { id: '9', type: 'bot' } } }, 'no person'],
    ['messaging_ticket.message_added', {}, 'no person'],
    ['ticket.status_changed', { event: { current: 'PENDING', previous: 'OPEN' } }, 'ends nothing'],
    ['ticket.status_changed', {}, 'ends nothing'],
    ['ticket.tags_changed', {}, 'ticket.tags_changed'],
    ['user.deleted', { detail: { id: '0' }, subject: 'zen:user:x' }, 'names no user'],
    ['user.created', {}, 'user.created'],
    ['<script>alert(1)</script>', {}, 'unknown type'],
    ['ticket.created', { detail: { id: '0' }, subject: '' }, 'names no ticket'],
  ])('%s %o is ignored', (type, change, reason) => {
    expect(onlyEvent(envelope(type, change))).toEqual({ kind: 'ignored', reason: expect.stringContaining(reason) });
  });

  test.each([
    ['ticket.comment_added', comment({ author: { id: '9', is_staff: true } })],
    ['messaging_ticket.message_added', { event: { actor: { id: '9', type: 'agent' } } }],
    ['ticket.status_changed', { event: { current: 'SOLVED', previous: 'OPEN' } }],
    ['ticket.status_changed', { event: { current: 'closed', previous: 'SOLVED' } }],
  ])('%s %o says what became of a draft', (type, change) => {
    expect(onlyEvent(envelope(type, change))).toMatchObject({
      effect: 'reply',
      resource: { type: 'ticket', id: '71447' },
    });
  });

  test.each(['ticket.comment_redacted', 'ticket.attachment_redacted_from_comment', 'ticket.permanently_deleted'])(
    '%s takes words away',
    (type) => {
      expect(onlyEvent(envelope(type))).toMatchObject({ effect: 'forget', resource: { type: 'ticket', id: '71447' } });
    },
  );

  test('a deleted user is to be forgotten, by the detail or the subject', () => {
    const forgotten = { effect: 'forget', resource: { type: 'user', id: '9' } };
    expect(onlyEvent(envelope('user.deleted', { detail: { id: '9' } }))).toMatchObject(forgotten);
    expect(onlyEvent(envelope('user.deleted', { detail: {}, subject: 'zen:user:9' }))).toMatchObject(forgotten);
  });

  test('a type of another system is ignored', () => {
    expect(onlyEvent({ ...envelope('x'), type: 'invoice.paid' })).toMatchObject({ kind: 'ignored' });
  });

  test('messaging names its ticket in the subject, with nine digits after the second', () => {
    const message = envelope('messaging_ticket.message_added', {
      detail: undefined,
      subject: 'zen:messaging_ticket:42',
      time: '2026-06-09T08:36:44.304123456Z',
      event: { actor: { id: '9', type: 'end_user' } },
    });
    expect(onlyEvent(message)).toMatchObject({ resource: { id: '42' }, occurredAt: '2026-06-09T08:36:44.304Z' });
  });
});

describe('the id of the delivery', () => {
  test('is the invocation, else the event', () => {
    expect(parsed(envelope('ticket.created')).deliveryId).toBe('01HANA2B5D5W9XSJS3NE5SQA1J');
    expect(parsed(envelope('ticket.created'), {}).deliveryId).toBe('b3695d61-2ef4-4e9c-97af-1f065c099564');
  });

  test.each([{}, { 'x-zendesk-webhook-invocation-id': '' }, { 'x-zendesk-webhook-invocation-id': "'; drop" }])(
    'is never made up: %o',
    (given) => {
      expect(() => parsed({ v: 1, ticket_id: '1' }, given)).toThrow(
        expect.objectContaining({ kind: 'invalid', code: 'zendesk.delivery-id-missing' }),
      );
    },
  );
});

test.each(['', 'null', '[]', '3', '"x"', '{}', '{"v":1', 'v=1&ticket_id=2'])('%j is invalid', (body) => {
  expect(() => parse({ body: Buffer.from(body), headers })).toThrow(expect.objectContaining({ kind: 'invalid' }));
});

test('bytes that are no UTF-8 are invalid, and not repeated in the error', () => {
  const body = Buffer.concat([Buffer.from('{"v":1,"ticket_id":"secret-'), Buffer.from([0xff, 0xfe])]);
  expect(() => parse({ body, headers })).toThrow(expect.not.stringContaining('secret'));
});

test('any JSON in any place gives events, reasons or AppError invalid', () => {
  const shapes = fc.oneof(
    fc.json().map((text) => JSON.parse(text)),
    fc.record({ v: fc.constant(1), ticket_id: fc.anything(), updated_at: fc.anything() }),
    fc.record({
      type: fc.string().map((name) => `zen:event-type:${name}`),
      event: fc.anything(),
      detail: fc.anything(),
    }),
  );
  fc.assert(
    fc.property(shapes, fc.option(fc.string(), { nil: undefined }), (json, invocation) => {
      let body: Buffer;
      try {
        body = Buffer.from(JSON.stringify(json) ?? '');
      } catch {
        return; // cycles and big integers have no JSON
      }
      try {
        const delivery = parse({ body, headers: { 'x-zendesk-webhook-invocation-id': invocation } });
        expect(delivery.events).toHaveLength(1);
      } catch (thrown) {
        expect(isAppError(thrown) && thrown.kind).toBe('invalid');
      }
    }),
  );
});

test('our scheme signs as an independent implementation does', () => {
  const stamped = { 'x-zendesk-webhook-signature-timestamp': '2021-03-25T05:09:27Z' };
  const body = Buffer.from('{"event":"ticket.updated","id":123}');
  expect(signDelivery(verification, { body, headers: stamped }, PUBLIC_TEST_SECRET)).toBe(
    'S/RDdU2ERmj7LHDDoWJ2onPYH+t7/f2+LTM4dL7UiLM=',
  );
});

const path = join(import.meta.dirname, '../../../../../shared/fixtures/zendesk/webhook-vectors/vectors.json');
describe.skipIf(!existsSync(path))('independent vectors (skipped where ../shared is absent)', () => {
  const vectors = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { positive: [] };

  test.each<{ body: string; timestamp: string; secret: string; signature: string }>(vectors.positive)(
    'our scheme signs as $source',
    ({ body, timestamp, secret, signature }) => {
      const stamped = { 'x-zendesk-webhook-signature-timestamp': timestamp };
      expect(signDelivery(verification, { body: Buffer.from(body), headers: stamped }, secret)).toBe(signature);
    },
  );

  test('the withdrawn order of the parts gives another signature', () => {
    const [{ body, timestamp, secret, signature }] = vectors.must_be_rejected;
    const stamped = { 'x-zendesk-webhook-signature-timestamp': timestamp };
    expect(signDelivery(verification, { body: Buffer.from(body), headers: stamped }, secret)).not.toBe(signature);
  });

  test('a recorded delivery is understood: a person was deleted', () => {
    const { request } = vectors.recorded_deliveries_secret_unknown[0];
    const recorded = Object.fromEntries(
      request.headers.map(({ key, value }: { key: string; value: string }) => [key.toLowerCase(), value]),
    );
    expect(parse({ body: Buffer.from(request.payload), headers: recorded })).toEqual({
      deliveryId: '01HANA2B5D5W9XSJS3NE5SQA1J',
      events: [
        expect.objectContaining({ effect: 'forget', resource: { type: 'user', id: expect.stringMatching(/^\d+$/) } }),
      ],
    });
  });
});
