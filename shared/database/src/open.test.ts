import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';
import { openDatabase } from './open.ts';
import { drafts } from './schema/index.ts';
import { openTestDatabase, testBackends } from './testing.ts';

const folders: string[] = [];
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'draftsmith-test-'));
  folders.push(path);
  return path;
}
afterEach(async () => {
  for (const path of folders.splice(0)) await rm(path, { recursive: true, force: true });
});

describe.each(testBackends)('on %s', (backend) => {
  test('the schema is there and one revision is one row', async () => {
    const database = await openTestDatabase(backend);
    try {
      const row = {
        id: crypto.randomUUID(),
        connector: 'z',
        account: 'a',
        resourceType: 'ticket',
        resourceId: '1',
        revision: 'c1',
        deliveryId: 'd',
        state: 'working' as const,
        receivedAt: new Date(),
      };
      await database.orm.insert(drafts).values(row);
      await database.orm
        .insert(drafts)
        .values({ ...row, id: crypto.randomUUID() })
        .onConflictDoNothing();
      const { rows } = (await database.orm.execute(sql`select count(*)::int as n from drafts`)) as unknown as {
        rows: { n: number }[];
      };
      expect(rows).toEqual([{ n: 1 }]);
    } finally {
      await database.close();
    }
  });
});

test('the data folder is for its owner, survives a restart and admits one process at a time', async () => {
  const dataDir = join(await folder(), 'data');
  const first = await openDatabase({ dataDir });
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringContaining('DRAFTSMITH_DATA'),
  });
  await first.orm.execute(sql`create table kept (n int)`);
  await first.close();
  const again = await openDatabase({ dataDir });
  await again.orm.execute(sql`select n from kept`);
  await again.close();
});

test('a folder that others may read is refused before anything is in it', async () => {
  const dataDir = await folder();
  await chmod(dataDir, 0o755);
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ message: expect.stringContaining('chmod 700') });
  expect(await readdir(dataDir)).toEqual([]);
});

test('the lock of a killed process is taken over', async () => {
  const dataDir = await folder();
  const holder = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))};
     await lockFolder(${JSON.stringify(dataDir)}); console.log('locked'); setInterval(() => {}, 1000);`,
  ]);
  await new Promise((locked) => holder.stdout.once('data', locked));
  await expect(lockFolder(dataDir)).rejects.toMatchObject({ kind: 'conflict' });
  const ended = new Promise((done) => holder.once('exit', done));
  holder.kill('SIGKILL');
  await ended;
  await (await lockFolder(dataDir)).release();
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is one clear line', async () => {
  const dataDir = await folder();
  await chmod(dataDir, 0o500);
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('not writable'),
  });
});

test('a folder below a file, and a server that is not there, are one clear line', async () => {
  const file = join(import.meta.dirname, 'open.ts');
  await expect(openDatabase({ dataDir: join(file, 'data') })).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('cannot be made'),
  });
  await expect(openDatabase({ url: 'postgresql://x@127.0.0.1:1/x', dataDir: '' })).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('DATABASE_URL'),
  });
});
