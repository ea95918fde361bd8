import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listAudit } from '@draftsmith/audit';
import { type Database, openDatabase } from '@draftsmith/database';
import { auditLog, drafts, erasures, proposals, proposalWrites } from '@draftsmith/database/schema';
import { createDraftStore } from '@draftsmith/drafting';
import { silentLogger } from '@draftsmith/logger';
import { createPeopleIndex, createPeopleNotes } from '@draftsmith/personal-data';
import { createProposalPeople } from '@draftsmith/proposals';
import { aStoredVersion } from '@draftsmith/proposals/testing';
import express from 'express';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { errorHandler } from '../http/errors.ts';
import { operatorRouter } from '../operator/router.ts';
import { personRoutes } from '../person/person-routes.ts';
import { configuredRetention } from '../retention/configured-retention.ts';
import { retentionRoutes } from '../retention/retention-routes.ts';
import { openSealing, type Sealing } from '../secrets/open-sealing.ts';
import { readServerSettings } from '../settings.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand } from './export.ts';
import { retentionCommand } from './retention.ts';
import { environmentOf } from './testing.ts';

const ID = '00000000-0000-8000-8000-000000000001';
let folder: string;
let raw: Record<string, string>;
/** A server that holds the embedded database: what the commands ask. */
let held: { database: Database; server: Server; sealing: Sealing };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draftsmith-person-'));
  const settings = readServerSettings({ DRAFTSMITH_DATA: folder });
  const database = await openDatabase({ dataDir: folder });
  const sealing = await openSealing(settings, database.orm, new Date());
  held = { database, sealing, server: createServer() };
  await new Promise<void>((listening) => held.server.listen(0, '127.0.0.1', listening));
});
beforeEach(async () => {
  const { database, sealing, server } = held;
  const { port } = server.address() as AddressInfo;
  raw = { DRAFTSMITH_DATA: folder, DRAFTSMITH_CACHE_HOURS: '0', PORT: String(port) };
  for (const table of [drafts, proposals, auditLog, erasures]) await database.orm.delete(table);
  await aDraftOfAnna(database, sealing);
  serveWith({});
});
afterAll(async () => {
  await new Promise((closed) => held.server.close(closed).closeAllConnections());
  await held.database.close();
  await rm(folder, { recursive: true });
});

function serveWith(settings: Record<string, string>): void {
  const { database, sealing, server } = held;
  const { orm } = database;
  const acts = [
    personRoutes({ orm, sealing, purgeAnswers: async () => 'Redis does not answer' }),
    retentionRoutes(configuredRetention(orm, readServerSettings(settings))),
  ];
  const app = express().use('/operator', operatorRouter(orm, readServerSettings({}), acts));
  server.removeAllListeners('request').on('request', app.use(errorHandler(silentLogger)));
}

async function aDraftOfAnna(database: Database, { sealer, peopleKey }: Sealing): Promise<void> {
  const job = { connector: 'zendesk', account: 'acme', resourceType: 'ticket', resourceId: '17', deliveryId: 'd1' };
  await createDraftStore(database, sealer).save({
    ...{ ...job, id: ID, revision: 'r1', state: 'drafted', outcome: { kind: 'drafted' }, artefactId: 'n5' },
    ...{ subject: 'Refund', customerName: 'Anna Weber', text: 'Dear Anna', citations: [], check: null },
    receivedAt: secondsAgo(21 * DAY),
  });
  const { note } = createPeopleNotes(database, createPeopleIndex(peopleKey));
  await note(ID, [{ name: 'Anna Weber', email: 'anna@example.org' }]);
}

const DAY = 24 * 60 * 60;
const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000);

async function run(command: 'erase' | 'export' | 'retention', ...args: string[]) {
  const { environment, out, said } = environmentOf({ raw });
  const commands = { erase: eraseCommand, export: exportCommand, retention: retentionCommand };
  await commands[command](environment, { width: 100 }).parseAsync(args, { from: 'user' });
  return { out: out.join('\n'), said: said.join('\n') };
}

const acts = async (action: string) => (await listAudit(held.database.orm, { limit: 9, action })).items;

test('a look, the erasure, and nothing left for another look', async () => {
  const look = await run('erase', '--email', 'Anna@example.org');
  expect(look.out).toMatch(/^Would be erased: 1 draft, with all that belongs to it\./);
  expect(look.out).toMatch(/\d\d:\d\d +zendesk\/acme +ticket 17 +drafted +email +n5/);
  expect(look.out).toMatch(/1 note stands in the source system/);
  expect(look.out).toMatch(/Nothing was changed\. The same command with --yes erases\./);
  const done = await run('erase', '--email', 'anna@example.org', '--yes', '--json');
  expect(JSON.parse(done.out)).toMatchObject({ done: true, drafts: [{ id: ID, foundBy: ['email'] }] });
  expect((await run('erase', '--email', 'anna@example.org')).out).toMatch(/^No draft or proposal is about this person/);
  const recorded = await acts('data');
  expect(recorded).toMatchObject([{ actor: { kind: 'command' }, action: 'data.erased', detail: { drafts: 1 } }]);
  expect(JSON.stringify(recorded)).not.toMatch(/anna/i);
});

