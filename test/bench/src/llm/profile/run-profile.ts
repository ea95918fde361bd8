import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figure, table } from '../../report/table.ts';
import { CONTENDERS, type ContenderId } from '../contenders/contender.ts';
import { type Start, startContenders } from '../start-contenders.ts';
import { type CpuProfile, type HotSpot, hotSpots, packageOf, placeOf } from './hot-spots.ts';

const TOP = 30;

/** Calls one contender alone, one at a time, and says where the time went; per call, so that runs compare. */
export async function runProfile(contender: ContenderId, start: Start): Promise<string> {
  const { calls } = start;
  await using cleanup = new AsyncDisposableStack();
  const runner = (await startContenders([contender], start, cleanup)).get(contender);
  // It stays, for whoever wants to look deeper.
  const file = join(await mkdtemp(join(tmpdir(), 'draftsmith-profile-')), `${contender}.cpuprofile`);
  await runner?.run('profile', { count: calls, atOnce: 1, file });
  await runner?.run('close', null);
  const profile = JSON.parse(await readFile(file, 'utf8')) as CpuProfile;
  const packages = hotSpots(profile, packageOf);
  const functions = hotSpots(profile, placeOf);
  const ours = functions.filter(({ name }) => / (?:packages|shared)\//.test(name));
  return [
    `${CONTENDERS[contender]}: ${calls} calls one at a time; microseconds for one call`,
    '',
    ...spots('package', packages, calls),
    '',
    ...spots('function, by itself', functions.slice(0, TOP), calls),
    '',
    ...spots('of ours, with what it calls', ours.sort((a, b) => b.totalMs - a.totalMs).slice(0, TOP), calls),
    '',
    `For the developer tools of a browser: ${file}`,
  ].join('\n');
}

function spots(title: string, list: readonly HotSpot[], calls: number): string[] {
  const each = (ms: number) => figure((ms * 1000) / calls);
  return table(
    [title, 'self', 'total'],
    list.map(({ name, selfMs, totalMs }) => [name, each(selfMs), each(totalMs)]),
  );
}
