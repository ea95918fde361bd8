import type { Connection } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { expect, test } from 'vitest';
import { createKnownAgents } from './known-agents.ts';

function setUp(agents: Record<string, { id: string; name: string }> | undefined) {
  const world = { now: 0, asked: 0, away: false };
  const lookUp: NonNullable<Connection['agent']> = async (id) => {
    world.asked += 1;
    if (world.away) throw new AppError('unavailable', 'away');
    return agents?.[id];
  };
  const connection = (agents ? { agent: lookUp } : {}) as unknown as Connection;
  const find = createKnownAgents({
    connectionOf: (_connector, account) => (account === 'acme' ? connection : undefined),
    now: () => world.now,
  });
  return { world, find: (id: string, account = 'acme') => find('zendesk', account, id) };
}

const ben = { id: '12', name: 'Ben' };

test('the source system is asked once for many requests, and again after some minutes', async () => {
  const { world, find } = setUp({ 12: ben });
  expect(await Promise.all([find('12'), find('12')])).toEqual([ben, ben]);
  world.now += 299_000;
  await find('12');
  expect(world.asked).toBe(1);
  world.now += 2_000;
  await find('12');
  expect(world.asked).toBe(2);
});

test('who is nobody is refused, and may be somebody half a minute later', async () => {
  const agents: Record<string, typeof ben> = {};
  const { world, find } = setUp(agents);
  await expect(find('12')).rejects.toMatchObject({ kind: 'permission', code: 'assist.no-agent' });
  agents[12] = ben;
  await expect(find('12')).rejects.toMatchObject({ kind: 'permission' });
  world.now += 30_000;
  expect(await find('12')).toEqual(ben);
});

test('while the source system is away, an agent stays known for an hour; a stranger is not let in', async () => {
  const { world, find } = setUp({ 12: ben });
  await find('12');
  world.away = true;
  world.now += 59 * 60_000;
  expect(await find('12')).toEqual(ben);
  await expect(find('13')).rejects.toMatchObject({ kind: 'unavailable' });
  world.now += 2 * 60_000;
  await expect(find('12')).rejects.toMatchObject({ kind: 'unavailable' });
});

test('where nobody can say who an agent is, nobody gets in', async () => {
  await expect(setUp(undefined).find('12')).rejects.toMatchObject({ code: 'assist.no-agents' });
  await expect(setUp({ 12: ben }).find('12', 'globex')).rejects.toMatchObject({ code: 'assist.no-agents' });
});
