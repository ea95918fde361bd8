import type { Orm } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import { expect, test } from 'vitest';
import { purgeAllAnswers } from './purge-answers.ts';

const orm = {
  selectDistinct: () => ({ from: async () => [{ account: 'one' }, { account: 'two' }] }),
} as unknown as Orm;
const noPause = async () => undefined;

function redis(failures: number) {
  const purged: string[] = [];
  let left = failures;
  return {
    purged,
    async purge(account: string) {
      left -= 1;
      if (left >= 0) throw new AppError('unavailable', 'Redis is away');
      purged.push(account);
    },
  };
}

test('every account is purged, also where Redis is only being connected to', async () => {
  for (const failures of [0, 7]) {
    const { purge, purged } = redis(failures);
    expect(await purgeAllAnswers(orm, purge, noPause)).toBeUndefined();
    expect(purged).toEqual(['one', 'two']);
  }
});

test('a Redis that stays away is said, after a bounded time', async () => {
  const { purge, purged } = redis(Infinity);
  expect(await purgeAllAnswers(orm, purge, noPause)).toBe(
    'Not emptied everywhere: Redis is away. Erase again once Redis answers',
  );
  expect(purged).toEqual([]);
});

test('a bug of ours is none of Redis', async () => {
  const broken = async () => {
    throw new TypeError('bug');
  };
  await expect(purgeAllAnswers(orm, broken, noPause)).rejects.toThrow('bug');
});
