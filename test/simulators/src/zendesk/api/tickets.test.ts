import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ADMIN_ID,
  AGENT_ID,
  CLOSED_TICKET_ID,
  CUSTOMER_ID,
  OPEN_TICKET_ID,
  PRIVATE_TICKET_ID,
  UNBORN_TICKET_ID,
} from '../sample-seed.ts';
import { type Account, openAccount } from '../test-account.ts';

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.simulator.close());

const path = (id: number) => `/api/v2/tickets/${id}.json`;
const comment = (fields: Record<string, unknown>) => ({ ticket: { comment: fields } });

describe('reading a ticket', () => {
  it('answers with or without the suffix, and side-loads what is asked', async () => {
    const plain = await account.get(`/api/v2/tickets/${OPEN_TICKET_ID}`);
    expect(plain.body.ticket).toMatchObject({ id: OPEN_TICKET_ID, status: 'pending', organization_id: 301 });
    expect(plain.body).not.toHaveProperty('users');
    const { body } = await account.get(`${path(OPEN_TICKET_ID)}?include=users,organizations`);
    expect(body.users.map((user: { id: number }) => user.id)).toEqual([CUSTOMER_ID, AGENT_ID]);
    expect(body.organizations).toMatchObject([{ id: 301, name: 'Blue Wheel Couriers' }]);
  });

  it('answers 404 for unknown, unborn and deleted tickets', async () => {
    account.simulator.softDelete(PRIVATE_TICKET_ID);
    for (const id of ['999', 'abc', UNBORN_TICKET_ID, PRIVATE_TICKET_ID]) {
      const { status, body } = await account.get(`/api/v2/tickets/${id}.json`);
      expect(status).toBe(404);
      expect(body).toEqual({ error: 'RecordNotFound', description: 'Not found' });
    }
    expect(account.simulator.state.ticket(PRIVATE_TICKET_ID).status).toBe('deleted');
  });

  it('lists only what exists', async () => {
    const { body } = await account.get('/api/v2/tickets.json?page[size]=100');
    expect(body.tickets.map((ticket: { id: number }) => ticket.id)).toEqual([1, 3, 4]);
  });
});

describe('adding a note', () => {
  it('answers ticket and audit, whose event id is the comment id', async () => {
    const { status, body } = await account.send('PUT', path(OPEN_TICKET_ID), {
      ticket: { comment: { html_body: '<p>Draft</p>', public: false }, metadata: { ai_draft: 'run-7' } },
    });
    expect(status).toBe(200);
    expect(body.audit).toMatchObject({
      author_id: ADMIN_ID,
      via: { channel: 'api' },
      metadata: { system: { client: expect.any(String) }, custom: { ai_draft: 'run-7' } },
      events: [{ type: 'Comment', public: false }],
    });
    expect(account.simulator.state.notes(OPEN_TICKET_ID)).toMatchObject([
      { id: body.audit.events[0].id, html_body: '<div class="zd-comment" dir="auto"><p>Draft</p></div>' },
    ]);
    const { body: audits } = await account.get(`/api/v2/tickets/${OPEN_TICKET_ID}/audits.json?page[size]=100`);
    expect(audits.audits.at(-1)).toEqual(body.audit);
  });

  it('is public when nobody says otherwise: the trap', async () => {
    const { body } = await account.send('PUT', path(OPEN_TICKET_ID), comment({ body: 'oops' }));
    expect(body.audit.events[0].public).toBe(true);
    const inherited = await account.send('PUT', path(PRIVATE_TICKET_ID), comment({ body: 'fine' }));
    expect(inherited.body.audit.events[0].public).toBe(false);
  });

  it('strips HTML from body and keeps it in html_body', async () => {
    await account.send('PUT', path(OPEN_TICKET_ID), comment({ body: 'a <b>bold</b> 1 < 2', public: false }));
    const [note] = account.simulator.state.notes(OPEN_TICKET_ID);
    expect(note?.body).toBe('a bold 1 < 2');
    expect(note?.html_body).toContain('1 &lt; 2');
  });

  it('takes another author, if he exists', async () => {
    const { body } = await account.send('PUT', path(OPEN_TICKET_ID), comment({ body: 'x', author_id: AGENT_ID }));
    expect(body.audit.events[0].author_id).toBe(AGENT_ID);
    expect((await account.send('PUT', path(OPEN_TICKET_ID), comment({ body: 'x', author_id: 77 }))).status).toBe(422);
  });

  it.each([
    ['blank', { body: '  ' }],
    ['two bodies at once', { body: 'x', html_body: '<p>x</p>' }],
    ['too long', { body: 'x'.repeat(65_536) }],
    ['a body that is no text', { body: 7 }],
  ])('refuses %s with 422 and writes nothing', async (_name, fields) => {
    const { status, body } = await account.send('PUT', path(OPEN_TICKET_ID), comment(fields));
    expect(status).toBe(422);
    expect(body.error).toBe('RecordInvalid');
    expect(account.simulator.state.comments(OPEN_TICKET_ID)).toHaveLength(2);
  });

  it('refuses closed tickets with 422, unknown ones with 404', async () => {
    const closed = await account.send('PUT', path(CLOSED_TICKET_ID), comment({ body: 'x', public: false }));
    expect(closed.status).toBe(422);
    expect(closed.body.details.status[0].description).toBe('Status: closed prevents ticket update');
    expect((await account.send('PUT', path(999), comment({ body: 'x' }))).status).toBe(404);
  });

  it('answers a malformed body with 400', async () => {
    const response = await fetch(account.simulator.baseUrl + path(OPEN_TICKET_ID), {
      method: 'PUT',
      headers: { authorization: `Bearer ${account.simulator.token}`, 'content-type': 'application/json' },
      body: '{"ticket":',
    });
    expect(response.status).toBe(400);
  });
});

