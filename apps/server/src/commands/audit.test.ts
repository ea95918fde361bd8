import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuditLog } from '@draftsmith/audit';
import { openDatabase } from '@draftsmith/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditCommand } from './audit.ts';
import { environmentOf } from './testing.ts';

const now = () => new Date('2026-11-22T12:00:00.000Z');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draftsmith-audit-'));
  const database = await openDatabase({ dataDir: folder });
  let at = now().getTime() - 60_000;
  const audit = createAuditLog(database.orm, () => {
    at += 1_000;
    return new Date(at);
  });
  const ada = { kind: 'user', id: 'u1', name: '=Ada, "the" admin' } as const;
  await audit.record({ actor: ada, action: 'user.changed', subject: 'u2', detail: { changed: ['role'], to: 'admin' } });
  await audit.record({ actor: { kind: 'command' }, action: 'data.erased', detail: { drafts: 3 } });
  await audit.record({ actor: { kind: 'system' }, action: 'retention.run', detail: { deliveries: 7 } });
  await database.close();
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<string[]> {
  const { environment, out } = environmentOf({ raw: { DRAFTSMITH_DATA: folder } });
  await auditCommand(environment, { now, width: 120 }).parseAsync(args, { from: 'user' });
  return out;
}

test('as a table, newest first', async () => {
  expect((await run()).slice(2).map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
    '2026-11-22 11:59 | the suite itself | retention.run | deliveries=7',
    '2026-11-22 11:59 | command line | data.erased | drafts=3',
    '2026-11-22 11:59 | =Ada, "the" admin | user.changed | u2 | to=admin changed=role',
  ]);
  expect(await run('--since', '2026-10', '--until', '2026-10')).toEqual(['Nothing is on record in this time.']);
});

test('for a spreadsheet, which runs no name as a formula, and for a program', async () => {
  const [title, line, ...rest] = await run('--action', 'user', '--csv');
  expect(title).toBe('at,who,whoId,action,subject,detail');
  expect(line).toMatch(/^2026-11-22T11:59:01\.000Z,"'=Ada, ""the"" admin",u1,user\.changed,u2,"\{""to"":""admin"",/);
  expect(rest).toEqual([]);
  expect(JSON.parse((await run('--json')).join('\n'))).toMatchObject([
    { action: 'retention.run', subject: null },
    { action: 'data.erased', detail: { drafts: 3 } },
    { actor: { kind: 'user', id: 'u1' } },
  ]);
});

test('what cannot be meant is said', async () => {
  await expect(run('--since', 'yesterday')).rejects.toMatchObject({
    message: expect.stringContaining('--since: expected 30d'),
  });
  await expect(run('--json', '--csv')).rejects.toMatchObject({ kind: 'invalid' });
});
