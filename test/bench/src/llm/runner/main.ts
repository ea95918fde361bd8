// A contender's process: holds one contender, does one task at a time, answers over the channel to its parent.
import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import type { Contender } from '../contenders/contender.ts';
import { openContender } from '../contenders/open.ts';
import { type Measurements, measurements } from './measure.ts';
import type { TaskMessage, Tasks } from './tasks.ts';

let contender: Contender | undefined;
let measure: Measurements | undefined;

async function perform(message: TaskMessage): Promise<unknown> {
  if (message.kind === 'open') {
    contender = await openContender(message.input.contender, message.input);
    measure = measurements(contender);
    return null;
  }
  if (!contender || !measure) throw new Error('No contender is open');
  switch (message.kind) {
    case 'timed':
      return measure.timed(message.input);
    case 'heap':
      return measure.heap(message.input);
    case 'hits':
      return measure.hits(message.input.count);
    case 'profile':
      return profile(measure, message.input);
    case 'close':
      await contender.close?.();
      return null;
  }
}

/** Only the calls themselves: neither loading the code nor warming it up. */
async function profile(calls: Measurements, { file, ...load }: Tasks['profile']['input']): Promise<null> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 100 });
  await session.post('Profiler.start');
  await calls.run(load);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  await writeFile(file, JSON.stringify(profile));
  return null;
}

process.on('message', async (message: TaskMessage) => {
  try {
    process.send?.({ output: await perform(message) });
  } catch (thrown) {
    process.send?.({ error: thrown instanceof Error ? thrown.message : 'unknown failure' });
  }
});
// Without its parent nobody would end it.
process.once('disconnect', () => process.exit());
