import type { UsageFigures, UsageReport } from '@draftsmith/llm/sql';
import { describe, expect, test } from 'vitest';
import { reportText } from './report-text.ts';

const figures: UsageFigures = {
  ...{ questions: 12_345, hits: 1_234, unanswered: 3, attempts: 11_222, failed: 456 },
  ...{ inputTokens: 123_456_789, cachedInputTokens: 0, outputTokens: 99_999, reasoningTokens: 0 },
  ...{ usd: '1234.5', latencyMs: { avg: 1_500, p50: 900, p95: 12_345 } },
};

function report(more: Partial<UsageReport> = {}): UsageReport {
  return {
    kind: 'report',
    since: '2026-11-01T00:00:00.000Z',
    until: '2026-12-01T00:00:00.000Z',
    by: ['model'],
    groups: [{ of: { model: 'gpt-5-mini' }, ...figures }],
    total: figures,
    ...more,
  };
}

const EVERYTHING = ['provider', 'model', 'connector', 'account', 'user', 'purpose', 'day'] as const;
const LONG = 'vendor/a-model-whose-name-is-longer-than-any-terminal-has-room-for\u001b[2J\u202e';
const crowded = report({
  by: EVERYTHING,
  groups: [{ of: Object.fromEntries(EVERYTHING.map((name) => [name, LONG])), ...figures }],
});

describe.each([60, 80, 120, 200])('in %i columns', (width) => {
  test.each([
    ['few', report()],
    ['a long one', report({ groups: [{ of: { model: LONG }, ...figures }] })],
    ['all', crowded],
  ])('the table fits with %s names, and its figures stand at the right', (_which, given) => {
    const lines = reportText(given, width);
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(width);
    const start = lines.findIndex((line) => / cost$/.test(line));
    const table = lines.slice(start, lines.indexOf('', start));
    expect(table).toHaveLength(5);
    expect(new Set(table.map(({ length }) => length)).size).toBe(1);
    expect(table.at(-1)).toMatch(/^tot.* \$1,234\.50$/);
  });
});

test('no name steers the terminal', () => {
  expect(reportText(crowded, 200).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('a wide terminal has everything, a narrow one says what it left out', () => {
  const wide = reportText(report(), 120).join('\n');
  expect(wide).toMatch(/^model +asked +cached +tries +failed +in +out +avg +p50 +p95 +cost$/m);
  expect(wide).toMatch(/^gpt-5-mini +12,345 +1,234 +11,222 +456 +123M +99,999 +1\.5 s +900 ms +12\.3 s +\$1,234\.50$/m);
  expect(wide).not.toContain('Too wide');
  expect(reportText(report(), 70).join(' ')).toContain('Too wide for this terminal: avg, p50, p95; --csv and --json');
});

test('long lists end, and say how much is missing', () => {
  const groups = Array.from({ length: 60 }, (_, n) => ({ of: { model: `model-${n}` }, ...figures }));
  const lines = reportText(report({ groups }), 80);
  expect(lines.filter((line) => line.startsWith('model-'))).toHaveLength(50);
  expect(lines).toContain('10 more: --csv and --json have all of them.');
});

test('who is not on record has words', () => {
  const of = { provider: null, user: null };
  const lines = reportText(report({ by: ['provider', 'user'], groups: [{ of, ...figures, latencyMs: null }] }), 120);
  expect(lines.find((line) => line.startsWith('(no answer)'))).toMatch(/\(nobody\) .* - +- +- /);
});
