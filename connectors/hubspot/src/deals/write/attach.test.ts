import { afterEach, describe, expect, test } from 'vitest';
import {
  attachment,
  type DealAccount,
  NO_SIGNAL,
  NOW,
  seedDeal,
  startDealAccount,
  untilDone,
} from '../testing/deal-account.ts';

let account: DealAccount | undefined;
afterEach(async () => account?.hubspot.close());

async function open() {
  account = await startDealAccount();
  const deal = seedDeal(account);
  const portal = account.hubspot.portal();
  return { ...account, portal, deal, resource: account.ref(deal.id) };
}

test('private files in a folder of the deal, and one note with them', async () => {
  const { portal, deal, deals, resource } = await open();
  const owner = portal.seed.owner();
  const receipt = await deals.attach(attachment(resource, { userId: String(owner.userId) }), NO_SIGNAL);
  const [note, ...others] = portal.state.notes(deal.id);
  const files = portal.state.files();
  expect(others).toEqual([]);
  expect(receipt).toEqual({
    kind: 'created',
    noteId: note?.id,
    fileIds: files.map(({ id }) => id),
    url: `https://app.hubspot.com/contacts/${portal.id}/record/0-3/${deal.id}`,
  });
  expect(files.map(({ name, access, folderPath }) => ({ name, access, folderPath }))).toEqual(
    ['rollout-v3-1a2b3c4d', 'rollout-v3-1a2b3c4d'].map((name) => ({
      name,
      access: 'PRIVATE',
      folderPath: `/draftsmith/deal-${deal.id}`,
    })),
  );
  expect(note?.properties).toMatchObject({
    hs_attachment_ids: files.map(({ id }) => id).join(';'),
    hubspot_owner_id: owner.id,
  });
  expect(portal.state.violations()).toEqual([]);
});

test('the same key leaves one note and one file of each name', async () => {
  const { portal, deal, deals, resource } = await open();
  const first = await deals.attach(attachment(resource), NO_SIGNAL);
  expect(await deals.attach(attachment(resource), NO_SIGNAL)).toEqual({ ...first, kind: 'already-there' });
  expect(portal.state.notes(deal.id)).toHaveLength(1);
  expect(portal.state.files()).toHaveLength(2);
});

test('a note whose answer is lost is found at once', async () => {
  const { hubspot, portal, deal, deals, resource } = await open();
  const match = { method: 'POST', path: /objects\/[\d-]+\/notes$/ };
  hubspot.faults.set({ match, times: 1, response: { afterEffect: 'reset' } });
  const { kind, noteId } = await deals.attach(attachment(resource), NO_SIGNAL);
  expect([kind, noteId]).toEqual(['created', portal.state.notes(deal.id)[0]?.id]);
});

test('a new version is a new note with new files; what a person changed stays', async () => {
  const { portal, deal, deals, resource } = await open();
  const first = await deals.attach(attachment(resource), NO_SIGNAL);
  portal.acts.update('notes', first.noteId, { hs_note_body: 'My own words' });
  const files = [{ name: 'rollout-v4-5e6f7a8b.pdf', contentType: 'application/pdf', bytes: Buffer.from('four') }];
  const second = await deals.attach(attachment(resource, { idempotencyKey: 'version-4', files }), NO_SIGNAL);
  expect(second.kind).toBe('created');
  expect(portal.state.record('notes', first.noteId)?.properties.hs_note_body).toBe('My own words');
  expect(portal.state.notes(deal.id)).toHaveLength(2);
  expect(portal.state.files()).toHaveLength(3);
});

test('it is found behind many newer notes', async () => {
  const { portal, deal, deals, resource } = await open();
  const first = await deals.attach(attachment(resource), NO_SIGNAL);
  portal.seed.activities(250, [['deals', deal.id]], () => ({
    object: 'notes',
    properties: { hs_note_body: 'Newer', hs_timestamp: NOW.getTime() },
  }));
  expect(await deals.attach(attachment(resource), NO_SIGNAL)).toMatchObject({
    kind: 'already-there',
    noteId: first.noteId,
  });
});

test('a note that a batch leaves out is not written again', async () => {
  const { hubspot, portal, deal, deals, resource } = await open();
  await deals.attach(attachment(resource), NO_SIGNAL);
  hubspot.partial.set({ path: /notes\/batch\/read/, inputs: () => true });
  const again = await untilDone(() => deals.attach(attachment(resource), NO_SIGNAL), 1);
  expect(again.kind).toBe('already-there');
  expect(portal.state.notes(deal.id)).toHaveLength(1);
});

test('whom HubSpot does not know owns nothing', async () => {
  const { portal, deal, deals, resource } = await open();
  await deals.attach(attachment(resource, { userId: '404' }), NO_SIGNAL);
  expect(portal.state.notes(deal.id)[0]?.properties.hubspot_owner_id ?? null).toBeNull();
});

test('a deal that is gone is told so, and nothing is written', async () => {
  const { portal, deal, deals, resource } = await open();
  portal.acts.archive('deals', deal.id);
  await expect(deals.attach(attachment(resource), NO_SIGNAL)).rejects.toMatchObject({ code: 'resource-gone' });
  expect(portal.state.files()).toEqual([]);
});

test('a token of another account writes nothing', async () => {
  const { portal, deal, hubspot } = await open();
  const { createHubSpotClient } = await import('../../client.ts');
  const { createDealConnection } = await import('../connection.ts');
  const ports = { now: () => NOW, warn: () => undefined };
  const client = createHubSpotClient({
    baseUrl: hubspot.baseUrl,
    accessToken: async () => portal.staticToken(),
    ...ports,
  });
  const other = createDealConnection(client, { portalId: '1' }, ports);
  const resource = { connector: 'hubspot', account: '1', type: 'deal', id: deal.id };
  await expect(other.attach(attachment(resource), NO_SIGNAL)).rejects.toMatchObject({ code: 'hubspot.other-account' });
  expect(portal.state.files()).toEqual([]);
});

describe('who must agree', () => {
  const task = { subject: 'Agree to Rollout?', body: 'Total: <€5>\n\nPlease look.', dueAt: '2026-11-21T10:00:00.000Z' };

  test('gets one task on the deal', async () => {
    const { portal, deal, deals, resource } = await open();
    const approver = portal.seed.owner().id;
    const write = { resource, idempotencyKey: 'version-3', approver, ...task };
    const { taskId } = await deals.askApproval(write, NO_SIGNAL);
    expect(await deals.askApproval(write, NO_SIGNAL)).toEqual({ taskId });
    const [made, ...others] = portal.state.tasks(deal.id);
    expect(others).toEqual([]);
    expect(made).toMatchObject({
      id: taskId,
      properties: { hs_task_subject: 'Agree to Rollout?', hubspot_owner_id: approver, hs_task_status: 'NOT_STARTED' },
    });
    expect(made?.properties.hs_timestamp).toBe('2026-11-21T10:00:00Z');
    expect(made?.properties.hs_task_body).toMatch(
      /^<p>Total: &lt;€5&gt;<\/p><p>Please look.<\/p><p>Draftsmith: ds-[0-9a-f]{16}<\/p>$/,
    );
  });
});
