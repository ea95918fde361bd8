import { AppError } from '@draftsmith/errors';
import { type HubSpotSimulator, PUBLISHED_LIMITS } from '@draftsmith/simulators/hubspot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AssociationTypes, createHubSpotClient, type HubSpotClient } from './client.ts';
import { clientFor } from './client-for.ts';
import { DEAL, PORTAL, portsWith, settingsFor, startAccount, tokenOf } from './testing/account.ts';

const { signal } = new AbortController();
let hubspot: HubSpotSimulator;
let client: HubSpotClient;
beforeEach(async () => {
  hubspot = await startAccount();
  client = clientFor(settingsFor(hubspot), portsWith());
});
afterEach(() => hubspot.close());

const noteOnDeal = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: AssociationTypes.noteToDeal } as const;
const newNote = {
  properties: { hs_timestamp: '2026-11-20T10:00:00Z', hs_note_body: '<p>Draft</p>' },
  associations: [{ to: DEAL, types: [noteOnDeal] }],
};
const codeOf = (value: Promise<unknown>) =>
  value.then(
    () => 'fine',
    (thrown) => (thrown instanceof AppError ? (thrown.code ?? thrown.kind) : String(thrown)),
  );

test('a note with its file lands on the deal, and is read back with its links', async () => {
  const file = {
    name: 'P-1.pdf',
    contentType: 'application/pdf',
    bytes: Buffer.from('%PDF'),
    folderPath: '/Draftsmith/904',
  };
  const first = await client.uploadFile(file, signal);
  expect((await client.uploadFile(file, signal)).id).toBe(first.id);
  const note = await client.createObject(
    'notes',
    { ...newNote, properties: { ...newNote.properties, hs_attachment_ids: first.id } },
    signal,
  );
  const links = await client.associations('deals', DEAL, 'notes', signal);
  expect(links.map(({ id }) => id)).toContain(note.id);
  const { found, missing } = await client.batchRead('notes', [note.id, '999999999'], ['hs_note_body'], signal);
  expect([found[0]?.properties.hs_note_body, missing]).toEqual(['<p>Draft</p>', ['999999999']]);
  const { state } = hubspot.portal(PORTAL);
  expect(state.files().map(({ access }) => access)).toEqual(['PRIVATE']);
  expect(state.violations()).toEqual([]);
});

test('links come whole, however many pages they take', async () => {
  hubspot.portal(PORTAL).seed.activities(620, [['deals', DEAL]], (index) => ({
    object: 'notes',
    properties: { hs_note_body: String(index) },
  }));
  expect(await client.associations('deals', DEAL, 'notes', signal)).toHaveLength(621);
  const links = await client.batchAssociations('deals', [DEAL, '123'], 'contacts', signal);
  expect([links.get(DEAL)?.length, links.get('123')]).toEqual([1, []]);
});

test('the account is read: owners, stages, the meaning of a discount', async () => {
  expect((await client.accountInfo(signal)).timeZone).toBe('US/Eastern');
  const [owner] = await client.owners(signal);
  expect(await client.owner(owner?.userId ?? '', 'userId', signal)).toEqual(owner);
  const [pipeline] = await client.pipelines('deals', signal);
  expect(pipeline?.stages.find(({ id }) => id === 'closedwon')?.metadata?.isClosed).toBe('true');
  expect((await client.property('line_items', 'discount', signal))?.label).toMatch(/unit discount/i);
  expect(await client.property('line_items', 'no_such', signal)).toBeUndefined();
});

test('refusals have their names', async () => {
  expect(await codeOf(client.getObject('deals', '1', ['dealname'], signal))).toBe('resource-gone');
  const unknown = { properties: { hs_timestamp: '2026-11-20T10:00:00Z', no_such: 'x' } };
  expect(await codeOf(client.createObject('notes', unknown, signal))).toBe('hubspot.refused');
  const poor = clientFor(settingsFor(hubspot, hubspot.portal(PORTAL).staticToken(['oauth'])), portsWith());
  await expect(poor.getObject('deals', DEAL, [], signal)).rejects.toMatchObject({
    code: 'hubspot.missing-scopes',
    message: expect.stringContaining('crm.objects.deals.read'),
  });
});

test('a write whose answer is lost is told as unknown, and was made once', async () => {
  const match = { method: 'POST', path: /objects\/.*notes$/ };
  hubspot.faults.set({ match, times: 1, response: { afterEffect: 'reset' } });
  const before = hubspot.portal(PORTAL).state.notes(DEAL).length;
  await expect(client.createObject('notes', newNote, signal)).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'http.network',
    retryable: true,
  });
  expect(hubspot.portal(PORTAL).state.notes(DEAL)).toHaveLength(before + 1);
});

test('an answer that begins and never ends is a timeout', async () => {
  hubspot.stall(/deals/);
  const hasty = createHubSpotClient({
    ...portsWith(),
    baseUrl: hubspot.baseUrl,
    accessToken: async () => tokenOf(hubspot),
    deadlineMs: 150,
  });
  expect(await codeOf(hasty.getObject('deals', DEAL, [], signal))).toBe('http.timeout');
});

test('limits of HubSpot are told with when to come back', async () => {
  const small = await startAccount({ limits: { ...PUBLISHED_LIMITS, burst: 2, searchPerSecond: 1 } });
  try {
    const limited = clientFor(settingsFor(small), portsWith());
    const read = () => limited.getObject('deals', DEAL, ['dealname'], signal);
    await read();
    await read();
    await expect(read()).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 10_000 });
    const search = () => limited.search('deals', { filters: [], properties: [], limit: 1 }, signal);
    await search();
    await expect(search()).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 1_000 });
  } finally {
    await small.close();
  }
});
