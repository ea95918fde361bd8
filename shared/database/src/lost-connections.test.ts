import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { sql } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { openDatabase } from './open.ts';
import { openTestDatabase, testBackends } from './testing.ts';

describe.runIf(testBackends.includes('postgres'))('on postgres', () => {
  test('a connection that ends in the middle of a transaction fails the transaction and nothing else', async () => {
    const database = await openTestDatabase('postgres');
    try {
      const broken = database.orm.transaction(async (tx) => {
        const [backend] = await tx.select({ pid: sql<number>`pg_backend_pid()` }).from(sql`(select 1) as one`);
        await database.orm.execute(sql`select pg_terminate_backend(${backend?.pid})`);
        // Nothing is asked on it while it goes: then its end is told to nobody but the client's own listeners.
        const alive = sql`(select 1 from pg_stat_activity where pid = ${backend?.pid}) as alive`;
        await vi.waitFor(async () => expect(await database.orm.select({ one: sql`1` }).from(alive)).toEqual([]));
        await new Promise(setImmediate);
        await tx.execute(sql`select 1`);
      });
      await expect(broken).rejects.toThrow();
      await database.orm.execute(sql`select 1`);
    } finally {
      await database.close();
    }
  });

  test('a connection on which nothing comes back ends, and another takes its place', async () => {
    const behind = await openTestDatabase('postgres');
    const network = await startNetwork(new URL(behind.url ?? ''));
    const database = await openDatabase({ url: network.url, dataDir: ':memory:', poolSize: 1, silenceMs: 300 });
    try {
      await database.orm.execute(sql`select 1`);
      network.loseWhatIsOpen();
      await expect(database.orm.transaction((tx) => tx.execute(sql`select 1`))).rejects.toThrow();
      await database.orm.transaction((tx) => tx.execute(sql`select 1`));
    } finally {
      await database.close();
      await network.close();
      await behind.close();
    }
  });
});

/** A network before a server, which can lose connections without telling either end. */
async function startNetwork(to: URL) {
  const near = new Set<Socket>();
  const server: Server = createServer((socket) => {
    const far = connect(Number(to.port || 5432), to.hostname);
    near.add(socket);
    socket.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.pipe(far);
    far.pipe(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(to), { hostname: '127.0.0.1', port: String(port) }).href,
    loseWhatIsOpen: () => near.forEach((socket) => void socket.unpipe().resume()),
    async close() {
      for (const socket of near) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
