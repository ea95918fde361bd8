import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listAudit } from '@draftsmith/audit';
import { openDatabase } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { createDraftStore, openContent } from '@draftsmith/drafting';
import { createPeopleIndex } from '@draftsmith/personal-data';
import { exportProposals } from '@draftsmith/proposals';
import { aStoredVersion } from '@draftsmith/proposals/testing';
import { createSealer, openKeyFile } from '@draftsmith/sealing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSealing } from '../secrets/open-sealing.ts';
import { keyCommand } from './key.ts';
import { environmentOf } from './testing.ts';

let DRAFTSMITH_DATA: string;
beforeEach(async () => {
  DRAFTSMITH_DATA = await mkdtemp(join(tmpdir(), 'draftsmith-key-'));
});
afterEach(() => rm(DRAFTSMITH_DATA, { recursive: true, force: true }));

let time: Date;
beforeEach(() => {
  time = new Date('2026-11-22T12:00:00Z');
});
const now = () => time;

async function run(args: string, raw = {}): Promise<string> {
  const { environment, out } = environmentOf({ raw: { DRAFTSMITH_DATA, ...raw } });
  await keyCommand(environment, { now, width: 120 }).parseAsync(args.split(' '), { from: 'user' });
  return out.join('\n');
}

async function withDatabase<Result>(work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<Result>) {
  const database = await openDatabase({ dataDir: DRAFTSMITH_DATA });
  return work(database).finally(() => database.close());
}

const fill = (DRAFTSMITH_KEYS?: string) =>
  withDatabase(async (database) => {
    const { sealer } = await openSealing({ DRAFTSMITH_DATA, DRAFTSMITH_KEYS }, database.orm, now());
    const row = { connector: 'desk', account: 'acme', resourceType: 'ticket', deliveryId: 'd' };
    const store = createDraftStore(database, sealer);
    for (const resourceId of ['1', '2', '3'])
      await store.save({
        ...{ ...row, id: crypto.randomUUID(), resourceId, state: 'drafted', receivedAt: now() },
        ...{ subject: 'Refund', text: `Dear customer ${resourceId}` },
      });
  });

const keyFile = () => {
  const ring = openKeyFile(join(DRAFTSMITH_DATA, 'keys.json'));
  if (!ring) throw new Error('there is a key file');
  return ring;
};
const texts = () =>
  withDatabase(async ({ orm }) => {
    const sealer = createSealer(keyFile());
    return (await orm.select().from(drafts)).map((row) => openContent(sealer, row).text).sort();
  });
const TEXTS = ['Dear customer 1', 'Dear customer 2', 'Dear customer 3'];

test('a rotation seals everything with a new key, then the old one can go; all of it is on record', async () => {
  await fill();
  const [first] = keyFile().keys();
  expect(await run('show')).toMatch(new RegExp(`${first.id} +2026-11-22 12:00 +seals and opens +4$`, 'm'));

  expect(await run('rotate')).toMatch(
    /^A new key, [0-9a-f]{12}, seals from now on\.\n5 drafts, proposals and secrets are/,
  );
  const [second, ...others] = keyFile().keys();
  expect(others.map(({ id }) => id)).toEqual([first.id]);
  expect(await texts()).toEqual(TEXTS);
  const shown = await run('show');
  expect(shown).toMatch(new RegExp(`${second.id} .*seals and opens +5$`, 'm'));
  expect(shown).toMatch(new RegExp(`${first.id} .*opens only +0$`, 'm'));

  await expect(run('rotate --discard-old')).rejects.toMatchObject({ message: expect.stringContaining('in a minute') });
  time = new Date('2026-11-22T12:05:00Z');
  expect(await run('rotate --discard-old')).toContain(first.id);
  expect(keyFile().keys()).toHaveLength(1);
  expect(await texts()).toEqual(TEXTS);
  expect(await run('rotate --discard-old')).toBe('There is one key only: nothing to discard.');

  const { items } = await withDatabase(({ orm }) => listAudit(orm, { limit: 10 }));
  expect(items.map(({ action }) => action).sort()).toEqual(['key.discarded', 'key.made', 'key.resealed']);
});

test('proposals are counted, and each version and request opens without the old key', async () => {
  await fill();
  await withDatabase(async (database) => {
    const { sealer } = await openSealing({ DRAFTSMITH_DATA, DRAFTSMITH_KEYS: undefined }, database.orm, now());
    for (let version = 1; version <= 3; version += 1) await aStoredVersion({ database, sealer });
  });
  const [first] = keyFile().keys();
  // The deal with all its versions and requests is one.
  expect(await run('show')).toMatch(new RegExp(`${first.id} .*seals and opens +5$`, 'm'));
  await run('rotate');
  expect(await run('show')).toMatch(new RegExp(`${first.id} .*opens only +0$`, 'm'));
  time = new Date('2026-11-22T12:05:00Z');
  await run('rotate --discard-old');
  const exported = await withDatabase(({ orm }) =>
    exportProposals(
      { orm, index: createPeopleIndex(Buffer.alloc(32, 7)), sealer: createSealer(keyFile()) },
      // Whom the requests name: they open, too.
      { emails: [], phones: [], names: ['Anna Weber'], accountNumbers: [] },
    ),
  );
  expect(exported).toMatchObject([
    {
      dealName: 'Website relaunch',
      versions: [1, 2, 3].map((number) => ({ number, content: { title: 'Website relaunch' } })),
    },
  ]);
});