test('proposals for deals are found, handed out and erased as well; what stands in the source system is listed', async () => {
  await aProposalFor('carl@example.org');
  const look = (await run('erase', '--email', 'carl@example.org')).out;
  expect(look).toMatch(/^Would be erased: 1 proposal, with all that belongs to it\./);
  expect(look).toMatch(/proposals +1$/m);
  expect(look).toMatch(/\d\d:\d\d +crm\/acme +deal 77 +email +note n1, file f1/);
  expect(look).toMatch(/Out of reach: what proposals left in the source system/);

  const path = join(folder, 'carl.json');
  expect((await run('export', '--email', 'carl@example.org', '--out', path)).said).toMatch(/^0 drafts and 1 proposal /);
  const exported = JSON.parse(await readFile(path, 'utf8'));
  expect(exported.proposals).toMatchObject([
    { dealName: 'Website relaunch', versions: [{ number: 1 }], completions: [] },
  ]);
  const explained = Object.keys(exported.fields).flatMap((line) => line.replace('proposals.', '').split(', '));
  expect(explained).toEqual(expect.arrayContaining(Object.keys(exported.proposals[0])));

  expect((await run('erase', '--email', 'carl@example.org', '--yes')).out).toMatch(/^Erased: 1 proposal/);
  expect(await held.database.orm.select().from(proposals)).toMatchObject([{ about: null, forgottenWhy: 'request' }]);
  expect((await run('erase', '--email', 'carl@example.org')).out).toMatch(/^No draft or proposal is about/);
  expect(await acts('data.erased')).toMatchObject([{ detail: { drafts: 0, proposals: 1 } }]);
});

async function aProposalFor(email: string): Promise<void> {
  const { database, sealing } = held;
  const made = await aStoredVersion({ database, sealer: sealing.sealer });
  const index = createPeopleIndex(sealing.peopleKey);
  await createProposalPeople(database.orm, index, () => new Date()).note(made, [{ email }]);
  const written = { kind: 'attach' as const, state: 'done' as const, artefactIds: ['n1', 'f1'] };
  await database.orm.insert(proposalWrites).values({
    ...{ ...written, proposalId: made.proposalId, number: 1, idempotencyKey: 'k' },
    ...{ startedAt: new Date(), doneAt: new Date() },
  });
}

test('what was found by a name alone is said', async () => {
  expect((await run('erase', '--name', 'weber anna')).out).toMatch(/1 of them was found by the name alone/);
});

test('an export is opened, explained, and for its owner only', async () => {
  const path = join(folder, 'anna.json');
  const { out, said } = await run('export', '--name', 'Anna Weber', '--out', path);
  expect([out, said]).toEqual(['', `1 draft written to ${path}`]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const exported = JSON.parse(await readFile(path, 'utf8'));
  expect(exported.drafts[0].words).toMatchObject({ subject: 'Refund', customerName: 'Anna Weber', text: 'Dear Anna' });
  expect(exported.fields['drafts.words']).toMatch(/suggested text/);
  await expect(run('export', '--name', 'Anna Weber', '--out', path)).rejects.toMatchObject({
    message: `--out: ${path} cannot be written (it exists already)`,
  });
  expect(await acts('data.exported')).toHaveLength(2);
});

test('where nobody can be meant, what was expected is said, before anything is opened or asked', async () => {
  raw = { DRAFTSMITH_DATA: join(folder, 'nowhere') };
  await expect(run('erase', '--yes')).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringMatching(/Expected an e-mail address/),
  });
  await expect(run('export', '--phone', '12')).rejects.toMatchObject({
    message: expect.stringMatching(/at least six digits/),
  });
});

test('what is kept for how long, and what goes', async () => {
  const kept = (await run('retention')).out;
  expect(kept).toMatch(/drafts +words of drafts, and whom they are about +180 +0/);
  expect(kept).not.toMatch('--run');
  serveWith({ DRAFTSMITH_RETENTION: 'drafts=21' });
  const due = (await run('retention')).out;
  expect(due).toMatch(/drafts .* 21 +1/);
  expect(due).toMatch(/--run does it at once\./);
  expect(JSON.parse((await run('retention', '--run', '--json')).out)).toMatchObject({ removed: { drafts: 1 } });
  expect((await run('retention')).out).toMatch(/drafts .* 21 +0/);
  expect(await acts('retention')).toMatchObject([{ actor: { kind: 'system' }, detail: { drafts: 1 } }]);
});

test('no browser may ask the server, and what it is asked has one form', async () => {
  const send = (headers: Record<string, string>, body: string) =>
    fetch(`http://127.0.0.1:${raw.PORT}/operator/person/erase`, { method: 'POST', headers, body });
  const json = { 'content-type': 'application/json' };
  const anna = JSON.stringify({ emails: ['anna@example.org'], phones: [], names: [], accountNumbers: [] });
  expect((await send({ ...json, origin: 'http://localhost' }, anna)).status).toBe(403);
  // What a form of a page could send, were it not for its origin.
  expect((await send({ 'content-type': 'text/plain' }, anna)).status).toBe(400);
  expect((await send(json, '{"emails":["anna@example.org"]}')).status).toBe(400);
  expect(await acts('data')).toEqual([]);
  expect((await run('erase', '--email', 'anna@example.org', '--yes')).out).toMatch(
    /cached answers: Redis does not answer\./,
  );
});

test('without a server, the commands open the database themselves', async () => {
  const alone = await mkdtemp(join(tmpdir(), 'draftsmith-person-'));
  raw = { DRAFTSMITH_DATA: alone };
  const database = await openDatabase({ dataDir: alone });
  await aDraftOfAnna(database, await openSealing(readServerSettings(raw), database.orm, new Date()));
  await database.close();
  const { out } = await run('erase', '--email', 'anna@example.org', '--yes');
  expect(out).toMatch(/^Erased: 1 draft/);
  expect(out).toMatch(/cached answers: None are kept while no server runs\./);
  raw.DRAFTSMITH_RETENTION = 'drafts=soon';
  await expect(run('retention')).rejects.toMatchObject({
    message: expect.stringMatching(/^DRAFTSMITH_RETENTION: expected kinds/),
  });
  await rm(alone, { recursive: true });
});
