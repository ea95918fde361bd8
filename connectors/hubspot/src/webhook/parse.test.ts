import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAppError } from '@draftsmith/errors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from './parse.ts';

const stageChange = {
  eventId: 4101286121,
  subscriptionId: 7562680,
  portalId: 247187887,
  appId: 50780459,
  occurredAt: 1787843156000,
  subscriptionType: 'deal.propertyChange',
  attemptNumber: 0,
  objectId: 541935488729,
  propertyName: 'dealstage',
  propertyValue: 'presentationscheduled',
  changeSource: 'CRM_UI',
  sourceId: 'userId:882761034',
};
const privacy = { ...stageChange, subscriptionType: 'contact.privacyDeletion', objectId: 77, propertyName: undefined };

const delivered = (...events: unknown[]) => parse({ body: Buffer.from(JSON.stringify(events)), headers: {} });
const only = (event: unknown) => delivered(event).events[0];

test('a new stage of a deal asks for a proposal', () => {
  expect(only(stageChange)).toEqual({
    kind: 'event',
    effect: 'prepare',
    type: 'deal.propertyChange',
    resource: { type: 'deal', id: '541935488729' },
    account: '247187887',
    key: expect.stringMatching(/^[0-9a-f]{64}$/),
    occurredAt: '2026-08-27T15:05:56.000Z',
    about: 'presentationscheduled',
  });
});

test('so does one of the newer subscriptions', () => {
  const event = { ...stageChange, subscriptionType: 'object.propertyChange', objectTypeId: '0-3' };
  expect(only(event)).toMatchObject({ effect: 'prepare', type: 'deal.propertyChange' });
  expect(only({ ...event, objectTypeId: '0-5' })).toMatchObject({ kind: 'ignored' });
});

test('who is deleted for privacy is forgotten, and so is a deal that is deleted', () => {
  expect(only(privacy)).toMatchObject({ effect: 'forget', resource: { type: 'contact', id: '77' } });
  const deletion = { ...privacy, subscriptionType: 'deal.deletion' };
  expect(only(deletion)).toMatchObject({ effect: 'forget', resource: { type: 'deal', id: '77' } });
  // Also where our own app did it.
  const ours = { ...deletion, changeSource: 'INTEGRATION', sourceId: '50780459' };
  expect(only(ours)).toMatchObject({ effect: 'forget' });
});

test.each([
  ['our own change', { ...stageChange, changeSource: 'INTEGRATION', sourceId: '50780459' }],
  ['a change of a deal that is not its stage', { ...stageChange, propertyName: 'amount' }],
  ['a stage that the event does not name', { ...stageChange, propertyValue: 'REDACTED' }],
  ['a stage that the event does not name', { ...stageChange, propertyValue: 'a stage?' }],
  ['deal.creation asks nothing of us', { ...stageChange, subscriptionType: 'deal.creation' }],
  ['an unknown type of event', { ...stageChange, subscriptionType: 'Ann <ann@example.com>' }],
  ['the event names no deal', { ...stageChange, objectId: undefined }],
])('ignored: %s', (reason, event) => {
  expect(only(event)).toEqual({ kind: 'ignored', reason, account: '247187887', key: expect.any(String) });
});

test('what another app changed is not our own', () => {
  const other = { ...stageChange, changeSource: 'INTEGRATION', sourceId: '1' };
  expect(only(other)).toMatchObject({ effect: 'prepare' });
  expect(only({ ...stageChange, changeSource: 'INTEGRATION', sourceId: undefined, appId: undefined })).toMatchObject({
    effect: 'prepare',
  });
});

test('a batch of several accounts keeps each event with its own', () => {
  const accounts = [1, 2, 3].map((portalId) => ({ ...stageChange, portalId }));
  expect(delivered(...accounts).events.map(({ account }) => account)).toEqual(['1', '2', '3']);
});

test('an event of no account is left out, and takes nothing along', () => {
  const events = delivered({ ...stageChange, portalId: null }, stageChange, 7, null, {
    ...stageChange,
    portalId: 'x',
  }).events;
  expect(events).toHaveLength(1);
});

test('a hundred events are taken, one more is not', () => {
  const events = Array.from({ length: 101 }, (_, eventId) => ({ ...stageChange, eventId }));
  expect(delivered(...events.slice(1)).events).toHaveLength(100);
  expect(() => delivered(...events)).toThrow(expect.objectContaining({ kind: 'invalid', code: 'hubspot.no-batch' }));
});

test.each(['{}', '"x"', 'null', '', '[', '[{}'])('%j is no batch', (text) => {
  expect(() => parse({ body: Buffer.from(text), headers: {} })).toThrow(expect.objectContaining({ kind: 'invalid' }));
});

test('bytes that are no text are refused, after the batch and within it', () => {
  const odd = Buffer.from([0x80]);
  for (const [before, after] of [
    ['[]', '[]'],
    ['[{"portalId":1,"x":"', '"}]'],
  ] as const) {
    const body = Buffer.concat([Buffer.from(before), odd, Buffer.from(after)]);
    expect(() => parse({ body, headers: {} })).toThrow(expect.objectContaining({ code: 'hubspot.body-not-json' }));
  }
});

describe('keys', () => {
  const keyOf = (change: object) => only({ ...stageChange, ...change })?.key;

  test('a repeat has the key of the first try, whatever the batch around it', () => {
    const repeat = { ...stageChange, attemptNumber: 3, unknown: 'new' };
    expect(keyOf({})).toBe(delivered(privacy, repeat).events[1]?.key);
  });

  test.each(['portalId', 'subscriptionId', 'eventId', 'objectId', 'occurredAt'])(
    'another %s is another event',
    (field) => {
      expect(keyOf({ [field]: 1_787_843_156_001 })).not.toBe(keyOf({}));
    },
  );

  test('another property is another event; no two parts run together', () => {
    expect(keyOf({ propertyName: 'amount' })).not.toBe(keyOf({}));
    expect(keyOf({ eventId: 11, subscriptionId: 1 })).not.toBe(keyOf({ eventId: 1, subscriptionId: 11 }));
  });
});

test('any JSON is a result or an AppError invalid', () => {
  const value = fc.oneof(
    fc.constantFrom('deal.propertyChange', 'dealstage', 'INTEGRATION', 1e300, -1, 2 ** 60),
    fc.jsonValue(),
  );
  const event = fc.record(Object.fromEntries(Object.keys(stageChange).map((key) => [key, value])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(fc.oneof(fc.array(event), fc.jsonValue()), (json) => {
      try {
        const { events } = parse({ body: Buffer.from(JSON.stringify(json)), headers: {} });
        for (const one of events) expect(one.kind === 'ignored' ? one.reason : one.resource.id).not.toBe('');
      } catch (thrown) {
        expect(isAppError(thrown) && thrown.kind).toBe('invalid');
      }
    }),
    { numRuns: 300 },
  );
});

const file = join(import.meta.dirname, '../../../../../shared/fixtures/hubspot/bodies.json');
describe.skipIf(!existsSync(file))('recorded bodies (skipped where ../shared is absent)', () => {
  const recorded: { origin: string; body: object[] }[] = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8')).webhooks
    : [];

  test('are read, each event with its account; what the app itself wrote is recognised', () => {
    expect(recorded).toHaveLength(4);
    for (const { body } of recorded) {
      const { events } = delivered(...body);
      expect(events).toHaveLength(body.length);
      expect(new Set(events.map(({ key }) => key)).size).toBe(body.length);
    }
    expect(only(recorded[1]?.body[0])).toMatchObject({ kind: 'ignored', reason: 'our own change' });
  });
});
