import { DEFAULT_RULES, type DraftingRules } from '@draftsmith/contracts';
import { accountRules } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRules } from './create-rules.ts';

const acme = { connector: 'desk', account: 'acme' };
const pilot = (percent: number): DraftingRules => ({ ...DEFAULT_RULES, pilot: { kind: 'share', percent } });

describe.each(testBackends)('rules in %s', (backend) => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(() => database.orm.delete(accountRules));
  afterAll(() => database.close());

  test('an account that has decided nothing drafts for everybody', async () => {
    const rules = createRules(database.orm);
    expect(await rules.of('desk', 'acme')).toEqual(DEFAULT_RULES);
    expect(await rules.read('desk', 'acme')).toEqual({
      ...acme,
      rules: DEFAULT_RULES,
      revision: 0,
      updatedAt: null,
      updatedBy: null,
    });
  });

  test('what is saved holds at once here, within half a minute elsewhere, and in no other account', async () => {
    let at = 0;
    const [here, there] = [0, 1].map(() => createRules(database.orm, { now: () => at }));
    if (!here || !there) throw new Error('two processes');
    expect(await there.of('desk', 'acme')).toEqual(DEFAULT_RULES);
    expect(await here.save({ ...acme, rules: pilot(5), revision: 0, by: 'u1' })).toMatchObject({
      revision: 1,
      updatedBy: 'u1',
    });
    expect(await here.of('desk', 'acme')).toEqual(pilot(5));
    expect(await there.of('desk', 'acme')).toEqual(DEFAULT_RULES);
    at += 30_000;
    expect(await there.of('desk', 'acme')).toEqual(pilot(5));
    expect(await there.of('desk', 'other')).toEqual(DEFAULT_RULES);
  });

  test('of two admins who edited the same rules one is told', async () => {
    const rules = createRules(database.orm);
    for (const revision of [0, 1]) {
      const save = (percent: number) => rules.save({ ...acme, rules: pilot(percent), revision, by: null });
      const results = await Promise.allSettled([save(10), save(20)]);
      const refused = results.filter((result) => result.status === 'rejected');
      expect(refused).toHaveLength(1);
      expect(refused[0]?.reason).toMatchObject({ kind: 'conflict', code: 'rules.conflict', retryable: false });
    }
  });

  test('a change that cannot be put on record has not happened, and what nobody can read stops the draft', async () => {
    const rules = createRules(database.orm);
    const broken = rules.save({ ...acme, rules: pilot(5), revision: 0, by: null }, () =>
      Promise.reject(new Error('no')),
    );
    await expect(broken).rejects.toThrow('no');
    expect(await rules.read('desk', 'acme')).toMatchObject({ revision: 0 });
    await database.orm
      .insert(accountRules)
      .values({ ...acme, value: { only: {} }, revision: 3, updatedAt: new Date(0) });
    await expect(rules.of('desk', 'acme')).rejects.toMatchObject({ kind: 'invalid', code: 'rules.invalid' });
  });
});
