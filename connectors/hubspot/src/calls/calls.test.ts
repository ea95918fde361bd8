import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calls } from './calls.ts';

const callerOf = (query: string) =>
  calls.caller({
    method: 'GET',
    url: `https://drafts.example.com/proposals/hubspot${query}`,
    body: Buffer.alloc(0),
    headers: {},
  });

describe('caller', () => {
  test('is read in any order, whatever else is there', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['portalId=2', 'userId=3', 'userEmail=a%40example.com', 'appId=1', 'x'], { minLength: 5 }),
        (parts) => {
          expect(callerOf(`?${parts.join('&')}`)).toEqual({ account: '2', userId: '3' });
        },
      ),
    );
  });

  test.each([
    '',
    '?portalId=2',
    '?userId=3',
    '?portalId=2&userId=',
    '?portalId=2&userId=0',
    '?portalId=2&userId=3x',
    '?portalId=2&userId=3&userId=4',
    '?userId=99&portalId=2&portalId=2&userId=3',
    // An escaped name is the same name.
    '?userId=99&portalId=2&user%49d=3',
    '?userId=99&portalId=2?portalId=2&userId=3',
    '?portalId=2&userId=99%00',
    'portalId=2&userId=3',
  ])('nobody is named by %j', (query) => {
    expect(callerOf(query)).toBeUndefined();
  });

  test('nobody is named by a request without an address', () => {
    expect(calls.caller({ body: Buffer.alloc(0), headers: {} })).toBeUndefined();
  });
});

describe('a step of a workflow', () => {
  const step = {
    callbackId: 'ap-102670506-56776413549-7-0',
    origin: { portalId: 102670506, actionDefinitionId: 10646377, actionDefinitionVersion: 1 },
    context: { source: 'WORKFLOWS', workflowId: 192814114 },
    object: { objectId: 904, properties: {}, objectType: 'DEAL' },
    inputFields: { template: 'standard', language: 'de-DE' },
  };
  const actionOf = (body: unknown) => calls.action({ body: Buffer.from(JSON.stringify(body)), headers: {} });

  test('names deal, callback and what was chosen', () => {
    expect(actionOf(step)).toEqual({
      account: '102670506',
      resource: { type: 'deal', id: '904' },
      callbackId: step.callbackId,
      choices: { templateId: 'standard', locale: 'de-DE' },
    });
  });

  test.each([[undefined], [null], [{}], [{ template: ' ', language: '' }], [{ template: 5 }], ['x']])(
    'nothing was chosen: %j',
    (inputFields) => {
      expect(actionOf({ ...step, inputFields }).choices).toEqual({});
    },
  );

  test.each([
    [null],
    [{}],
    [{ ...step, object: { ...step.object, objectType: 'CONTACT' } }],
    [{ ...step, object: { objectType: 'DEAL' } }],
    [{ ...step, origin: {} }],
    [{ ...step, callbackId: '../../oauth' }],
    [{ ...step, callbackId: undefined }],
  ])('no step of ours: %j', (body) => {
    expect(() => actionOf(body)).toThrow(expect.objectContaining({ kind: 'invalid', code: 'hubspot.no-action' }));
  });

  const file = join(import.meta.dirname, '../../../../../shared/fixtures/hubspot/bodies.json');
  test.skipIf(!existsSync(file))('a documented one is of another object (skipped where ../shared is absent)', () => {
    const { request } = JSON.parse(readFileSync(file, 'utf8')).workflow_action_execution;
    expect(() => actionOf(request)).toThrow(expect.objectContaining({ code: 'hubspot.no-action' }));
    expect(actionOf({ ...request, object: { ...request.object, objectType: 'DEAL' } }).resource.id).toBe('904');
  });
});