test('a version that an older key sealed is as good a reason to keep it as a draft', async () => {
  await fill();
  await run('rotate');
  const [, old] = keyFile().keys();
  if (!old) throw new Error('there are two keys');
  time = new Date('2026-11-22T13:00:00Z');
  await withDatabase((database) => aStoredVersion({ database, sealer: createSealer({ keys: () => [old] }) }));
  await expect(run('rotate --discard-old')).rejects.toMatchObject({ message: expect.stringMatching(/^1 draft, prop/) });
  await run('rotate');
  expect(await run('rotate --discard-old')).toContain('discarded');
});

test('no command ever prints a key', async () => {
  await fill();
  const said = [await run('rotate'), await run('show'), await run('show --json')].join('\n');
  const { keys } = JSON.parse(await readFile(join(DRAFTSMITH_DATA, 'keys.json'), 'utf8')) as {
    keys: { key: string }[];
  };
  expect(keys).toHaveLength(2);
  for (const { key } of keys) expect(said).not.toContain(key);
});

test('an old key that something still needs stays, and the fix is said', async () => {
  await fill();
  await run('rotate');
  const [, old] = keyFile().keys();
  time = new Date('2026-11-22T13:00:00Z');
  await withDatabase(async (database) => {
    if (!old) throw new Error('there are two keys');
    const behind = createDraftStore(database, createSealer({ keys: () => [old] }));
    const row = { connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: '4', deliveryId: 'd' };
    await behind.save({
      ...row,
      id: crypto.randomUUID(),
      state: 'drafted',
      receivedAt: now(),
      text: 'Dear customer 4',
    });
  });
  await expect(run('rotate --discard-old')).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringMatching(
      /^1 draft, proposal or secret still needs the key [0-9a-f]{12}: run draftsmith key rotate first. What that leaves alone as changed keeps the key/,
    ),
  });
  expect(await run('rotate'), 'what was left undone, and no third key').toMatch(/^Not everything was sealed/);
  expect(keyFile().keys()).toHaveLength(2);
  expect(await run('rotate --discard-old')).toContain('discarded');
  expect(await texts()).toEqual([...TEXTS, 'Dear customer 4']);
});

test('keys of the settings are told apart from a file: how to change them, and when the old one may go', async () => {
  const [KEY_A, KEY_B] = ['a1'.repeat(16) + 'b2'.repeat(16), 'c3'.repeat(16) + 'd4'.repeat(16)];
  await fill(KEY_A);
  expect(await run('rotate', { DRAFTSMITH_KEYS: KEY_A })).toContain('openssl rand -hex 32');
  const both = { DRAFTSMITH_KEYS: `${KEY_B},${KEY_A}` };
  await expect(run('rotate --discard-old', both)).rejects.toMatchObject({ kind: 'conflict' });
  expect(await run('rotate', both)).toMatch(/^DRAFTSMITH_KEYS begins with the key/);
  expect(await run('rotate --discard-old', both)).toContain('take it out of DRAFTSMITH_KEYS');
  expect(await run('show', { DRAFTSMITH_KEYS: KEY_B })).not.toContain('is not here');
  expect(await run('show', { DRAFTSMITH_KEYS: KEY_A })).toContain('is not here');
});

test('while a server has the database the keys are shown, and a rotation says to stop it', async () => {
  await fill();
  await withDatabase(async () => {
    expect(await run('show')).toContain('a Draftsmith is using it');
    await expect(run('rotate')).rejects.toMatchObject({
      message: expect.stringMatching(/^A Draftsmith uses the database: stop it/),
    });
  });
  expect(keyFile().keys()).toHaveLength(1);
});

test('whoever has lost the keys can go on without what they sealed, and is told first what that is', async () => {
  await fill();
  await rm(join(DRAFTSMITH_DATA, 'keys.json'));
  await expect(fill()).rejects.toMatchObject({ code: 'sealing.no-keys' });
  expect(await run('accept-loss')).toMatch(/^1 secret \(people-index\) would be given up/);
  await expect(fill(), 'nothing was done yet').rejects.toMatchObject({ code: 'sealing.no-keys' });

  expect(await run('accept-loss --yes')).toMatch(/^Given up: 1 secret \(people-index\)\./);
  await fill();
  expect(await run('show')).toMatch(/is not here +3$/m);
  expect(await run('accept-loss --yes')).toMatch(/^Every secret opens/);
  const { items } = await withDatabase(({ orm }) => listAudit(orm, { limit: 10 }));
  expect(items.map(({ action }) => action)).toEqual(['key.loss-accepted']);
});

test('before the first start there is no key to show, and none is made', async () => {
  await expect(run('show')).rejects.toMatchObject({ kind: 'not-found' });
  await expect(run('rotate')).rejects.toMatchObject({ kind: 'not-found' });
});
