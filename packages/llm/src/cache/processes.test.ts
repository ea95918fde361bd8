import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { openSharedStores } from './testing/shared-stores.ts';
import { answerOf, keyOf, makerOf } from './testing/stores.ts';
import { redisUrl } from './testing.ts';

const key = keyOf('d');

/** Another process that is making the answer when this resolves. It does not outlive the test by more than a minute. */
async function startMaker(url: string, prefix: string) {
  const file = join(import.meta.dirname, 'testing/maker-process.ts');
  const child = spawn(process.execPath, [file, url, prefix], {
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = once(child, 'exit');
  expect((await lines.next()).value).toBe('making');
  return {
    async finish(): Promise<unknown> {
      child.stdin.write('finish\n');
      return (await lines.next()).value;
    },
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await exited;
    },
    exited,
  };
}

describe.skipIf(!redisUrl)('two processes', () => {
  it('make one answer', async () => {
    await using shared = await openSharedStores({ limits: { leaseMs: 500 } });
    const maker = await startMaker(shared.url, shared.prefix);
    const make = makerOf('no');
    const found = shared.newStore().through(key, make);
    expect(await maker.finish()).toBe('made');
    expect(await found).toMatchObject({ kept: answerOf('of the process') });
    expect(make.calls).toBe(0);
    // It ends by itself: nothing of a closed store holds a process.
    expect(await maker.exited).toEqual([0, null]);
  });

  it('do not need each other: when the maker is killed, the other makes it', async () => {
    await using shared = await openSharedStores({ limits: { leaseMs: 500 } });
    const maker = await startMaker(shared.url, shared.prefix);
    const make = makerOf('of the other');
    const found = shared.newStore().through(key, make);
    await maker.kill();
    expect(await found).toEqual({ from: 'made', result: 'of the other', leader: true });
    expect(make.calls).toBe(1);
  });
});
