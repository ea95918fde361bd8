import { expect, test } from 'vitest';
import { receipt } from '../dev/sample-checks.ts';
import { factsOf } from './receipt-facts.ts';

test('every try replaces the same values: they count once, and every recipient is named once', () => {
  const facts = factsOf([
    receipt({ replaced: { EMAIL: 1, PERSON: 2, CARD: 0 } }),
    receipt({ replaced: { PERSON: 2 } }),
    receipt({ replaced: { PERSON: 1 }, host: 'api.anthropic.com', region: null }),
  ]);
  expect(facts).toEqual({
    replaced: [
      ['PERSON', 2],
      ['EMAIL', 1],
    ],
    recipients: [
      { host: 'api.openai.com', region: 'eu' },
      { host: 'api.anthropic.com', region: null },
    ],
    local: false,
    stopped: 0,
    unchecked: 0,
  });
});

test('a model on this machine is no recipient', () => {
  expect(factsOf([receipt({ host: '127.0.0.1:11434', region: 'this machine' })])).toMatchObject({
    recipients: [],
    local: true,
  });
});

test('a stopped leak, a leak check that failed, and a call that never began are told apart', () => {
  const held = { host: null, region: null, payloadSha256: null, payloadBytes: null };
  const facts = factsOf([
    receipt({ ...held, outcome: 'leak' }),
    receipt({ ...held, outcome: 'leak-check' }),
    receipt({ ...held, outcome: 'failed' }),
  ]);
  expect(facts).toMatchObject({ recipients: [], local: false, stopped: 1, unchecked: 1 });
});
