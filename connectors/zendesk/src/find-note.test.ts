import { expect, test } from 'vitest';
import type { ZendeskClient } from './client/client.ts';
import type { Page } from './client/pages.ts';
import type { ApiAudit } from './client/schemas.ts';
import { findNote } from './find-note.ts';
import { ticketRef } from './testing/account.ts';

const MESSAGE = '500';
const write = {
  resource: ticketRef(),
  idempotencyKey: 'key-1',
  context: { revision: MESSAGE, freshness: '2026-11-20T09:00:00Z' },
  draft: { text: '', language: 'en', citations: [], provider: '', model: '', modelWritten: false },
};

/** An audit of the given minute; `key` makes it ours, `comment` names the comment it made. */
function audit(minute: number, { key, comment = `c${minute}` }: { key?: string; comment?: string } = {}): ApiAudit {
  return {
    id: `a${minute}`,
    created_at: new Date(Date.UTC(2026, 10, 20, 9, minute)).toISOString(),
    events: [
      { id: 'x', type: 'Change' },
      { id: comment, type: 'Comment' },
    ],
    metadata: { custom: key === undefined ? {} : { draftsmith: key } },
  };
}

/** Finds the note in the given pages, and tells how many of them were read. */
async function search(...pages: ApiAudit[][]) {
  let read = 0;
  async function* auditPages(): AsyncGenerator<Page<ApiAudit>> {
    for (const [index, items] of pages.entries()) {
      read += 1;
      yield { items, hasMore: index < pages.length - 1, cursor: String(index) };
    }
  }
  const client = { auditPages } as Partial<ZendeskClient> as ZendeskClient;
  const { signal } = new AbortController();
  return { location: await findNote(write, { client, agentOrigin: undefined }, signal), read };
}

test('the comment of the audit with our key', async () => {
  const { location } = await search([audit(3), audit(2, { key: 'key-1', comment: '77' }), audit(1)]);
  expect(location).toEqual({ artefactId: '77', auditId: 'a2' });
});

test('another key is another draft', async () => {
  expect((await search([audit(2, { key: 'key-2' })])).location).toBeUndefined();
});

test('nothing is read beyond the message that is answered', async () => {
  const { location, read } = await search([audit(9), audit(8, { comment: MESSAGE })], [audit(1, { key: 'key-1' })]);
  expect({ location, read }).toEqual({ location: undefined, read: 1 });
});

test('where audits come oldest first, all are read', async () => {
  const { location, read } = await search([audit(1, { comment: MESSAGE }), audit(2)], [audit(3, { key: 'key-1' })]);
  expect({ id: location?.auditId, read }).toEqual({ id: 'a3', read: 2 });
});

test('where all are of one second, all are read', async () => {
  const [message, ours] = [audit(1, { comment: MESSAGE }), audit(1, { key: 'key-1' })];
  expect((await search([message, audit(1)], [ours])).location?.auditId).toBe('a1');
});

test('a list that was not read to its end gives no permission to write', async () => {
  const endless = async function* (): AsyncGenerator<Page<ApiAudit>> {
    yield { items: [audit(9)], hasMore: true, cursor: 'c' };
  };
  const client = { auditPages: endless } as Partial<ZendeskClient> as ZendeskClient;
  const found = findNote(write, { client, agentOrigin: undefined }, new AbortController().signal);
  await expect(found).rejects.toMatchObject({ code: 'zendesk.history-too-long', retryable: false });
});
