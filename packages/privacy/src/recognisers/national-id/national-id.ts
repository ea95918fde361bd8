import type { Entity, Recogniser } from '../../entity.ts';
import type { Check } from './checks.ts';
import { any, STATE_NUMBERS } from './numbers.ts';

interface Rule {
  pattern: RegExp;
  passes: Check;
  after: RegExp | undefined;
}

const RULES: readonly Rule[] = STATE_NUMBERS.map(([, , form, passes, after]) => ({
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}.,/-])(?:${spelled(form)})(?![\\p{L}\\p{N}]|[-/.]\\d)`,
    passes === any ? 'gu' : 'giu',
  ),
  passes,
  after: after === undefined ? undefined : new RegExp(`(?<!\\p{L})(?:${after.replaceAll('.', '\\.')})`, 'iu'),
}));

/** Most numbers stand after none of these words, and then half of the rules need not be tried. */
const ANNOUNCED = new RegExp(
  STATE_NUMBERS.flatMap(([, , , , after]) => after ?? [])
    .join('|')
    .replaceAll('.', '\\.'),
  'iu',
);
const ALONE = RULES.filter(({ after }) => after === undefined);
/** Most groups have none of the forms: one look instead of one for each rule. */
const ANY_FORM = new RegExp([...new Set(RULES.map(({ pattern }) => pattern.source))].join('|'), 'iu');

/** Words with digits and what groups them; six digits at least make a number of a state. */
const GROUPED =
  /(?<![\p{L}\p{N}])(?:[A-Z]{1,3}[ -]){0,2}[A-Z]{0,6}\d[A-Z\d]*(?:[ ./+-]{1,2}(?:[A-Z]{0,6}\d[A-Z\d]*|[A-Z]{1,3}(?![\p{L}\p{N}])))*/giu;
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})$/;
const FEWEST_DIGITS = 6;
const LONGEST = 80;
const LOOK_BACK = 60;

/** Tax, social and personal numbers of states: by form and checksum, some only after a word that says what they are. */
export const findNationalIds: Recogniser = (text) => {
  const found: Entity[] = [];
  for (const { 0: group, index } of text.matchAll(GROUPED)) {
    if (group.length > LONGEST || DATE.test(group) || group.replace(/\D+/g, '').length < FEWEST_DIGITS) continue;
    const before = text.slice(Math.max(0, index - LOOK_BACK), index);
    // With a character on either side, so that the edges of the group are judged, too.
    const from = Math.max(0, index - 1);
    const around = text.slice(from, index + group.length + 2);
    if (!ANY_FORM.test(around)) continue;
    for (const rule of ANNOUNCED.test(before + group) ? RULES : ALONE)
      for (const match of matches(rule, around, before)) {
        const start = from + match.index;
        found.push({ type: 'NATIONAL_ID', start, end: start + match[0].length });
      }
  }
  return found;
};

function matches({ pattern, passes, after }: Rule, around: string, before: string): RegExpExecArray[] {
  return [...around.matchAll(pattern)].filter(
    (match) =>
      passes(match[0].replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()) &&
      (after === undefined || after.test(before + around.slice(0, match.index))),
  );
}

/** `.` means a full stop and `#` a digit. */
function spelled(form: string): string {
  return form
    .replace(/(?<!\[)\.(?!\])/g, '\\.')
    .replaceAll('[.', '[.')
    .replaceAll('#', '\\d');
}
