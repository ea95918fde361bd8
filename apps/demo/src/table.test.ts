import type { DraftListItem } from '@draftsmith/contracts';
import { describe, expect, test } from 'vitest';
import { createTable, summaryLines } from './table.ts';

const drafted: DraftListItem = {
  id: 'x',
  connector: 'zendesk',
  account: 'puddlewick',
  resourceId: '10409',
  subject: 'Three questions in one go, sorry, and a subject that is longer than any table',
  customerName: null,
  language: 'en',
  state: 'drafted',
  outcome: { kind: 'drafted' },
  provider: 'anthropic',
  model: 'claude-sonnet-5-with-a-long-name',
  inputTokens: 1200,
  outputTokens: 300,
  costUsd: '0.0123',
  totalMs: 12_345,
  cache: 'miss',
  statements: null,
  createdAt: '2026-11-20T10:00:00Z',
};
const skipped: DraftListItem = {
  ...drafted,
  state: 'skipped',
  outcome: { kind: 'skipped', reason: 'no-customer-message' },
  provider: null,
  inputTokens: null,
};

describe.each([66, 80, 100, 120, 300])('on a terminal of %i columns', (width) => {
  test('no line wraps, the outcome is whole and the columns stand below their titles', () => {
    const { header, line } = createTable({ tickets: [] }, width);
    for (const text of [header, line(drafted), line(skipped)]) expect(text.length).toBeLessThanOrEqual(width);
    expect(line(skipped)).toContain('skipped: no-customer-message ');
    expect(line(drafted).indexOf('drafted')).toBe(header.indexOf('outcome'));
    expect(line(drafted)).toHaveLength(header.length);
  });
});

test('a wide one has tokens, cost and who wrote it', () => {
  expect(createTable({ tickets: [] }).line(drafted)).toMatch(/ anthropic\/claude-.*… +1500 +0\.0123 +12345 ms$/);
});

test('the kinds of outcomes come in one order, whichever was first', () => {
  const [, line] = summaryLines({ items: [skipped, drafted, drafted], firstDraftAt: 1_500, missing: [] }, 0, 2_000);
  expect(line).toBe(
    '3 tickets: 2 drafted, 1 skipped; from the start the first draft after 1.5 s, the last outcome after 2.0 s.',
  );
});
