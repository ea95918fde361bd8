import { afterEach, beforeEach, expect, it } from 'vitest';
import { CLOSED_TICKET_ID, CUSTOMER_ID, OPEN_TICKET_ID } from '../sample-seed.ts';
import { type Account, openAccount, openReceiver, type Receiver } from '../test-account.ts';

const TYPES = [
  'ticket.comment_redacted',
  'ticket.attachment_redacted_from_comment',
  'ticket.soft_deleted',
  'ticket.permanently_deleted',
  'user.deleted',
].map((name) => `zen:event-type:${name}`);

let account: Account;
let receiver: Receiver;
beforeEach(async () => {
  account = await openAccount();
  receiver = await openReceiver();
  account.simulator.webhooks.connectEvents({ endpoint: receiver.url, types: TYPES });
});
afterEach(async () => {
  await account.simulator.close();
  await receiver.close();
});

async function events() {
  await account.simulator.settled();
  return receiver.received.map(({ body }) => JSON.parse(body));
}
const commentsOf = (ticketId: number) => account.simulator.state.comments(ticketId);

it('redacts the marked part of a comment, everywhere it is kept, also on a closed ticket', async () => {
  const id = commentsOf(CLOSED_TICKET_ID)[0]?.id ?? 0;
  const { status, body } = await account.send('PUT', `/api/v2/comment_redactions/${id}.json`, {
    ticket_id: CLOSED_TICKET_ID,
    html_body: '<div class="zd-comment" dir="auto"><p dir="auto">All is <redact>well</redact>.</p></div>',
  });
  expect(status).toBe(200);
  expect(body.comment).toMatchObject({ id, plain_body: 'All is ▇▇▇▇.' });
  const { state } = account.simulator;
  expect(JSON.stringify([state.ticket(CLOSED_TICKET_ID), state.audits(CLOSED_TICKET_ID)])).not.toContain('well');
  expect(await events()).toMatchObject([
    {
      type: 'zen:event-type:ticket.comment_redacted',
      subject: `zen:ticket:${CLOSED_TICKET_ID}`,
      event: { meta: { sequence: { position: 1 } }, comment: { id: String(id) } },
    },
  ]);
});

it('redacts a text on open tickets only, and says when it is not there', async () => {
  const id = commentsOf(OPEN_TICKET_ID)[0]?.id;
  const path = `/api/v2/tickets/${OPEN_TICKET_ID}/comments/${id}/redact.json`;
  expect((await account.send('PUT', path, { text: 'nowhere' })).status).toBe(422);
  const { body, headers } = await account.send('PUT', path, { text: 'money' });
  expect(body.comment).toMatchObject({ plain_body: 'I want my ▇▇▇▇▇ back.' });
  expect(headers.get('zendesk-ratelimit-per-ticket-updates')).toMatch(/^total=30; remaining=28/);
  const closed = commentsOf(CLOSED_TICKET_ID)[0]?.id;
  const refused = await account.send('PUT', `/api/v2/tickets/${CLOSED_TICKET_ID}/comments/${closed}/redact.json`, {
    text: 'well',
  });
  expect(refused.status).toBe(422);
  expect((await account.send('PUT', '/api/v2/tickets/1/comments/1/redact.json', { text: 'x' })).status).toBe(404);
});

it('takes an attachment away', async () => {
  const attachments = [{ fileName: 'passport.png', contentType: 'image/png', size: 9 }];
  const { comment } = account.simulator.addCustomerComment(OPEN_TICKET_ID, { body: 'See here', attachments });
  const path = `/api/v2/tickets/${OPEN_TICKET_ID}/comments/${comment?.id}/attachments/${comment?.attachments[0]?.id}`;
  const { body } = await account.send('PUT', `${path}/redact.json`, {});
  expect(body.attachment).toMatchObject({ file_name: 'redacted.txt', deleted: true });
  expect(JSON.stringify(account.simulator.state.audits(OPEN_TICKET_ID))).not.toContain('passport');
  expect((await events()).at(-1)).toMatchObject({
    type: 'zen:event-type:ticket.attachment_redacted_from_comment',
    event: { comment: { id: String(comment?.id) }, attachment: { id: String(comment?.attachments[0]?.id) } },
  });
});

