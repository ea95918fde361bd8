import type { ZendeskSeed, ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { afterEach, describe, expect, test } from 'vitest';
import { AGENT, CUSTOMER, connectTo, seedOf, startAccount, TICKET, ticketRef } from '../testing/account.ts';

const { signal } = new AbortController();
let simulator: ZendeskSimulator;
afterEach(() => simulator.close());

/** The ticket's last comment is the customer's question. */
async function open(change?: (seed: ZendeskSeed) => void) {
  simulator = await startAccount(seedOf(change));
  const revision = String(simulator.state.comments(TICKET).at(-1)?.id);
  const after = () => connectTo(simulator).connection.replyAfter?.(ticketRef(), revision, signal);
  return { revision, after };
}

describe('what followed a customer’s message', () => {
  test('nothing yet: notes speak to nobody', async () => {
    const { after } = await open();
    simulator.addAgentComment(TICKET, { body: 'Ask Ada', public: false });
    expect(await after()).toEqual({ kind: 'nothing' });
  });

  test('the first public comment of staff, as text, with when it was asked', async () => {
    const { after } = await open();
    simulator.addAgentComment(TICKET, { body: 'Ask Ada', public: false });
    const { comment } = simulator.addAgentComment(TICKET, 'Five days.');
    simulator.addAgentComment(TICKET, 'Or six.');
    simulator.addCustomerComment(TICKET, 'Thanks!');
    simulator.setStatus(TICKET, 'solved');
    expect(await after()).toMatchObject({
      kind: 'reply',
      id: String(comment?.id),
      text: 'Five days.',
      by: String(AGENT),
      askedAt: '2026-11-20T09:30:00Z',
    });
  });

  test('a reply from before the message is none', async () => {
    const { after } = await open((seed) => {
      seed.tickets[0]?.comments.splice(-1, 0, {
        authorId: AGENT,
        public: true,
        body: 'Soon.',
        createdAt: '2026-11-20T09:25:00Z',
      });
    });
    expect(await after()).toEqual({ kind: 'nothing' });
  });

  test('the customer again, before anybody answered', async () => {
    const { after } = await open();
    simulator.addCustomerComment(TICKET, { body: 'Hello?', authorId: CUSTOMER });
    simulator.addAgentComment(TICKET, 'Five days.');
    expect(await after()).toEqual({ kind: 'customer' });
  });

  test.each(['solved', 'closed'] as const)('%s without an answer', async (status) => {
    const { after } = await open();
    simulator.setStatus(TICKET, status);
    expect(await after()).toEqual({ kind: 'ended' });
  });

  test('merged into another ticket: what the merge wrote is no answer', async () => {
    const { after } = await open((seed) => {
      const [first] = seed.tickets;
      if (first) seed.tickets.push({ ...first, id: 2 });
    });
    simulator.merge(2, [TICKET]);
    expect(await after()).toEqual({ kind: 'ended' });
  });

  test('a ticket that is gone, or deleted', async () => {
    const { revision, after } = await open();
    simulator.softDelete(TICKET);
    expect(await after()).toEqual({ kind: 'gone' });
    expect(await connectTo(simulator).connection.replyAfter?.(ticketRef(404), revision, signal)).toEqual({
      kind: 'gone',
    });
  });

  test('a message that is not there any more', async () => {
    await open();
    simulator.addAgentComment(TICKET, 'Five days.');
    expect(await connectTo(simulator).connection.replyAfter?.(ticketRef(), '404', signal)).toEqual({ kind: 'nothing' });
  });

  test('of a long ticket only the pages behind the message are read', async () => {
    const { after } = await open((seed) => {
      const old = { authorId: AGENT, public: true, body: 'Old.', createdAt: '2026-11-19T09:00:00Z' };
      seed.tickets[0]?.comments.unshift(...Array.from({ length: 250 }, () => old));
    });
    simulator.addAgentComment(TICKET, 'Five days.');
    expect(await after()).toMatchObject({ kind: 'reply', text: 'Five days.' });
  });
});
