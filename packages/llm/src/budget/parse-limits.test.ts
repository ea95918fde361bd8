import { AppError } from '@draftsmith/errors';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Limit, PERIODS, SCOPES } from './budget.ts';
import { formatLimits, parseLimits } from './parse-limits.ts';

const USD = 10n ** 12n;

test('every form there is', () => {
  const text = 'suite=300/month, account=20/day,account:acme=5/day,\n connector:zendesk = 100 / month, user=0.5/day';
  expect(parseLimits(text)).toEqual([
    { scope: 'suite', period: 'month', amount: 300n * USD },
    { scope: 'account', period: 'day', amount: 20n * USD },
    { scope: 'account', id: 'acme', period: 'day', amount: 5n * USD },
    { scope: 'connector', id: 'zendesk', period: 'month', amount: 100n * USD },
    { scope: 'user', period: 'day', amount: USD / 2n },
  ]);
});

test('zero is a limit, and nothing is none', () => {
  expect(parseLimits('suite=0/day')).toEqual([{ scope: 'suite', period: 'day', amount: 0n }]);
  expect(parseLimits('  ')).toEqual([]);
});

describe('what is wrong is named', () => {
  it.each([
    ['suite=300', 'The budget "suite=300" is not of the form scope=amount/period'],
    ['team=3/day', 'The budget "team=3/day" begins with none of suite, connector, account, user'],
    ['suite=3/week', 'The budget "suite=3/week" does not end in /day or /month'],
    ['suite=-3/day', 'The budget "suite=-3/day" needs an amount in US dollars'],
    ['suite=$3/day', 'The budget "suite=$3/day" needs an amount in US dollars'],
    ['suite=1e3/day', 'The budget "suite=1e3/day" needs an amount in US dollars'],
    ['suite=/day', 'The budget "suite=/day" needs an amount in US dollars'],
    ['suite=1000000001/day', 'The budget "suite=1000000001/day" is over 1000000000 US dollars'],
    ['suite:x=3/day', 'The budget "suite:x=3/day" names an id, and there is only one suite'],
    ['account:=3/day', 'The budget "account:=3/day" has no id after the colon'],
    ['suite=3/day,,user=1/day', 'The list of budgets holds an empty entry'],
    ['user=1/day,user=2/day', 'The budget of user by day is listed twice'],
  ])('%s', (text, problem) => {
    const error = thrownBy(() => parseLimits(text));
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ kind: 'invalid', code: 'llm.budgets' });
    expect((error as AppError).message).toContain(problem);
    expect((error as AppError).message).toContain('e.g. suite=300/month');
  });
});

test('what is formatted reads back the same', () => {
  const id = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && !text.includes(','));
  const limit = fc
    .tuple(fc.constantFrom(...SCOPES), fc.option(id), fc.constantFrom(...PERIODS), fc.bigInt(0n, 10n ** 21n))
    .map(([scope, one, period, amount]): Limit => {
      return scope === 'suite' || one === null ? { scope, period, amount } : { scope, id: one, period, amount };
    });
  const selector = ({ scope, id: one, period }: Limit) => JSON.stringify([scope, one, period]);
  fc.assert(
    fc.property(fc.uniqueArray(limit, { selector }), (limits) => {
      expect(parseLimits(formatLimits(limits))).toEqual(limits);
    }),
  );
});

test('any text is read or refused in words', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const error = thrownBy(() => parseLimits(text));
      if (error) expect(error).toBeInstanceOf(AppError);
    }),
  );
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}