it('deletes a ticket for a time, then for good', async () => {
  expect((await account.send('DELETE', `/api/v2/tickets/${OPEN_TICKET_ID}.json`)).status).toBe(204);
  expect((await account.get(`/api/v2/tickets/${OPEN_TICKET_ID}.json`)).status).toBe(404);
  expect((await account.get('/api/v2/deleted_tickets.json')).body.deleted_tickets).toMatchObject([{ id: 1 }]);
  expect((await account.send('DELETE', `/api/v2/deleted_tickets/${OPEN_TICKET_ID}.json`)).status).toBe(200);
  expect((await account.get('/api/v2/deleted_tickets.json')).body.deleted_tickets).toEqual([]);
  expect(() => account.simulator.state.ticket(OPEN_TICKET_ID)).toThrow();
  const seen = await events();
  expect(seen.map(({ type }) => type)).toEqual([TYPES[2], TYPES[3]]);
  expect(JSON.stringify(seen[1])).not.toContain('money');
});

it('deletes a user, who stays readable as not active', async () => {
  expect((await account.send('DELETE', `/api/v2/users/${CUSTOMER_ID}.json`)).status).toBe(200);
  expect((await account.send('DELETE', `/api/v2/users/${CUSTOMER_ID}.json`)).status).toBe(404);
  expect((await account.get(`/api/v2/users/${CUSTOMER_ID}.json`)).body.user.active).toBe(false);
  expect(await events()).toMatchObject([
    {
      type: 'zen:event-type:user.deleted',
      subject: `zen:user:${CUSTOMER_ID}`,
      detail: { id: String(CUSTOMER_ID), organization_id: '301', role: 'end-user', default_group_id: '0' },
      event: { meta: { sequence: { position: 1 } } },
    },
  ]);
});

it('does the same as actions of people', async () => {
  const { simulator } = account;
  const attachments = [{ fileName: 'a.png', contentType: 'image/png', size: 9 }];
  const { comment } = simulator.addCustomerComment(OPEN_TICKET_ID, { body: 'My card is 4111', attachments });
  simulator.redactComment(OPEN_TICKET_ID, comment?.id ?? 0, { attachments: true });
  expect(simulator.state.comments(OPEN_TICKET_ID).at(-1)?.plain_body).toBe('▇▇ ▇▇▇▇ ▇▇ ▇▇▇▇');
  simulator.deletePermanently(OPEN_TICKET_ID);
  simulator.deleteUser(CUSTOMER_ID);
  expect((await events()).map(({ type }) => type)).toEqual([TYPES[0], TYPES[1], TYPES[3], TYPES[4]]);
  expect(() => simulator.redactComment(CLOSED_TICKET_ID, 1)).toThrow('no comment 1');
  expect(() => simulator.deleteUser(1)).toThrow('no user 1');
});

it('does the same for other processes', async () => {
  const id = commentsOf(OPEN_TICKET_ID)[0]?.id;
  expect((await account.send('POST', `/_sim/tickets/${OPEN_TICKET_ID}/redact`, { commentId: id })).status).toBe(200);
  expect((await account.send('POST', `/_sim/tickets/${OPEN_TICKET_ID}/redact`, { commentId: 1 })).status).toBe(404);
  await account.send('POST', `/_sim/tickets/${OPEN_TICKET_ID}/delete`);
  await account.send('POST', `/_sim/tickets/${OPEN_TICKET_ID}/delete`, { permanently: true });
  expect((await events()).map(({ type }) => type)).toEqual([TYPES[0], TYPES[2], TYPES[3]]);
});
