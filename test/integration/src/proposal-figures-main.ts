// Generated deals on the whole way from HubSpot to the text that people read; prints what is wrong in it.
// `node test/integration/src/proposal-figures-main.ts [--deals 100000] [--from 1]`
import { parseArgs } from 'node:util';
import { measureFigures } from './proposal-figures.ts';
import { noFigures } from './proposal-figures-read.ts';

/** An account and a database of their own for so many: what is measured is not how both grow. */
const BATCH = 500;

const { values } = parseArgs({
  options: { deals: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } },
});
const [deals, first] = [Number(values.deals), Number(values.from)];
if (!Number.isSafeInteger(deals) || deals < 1 || !Number.isSafeInteger(first) || first < 0)
  throw new Error('--deals and --from: expected whole numbers');

const sum = noFigures();
for (let done = 0; done < deals; done += BATCH) {
  await measureFigures({ from: first + done, count: Math.min(BATCH, deals - done) }, sum);
  if (process.stderr.isTTY) process.stderr.write(`\r${sum.deals} of ${deals}`);
}
if (process.stderr.isTTY) process.stderr.write('\n');
for (const [name, value] of Object.entries(sum)) process.stdout.write(`${name}: ${value}\n`);
process.exitCode = sum.wrong + sum.unbound === 0 ? 0 : 1;