describe('fields', () => {
  it('changes them in the same audit and reads custom fields back under both names', async () => {
    const { body } = await account.send('PUT', path(OPEN_TICKET_ID), {
      ticket: { status: 'open', priority: 'high', custom_fields: [{ id: 27642, value: '745' }] },
    });
    expect(body.ticket).toMatchObject({ status: 'open', priority: 'high', fields: [{ id: 27642, value: '745' }] });
    expect(body.ticket.custom_fields).toEqual(body.ticket.fields);
    expect(body.audit.events).toContainEqual(
      expect.objectContaining({ type: 'Change', field_name: 'status', previous_value: 'pending', value: 'open' }),
    );
  });

  it('refuses a status that does not exist', async () => {
    const { status, body } = await account.send('PUT', path(OPEN_TICKET_ID), { ticket: { status: 'done' } });
    expect(status).toBe(422);
    expect(body.details).toHaveProperty('status');
  });

  it('creates tickets, written by whoever submits them', async () => {
    const { status, body } = await account.send('POST', '/api/v2/tickets.json', {
      ticket: { subject: 'New', requester_id: CUSTOMER_ID, comment: { body: 'Hello' } },
    });
    expect(status).toBe(201);
    expect(body.ticket).toMatchObject({
      requester_id: CUSTOMER_ID,
      submitter_id: ADMIN_ID,
      status: 'new',
      description: 'Hello',
    });
    expect((await account.get(`/api/v2/tickets/${body.ticket.id}.json`)).status).toBe(200);
  });
});

describe('tags', () => {
  const tags = `/api/v2/tickets/${OPEN_TICKET_ID}/tags.json`;

  it('PUT adds, DELETE removes, POST replaces, and so does a ticket update', async () => {
    expect((await account.send('PUT', tags, { tags: ['ai_drafted', 'refund'] })).body.tags).toEqual([
      'ai_drafted',
      'refund',
    ]);
    expect((await account.send('DELETE', tags, { tags: ['refund'] })).body.tags).toEqual(['ai_drafted']);
    expect((await account.send('POST', tags, { tags: ['One'] })).body.tags).toEqual(['one']);
    await account.send('PUT', path(OPEN_TICKET_ID), { ticket: { tags: ['two'] } });
    expect((await account.get(tags)).body.tags).toEqual(['two']);
  });

  it('honours safe_update, spelled as a string too', async () => {
    const { body } = await account.send('PUT', tags, {
      tags: ['late'],
      safe_update: 'true',
      updated_stamp: '2026-01-01T00:00:00Z',
    });
    expect(body.error).toBe('UpdateConflict');
  });
});
