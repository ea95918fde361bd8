import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccount, type TestAccount } from '../test-account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount();
});
afterAll(() => account.simulator.close());

const NOTES = '/crm/objects/2026-03/notes/batch';
const note = (body: string, more = {}) => ({
  properties: { hs_timestamp: '2026-11-12T15:48:22Z', hs_note_body: body },
  ...more,
});

describe('batches', () => {
  it('read what there is and name what is not', async () => {
    const id = account.portal.seed.activity('notes', { hs_note_body: 'kept' }, []);
    const { status, body } = await account.send('POST', `${NOTES}/read`, {
      properties: ['hs_note_body', 'nonsense'],
      inputs: [{ id }, { id: '7' }, { id: '8' }],
    });
    expect(status).toBe(207);
    expect(body.results.map((one: { id: string }) => one.id)).toEqual([id]);
    expect(body.errors).toEqual([
      expect.objectContaining({ category: 'OBJECT_NOT_FOUND', context: { ids: ['7', '8'] } }),
    ]);
    expect(body.numErrors).toBe(1);
  });

  it('refuse repeated ids and more than 100', async () => {
    const repeated = await account.send('POST', `${NOTES}/read`, { inputs: [{ id: '5' }, { id: '5' }] });
    expect(repeated.status).toBe(400);
    expect(repeated.body.message).toBe('Duplicate IDs found in batch input: [5]. IDs must be unique');
    const inputs = Array.from({ length: 101 }, (_, index) => ({ id: String(index) }));
    expect((await account.send('POST', `${NOTES}/read`, { inputs })).status).toBe(400);
  });

  it('create all or nothing without trace ids, and the rest with them', async () => {
    const bad = { properties: { hs_note_body: 'no time' } };
    const before = account.portal.state.notes().length;
    expect((await account.send('POST', `${NOTES}/create`, { inputs: [note('a'), bad] })).status).toBe(400);
    expect(account.portal.state.notes()).toHaveLength(before);
    const inputs = [note('a', { objectWriteTraceId: '0' }), { ...bad, objectWriteTraceId: '1' }];
    const { status, body } = await account.send('POST', `${NOTES}/create`, { inputs });
    expect(status).toBe(207);
    expect(body.results).toEqual([expect.objectContaining({ objectWriteTraceId: '0' })]);
    expect(body.errors[0].context.objectWriteTraceId).toEqual(['1']);
    expect(account.portal.state.notes()).toHaveLength(before + 1);
  });

  it('update many and archive many', async () => {
    const ids = [1, 2].map((number) => account.portal.seed.activity('notes', { hs_note_body: `n${number}` }, []));
    const inputs = ids.map((id) => ({ id, properties: { hs_note_body: 'new' } }));
    const { status, body } = await account.send('POST', `${NOTES}/update`, { inputs });
    expect([status, body.results.length]).toEqual([200, 2]);
    expect((await account.send('POST', `${NOTES}/archive`, { inputs: ids.map((id) => ({ id })) })).status).toBe(204);
    expect(account.portal.state.record('notes', ids[0]!)).toBeUndefined();
  });

  it('can be made to fail in part', async () => {
    account.simulator.partial.set({ path: /notes\/batch\/create/, inputs: (index) => index === 1 });
    const inputs = ['a', 'b', 'c'].map((body, index) => note(body, { objectWriteTraceId: String(index) }));
    const { status, body } = await account.send('POST', `${NOTES}/create`, { inputs });
    expect([status, body.results.length, body.errors[0].context]).toEqual([207, 2, { objectWriteTraceId: ['1'] }]);
    expect((await account.send('POST', `${NOTES}/create`, { inputs })).status).toBe(201);
  });
});
