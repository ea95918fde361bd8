import { describe, expect, test } from 'vitest';
import { DIALECT_NAMES } from '../fault-server/dialect.ts';
import { FAULTS } from '../faults/index.ts';
import type { CaseResult } from '../play-case.ts';
import { toJson } from './json.ts';
import { HELP, parseOptions } from './options.ts';
import { casesOf, type FaultResult } from './play-all.ts';
import { report } from './report.ts';
import { allPassed, scoreOf, sumOf } from './score.ts';

const aCase = (more: Partial<CaseResult> = {}): CaseResult => ({
  case: 'one',
  dialect: 'openai',
  arrangement: 'siblings',
  verdict: 'passed',
  attempts: { primary: 1, fallback: 1 },
  ms: 1_000,
  ...more,
});

/** Everything passes but what is said of the first fault. */
function results(...first: CaseResult[]): FaultResult[] {
  return FAULTS.map((fault, index) => ({
    fault,
    cases: index === 0 && first.length > 0 ? first : DIALECT_NAMES.map((dialect) => aCase({ dialect })),
  }));
}

describe('a score', () => {
  test('is that of the worst case, with the slowest answer', () => {
    const cases = [
      aCase({ ms: 9_000 }),
      aCase({ verdict: 'failed', attempts: { primary: 7, fallback: 0 } }),
      aCase({ verdict: 'wrong-text', attempts: { primary: 2, fallback: 0 } }),
      aCase({ dialect: 'anthropic', ms: 20_000 }),
    ];
    const [result] = results(...cases);
    expect(result && scoreOf(result, 'openai')).toEqual({
      verdict: 'wrong-text',
      attempts: { primary: 2, fallback: 0 },
      ms: 9_000,
    });
    expect(result && scoreOf(result, 'responses')).toBeUndefined();
  });

  test('counts a fault only when all of its cases passed', () => {
    expect(sumOf(results(), 'benchmark', 'openai')).toBe('16/16');
    expect(sumOf(results(), 'own', 'anthropic')).toBe('8/8');
    const failed = results(aCase(), aCase({ verdict: 'failed', why: 'no' }));
    expect(sumOf(failed, 'benchmark', 'openai')).toBe('15/16');
    expect([allPassed(results()), allPassed(failed)]).toEqual([true, false]);
  });
});

describe('the report', () => {
  const bad = results(
    ...DIALECT_NAMES.map((dialect) =>
      aCase({ dialect, verdict: 'wrong-text', ms: 59_999, why: 'half of it '.repeat(9) }),
    ),
  );

  test('fits 80 columns, whatever happened', () => {
    const lines = report(bad, DIALECT_NAMES).split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test('names what is wrong once, and where', () => {
    const text = report(bad, DIALECT_NAMES).replace(/\s+/g, ' ');
    expect(text).toContain('LIES: 429 with Retry-After 2, one: half of it half of it');
    expect(text).toContain('(openai siblings, anthropic siblings, responses siblings)');
    expect(text).toContain('published benchmark 15/16 15/16 15/16 our own 8/8 8/8 8/8');
  });

  test('for programs holds every case', () => {
    const json = JSON.parse(toJson(bad, ['openai']));
    expect(json).toMatchObject({ sums: { openai: { benchmark: '15/16', own: '8/8' } } });
    expect(json.faults).toHaveLength(24);
    expect(json.faults[0]).toMatchObject({ id: 'retry-after', scores: { openai: { verdict: 'wrong-text' } } });
    expect(json.faults[0].cases).toHaveLength(3);
  });
});

describe('the options', () => {
  test('without any, are all faults in the two dialects that are published', () => {
    const { dialects, faults } = parseOptions([]);
    expect(dialects).toEqual(['openai', 'anthropic']);
    expect(faults).toHaveLength(24);
  });

  test('pick dialects and faults', () => {
    const { dialects, faults } = parseOptions(['--dialect', 'all', '--only', 'cut, stall']);
    expect(dialects).toEqual(DIALECT_NAMES);
    expect(faults.map(({ id }) => id)).toEqual(['cut', 'stall']);
    expect(HELP.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });

  test.each([
    [['--only', 'cats'], '--only: there is no fault "cats"'],
    [['--dialect', 'latin'], '--dialect: expected openai, anthropic, responses or all'],
  ])('%j are refused with the reason', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});

test('a case is played in both arrangements, and only where it exists', () => {
  const filter = FAULTS.filter(({ id }) => id === 'content-filter');
  const places = casesOf(filter, ['openai', 'anthropic']).filter(({ played }) => played.name === 'with a 400');
  expect(places.map(({ dialect, arrangement }) => `${dialect} ${arrangement}`)).toEqual([
    'openai siblings',
    'openai strangers',
  ]);
});
