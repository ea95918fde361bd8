import { type AccountPolicy, DEFAULT_POLICY } from '@draftsmith/contracts';
import { accountPolicies, auditLog } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPolicies } from './create-policies.ts';
import { parsePolicy } from './policy-schema.ts';

const acme = { connector: 'desk', account: 'acme' };

function policy({ privacy, truth }: { privacy?: object; truth?: object } = {}): AccountPolicy {
  return { privacy: { ...DEFAULT_POLICY.privacy, ...privacy }, truth: { ...DEFAULT_POLICY.truth, ...truth } };
}

describe.each(testBackends)('policies in %s', (backend) => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(() => database.orm.delete(accountPolicies));
  afterAll(() => database.close());

  let at = 0;
  const policies = () => createPolicies(database.orm, { defaults: DEFAULT_POLICY, now: () => at });

  test('an account that has decided nothing goes by the settings', async () => {
    const strict = policy({ truth: { unsupported: 'withhold' } });
    const given = createPolicies(database.orm, { defaults: strict });
    expect(await given.of('desk', 'acme')).toEqual(strict);
    expect(await given.read('desk', 'acme')).toEqual({
      ...acme,
      policy: strict,
      revision: 0,
      updatedAt: null,
      updatedBy: null,
    });
  });

  test('what is saved holds at once in this process, and within half a minute in the others', async () => {
    const [here, there] = [policies(), policies()];
    expect((await here.of('desk', 'acme')).truth.unsupported).toBe('mark');
    expect((await there.of('desk', 'acme')).truth.unsupported).toBe('mark');
    const saved = await here.save({
      ...acme,
      policy: policy({ truth: { unsupported: 'strike' } }),
      revision: 0,
      by: 'u1',
    });
    expect(saved).toMatchObject({ revision: 1, updatedBy: 'u1', updatedAt: new Date(at).toISOString() });
    expect((await here.of('desk', 'acme')).truth.unsupported).toBe('strike');
    expect((await there.of('desk', 'acme')).truth.unsupported).toBe('mark');
    at += 30_000;
    expect((await there.of('desk', 'acme')).truth.unsupported).toBe('strike');
    expect((await there.of('desk', 'other')).truth.unsupported).toBe('mark');
  });

  test('of two admins who edited the same policy one is told', async () => {
    const one = policies();
    for (const revision of [0, 1]) {
      const save = (by: string) => one.save({ ...acme, policy: policy({ privacy: { deny: [by] } }), revision, by });
      const results = await Promise.allSettled([save('ada'), save('ben')]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = results.find((result) => result.status === 'rejected');
      expect(refused?.reason).toMatchObject({ kind: 'conflict', code: 'policies.conflict', retryable: false });
    }
    expect(await one.read('desk', 'acme')).toMatchObject({ revision: 2 });
  });

  test('a change that cannot be put on record has not happened', async () => {
    const change = { ...acme, policy: policy({ truth: { secondOpinion: true } }), revision: 0, by: 'u1' };
    const broken = policies().save(change, () => Promise.reject(new Error('no audit log')));
    await expect(broken).rejects.toThrow('no audit log');
    expect(await policies().read('desk', 'acme')).toMatchObject({ revision: 0 });
    await policies().save(change, async (tx) => {
      const entry = {
        id: crypto.randomUUID(),
        at: new Date(0),
        actorKind: 'command',
        action: 'policy.changed',
      } as const;
      await tx.insert(auditLog).values({ ...entry, detail: {} });
    });
    expect(await database.orm.select().from(auditLog)).toMatchObject([{ action: 'policy.changed' }]);
    expect(await policies().of('desk', 'acme')).toMatchObject({ truth: { secondOpinion: true } });
  });

  test('a row that nobody can read stops the draft instead of weakening its redaction', async () => {
    await database.orm
      .insert(accountPolicies)
      .values({ ...acme, value: { privacy: {} }, revision: 3, updatedAt: new Date(0) });
    await expect(policies().of('desk', 'acme')).rejects.toMatchObject({ kind: 'invalid', code: 'policies.invalid' });
  });
});

test('lists are trimmed and hold nothing twice', () => {
  const given = policy({
    privacy: { allow: [' Acme ', 'ACME', '', 'Beta GmbH'], regions: ['de', 'US'] },
    truth: { allowedLinks: ['help.example.com', 'https://example.com/help/', 'münchen.example', 'a.example:8443'] },
  });
  expect(parsePolicy(given)).toEqual(
    policy({
      privacy: { allow: ['Acme', 'Beta GmbH'], regions: ['DE', 'US'] },
      truth: { allowedLinks: ['help.example.com', 'https://example.com/help/', 'münchen.example', 'a.example:8443'] },
    }),
  );
});

test.each([
  ['com', 'a top-level domain'],
  ['*.example.com', 'a star'],
  ['https://user@example.com/', 'somebody else before the host'],
  ['javascript:alert(1)', 'a script'],
  ['https://example.com/?q=1', 'a query'],
  ['//example.com', 'no scheme'],
  ['example.com\\@evil.example', 'a backslash'],
  ['192.168.0.1', 'an address'],
  ['exa mple.com', 'a space'],
])('%s is no link that may be allowed: %s', (link) => {
  expect(() => parsePolicy(policy({ truth: { allowedLinks: [link] } }))).toThrow(
    'truth.allowedLinks.0: expected hosts such as help.example.com',
  );
});

test.each([
  [{ privacy: { regions: ['Germany'] } }, 'privacy.regions.0: expected countries as two letters each, e.g. DE, US'],
  [{ privacy: { deny: ['x'] } }, 'privacy.deny.0: expected at least two characters an entry'],
  [{ privacy: { deny: ['secret'.repeat(40)] } }, 'privacy.deny.0: expected at most 200 characters an entry'],
  [
    { privacy: { allow: Array.from({ length: 501 }, (_, i) => `word ${i}`) } },
    'privacy.allow: expected at most 500 entries',
  ],
  [{ privacy: { surrogates: 'none' } }, 'privacy.surrogates: expected placeholders or realistic'],
  [{ truth: { unsupported: 'hide' } }, 'truth.unsupported: expected mark, strike, question or withhold'],
  [{ truth: { secondOpinion: 'yes' } }, 'truth.secondOpinion: expected true or false'],
])('what was expected is said, and the value is not repeated', (change, message) => {
  expect(() => parsePolicy(policy(change))).toThrow(message);
  expect(() => parsePolicy(policy(change))).not.toThrow(/Germany|secretsecret|hide|yes/);
});

test('anything that is no policy is refused', () => {
  for (const value of [undefined, null, [], 'x', {}, { ...policy(), more: 1 }])
    expect(() => parsePolicy(value)).toThrow('The policy cannot be used.');
});
