import { createAnswerStore } from '../create-store.ts';
import { keyOf, makerOf } from './stores.ts';

// A process that makes the answer to one question, with the url and prefix as arguments. It says `making` when it has
// begun, and ends its work when a line comes in; a test kills it before.
const [url = '', prefix = ''] = process.argv.slice(2);
const memory = { maxBytes: 1_000_000, ttlMs: 60_000 };
const store = createAnswerStore<string>({ memory, redis: { url, prefix, leaseMs: 500, commandMs: 5_000 } });
const word = Promise.withResolvers<void>();
process.stdin.once('data', () => word.resolve());

const found = await store.through(keyOf('d'), async () => {
  process.stdout.write('making\n');
  await word.promise;
  return makerOf('of the process')();
});
process.stdout.write(`${found.from}\n`);
await store.close();
process.stdin.destroy();
