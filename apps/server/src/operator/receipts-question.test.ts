import { expect, test } from 'vitest';
import { fromReceiptsQuery, type ReceiptsView, toReceiptsQuery } from './receipts-question.ts';

const of = { since: new Date('2026-11-01T00:00:00Z'), until: new Date('2026-12-01T00:00:00Z') };
const RANGE = { since: of.since.toISOString(), until: of.until.toISOString() };

test.each<ReceiptsView>([
  { view: 'recipients', of },
  { view: 'page', of: { ...of, account: 'acme', reference: 'draft-1' } },
  { view: 'page', of, cursor: '2026-11-21T10:00:00.000Z~id~1' },
])('goes over the wire and back: %j', (asked) => {
  expect(fromReceiptsQuery(toReceiptsQuery(asked))).toEqual(asked);
});

test.each([
  {},
  { view: 'all', ...RANGE },
  { view: 'page', since: RANGE.until, until: RANGE.since },
  { view: 'page', ...RANGE, account: ['a', 'b'] },
  { view: 'recipients', ...RANGE, cursor: 'x' },
])('%j is answered with what was expected', (query) => {
  expect(() => fromReceiptsQuery(query)).toThrow('Expected view=recipients or page');
});
