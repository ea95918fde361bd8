import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPEN_TICKET_ID } from '../sample-seed.ts';
import { type Account, openAccount } from '../test-account.ts';

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.simulator.close());

const path = `/api/v2/tickets/${OPEN_TICKET_ID}.json`;
const stamp = () => account.simulator.state.ticket(OPEN_TICKET_ID).updated_at;
const write = (updatedStamp: string | undefined, text = 'x') =>
  account.send('PUT', path, {
    ticket: { comment: { body: text, public: false }, safe_update: true, updated_stamp: updatedStamp },
  });

describe('safe update', () => {
  it('writes on a fresh stamp, whatever its spelling of the instant', async () => {
    expect((await write(stamp())).status).toBe(200);
    account.advance(1_000);
    expect((await write(stamp().replace('Z', '+00:00'))).status).toBe(200);
  });

  it('answers 409 and writes nothing when somebody was first', async () => {
    const seen = stamp();
    account.simulator.addCustomerComment(OPEN_TICKET_ID, 'One more thing');
    const { status, body } = await write(seen);
    expect(status).toBe(409);
    expect(body).toEqual({
      error: 'UpdateConflict',
      description: 'Safe Update prevented the update due to outdated ticket data.',
    });
    expect(account.simulator.state.notes(OPEN_TICKET_ID)).toEqual([]);
  });

  it.each([undefined, '', 'yesterday'])('refuses the stamp %s instead of protecting nothing', async (value) => {
    expect((await write(value)).status).toBe(422);
  });

  it('does not look at the stamp unless safe_update is set', async () => {
    const body = { ticket: { comment: { body: 'x' }, updated_stamp: '2020-01-01T00:00:00Z' } };
    expect((await account.send('PUT', path, body)).status).toBe(200);
  });

  it('lets exactly one of many writers through, if the clock moved between their read and their write', async () => {
    const seen = stamp();
    account.advance(5_000);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => write(seen, `writer ${index}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...new Array(9).fill(409)]);
    expect(account.simulator.state.notes(OPEN_TICKET_ID)).toHaveLength(1);
  });

  it('cannot see a second change within the same second, as in Zendesk', async () => {
    await write(stamp());
    const seen = stamp();
    account.advance(400);
    account.simulator.addCustomerComment(OPEN_TICKET_ID, 'Quick');
    expect(stamp()).toBe(seen);
    expect((await write(seen)).status).toBe(200);
    account.advance(1_000);
    account.simulator.addCustomerComment(OPEN_TICKET_ID, 'Slow');
    expect((await write(seen)).status).toBe(409);
  });
});
