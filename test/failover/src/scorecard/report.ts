import type { DialectName } from '../fault-server/dialect.ts';
import type { CaseResult, Verdict } from '../play-case.ts';
import type { FaultResult } from './play-all.ts';
import { type Score, scoreOf, sumOf } from './score.ts';

const TITLE_WIDTH = 25;
const WORDS: Readonly<Record<Verdict, string>> = { passed: 'pass', failed: 'FAIL', 'wrong-text': 'LIES' };

/** The scorecard for people, at most 80 columns wide. */
export function report(results: readonly FaultResult[], dialects: readonly DialectName[]): string {
  const groups = (['benchmark', 'own'] as const).filter((group) => results.some(({ fault }) => fault.group === group));
  const names = { benchmark: 'published benchmark', own: 'our own' };
  return [
    row(
      '',
      dialects.map((dialect) => dialect.padStart(10).padEnd(16)),
    ),
    row(
      'fault',
      dialects.map(() => 'tries  seconds'.padStart(16)),
    ),
    rule(dialects.length),
    ...groups.flatMap((group) => [
      ...results
        .filter(({ fault }) => fault.group === group)
        .map((result) =>
          row(
            result.fault.title,
            dialects.map((dialect) => cell(scoreOf(result, dialect))),
          ),
        ),
      rule(dialects.length),
    ]),
    ...groups.map((group) =>
      row(
        names[group],
        dialects.map((dialect) => sumOf(results, group, dialect).padEnd(16)),
      ),
    ),
    '',
    ...complaints(results),
    ...LEGEND,
  ].join('\n');
}

function row(title: string, cells: readonly string[]): string {
  return [title.padEnd(TITLE_WIDTH), ...cells].join('  ').trimEnd();
}

function rule(columns: number): string {
  return row('-'.repeat(TITLE_WIDTH), Array(columns).fill('-'.repeat(16)));
}

function cell(score: Score | undefined): string {
  if (!score) return '-';
  const { verdict, attempts, ms } = score;
  const tries = `${attempts.primary}+${attempts.fallback}`;
  return `${WORDS[verdict]} ${tries.padStart(5)} ${(ms / 1_000).toFixed(1).padStart(5)}`;
}

/** One paragraph for each thing that is wrong, however many cases it is wrong in. */
function complaints(results: readonly FaultResult[]): string[] {
  const paragraphs = results.flatMap(({ fault, cases }) => {
    const bad = Map.groupBy(
      cases.filter(({ verdict }) => verdict !== 'passed'),
      ({ verdict, case: name, why }) => `${WORDS[verdict]}: ${fault.title}, ${name}: ${why}`,
    );
    return [...bad].map(([sentence, where]) => wrap(`${sentence} (${where.map(placeOf).join(', ')})`));
  });
  return paragraphs.length > 0 ? [...paragraphs, ''] : [];
}

function placeOf({ dialect, arrangement }: CaseResult): string {
  return `${dialect} ${arrangement}`;
}

const WIDTH = 80;
const INDENT = '\n      ';

function wrap(text: string): string {
  let column = 0;
  return text.replace(/\s*(\S+)/g, (_, word: string) => {
    const breaks = column + 1 + word.length > WIDTH;
    const before = column === 0 ? '' : breaks ? INDENT : ' ';
    column = (breaks ? INDENT.length - 1 : column + before.length) + word.length;
    return before + word;
  });
}

const LEGEND = [
  'tries: requests to the primary + to the fallback. seconds: the slowest answer.',
  'Each fault in several cases, the fallback from the same and from another vendor.',
  'LIES: a truncated, repeated or mixed text was passed off as an answer.',
  '',
  'Published by others, not measured here, of 16: LiteLLM 9, Bifrost 9, LangChain',
  '9, Portkey 11 (three truncated answers passed off as success), OpenAI SDK 6.',
];
