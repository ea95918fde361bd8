import type { Acceptance } from '@draftsmith/contracts';
import { detectLanguage } from '@draftsmith/knowledge';
import { align } from './align.ts';
import { descentOf } from './descent.ts';
import { editsOf } from './edits.ts';
import { bodyOf } from './letter.ts';
import { type Statement, statementsOf } from './statements.ts';
import { isTranslation } from './translated.ts';

/**
 * From here on a reply comes from the draft: a share of three-word runs. Measured on letters of the same matter, see
 * `measure/main.ts`: those that were written without the draft stay below, those made of it above.
 */
const DESCENDS = 0.25;
/** A short reply shares a run or two by chance. */
const LEAST_RUNS = 3;

export interface Languages {
  /** ISO 639-1 of the draft; found from its text where absent. */
  draft?: string;
  /** Of the reply. */
  reply?: string;
}

/**
 * What became of a draft, by the reply that was sent after it. Pure; no model is asked. Greeting, signature, quoted mail,
 * markup, spacing, case and punctuation count on neither side.
 */
export function compare(draft: string, reply: string, languages: Languages = {}): Acceptance {
  const [ours, theirs] = [bodyOf(draft), bodyOf(reply)];
  const language = languages.draft ?? detectLanguage(ours);
  const [from, to] = [statementsOf(ours, language), statementsOf(theirs, language)];
  if (textOf(from) === textOf(to)) return { verdict: 'as-is', kept: 1, added: 0, edits: [] };
  const groups = align(from, to);
  const common = groups.reduce((sum, group) => sum + group.common, 0);
  const shares = { kept: share(common, wordsIn(from)), added: 1 - share(common, wordsIn(to)) };
  const { share: descent, runs } = descentOf(from, to);
  if (runs >= LEAST_RUNS && descent >= DESCENDS)
    return { verdict: 'edited', ...shares, edits: editsOf({ draft: from, reply: to, groups, language }) };
  const replied = languages.reply ?? detectLanguage(theirs, language);
  if (replied !== language && isTranslation(ours, theirs, [from.length, to.length]))
    return { verdict: 'edited', ...shares, edits: ['translated'] };
  return { verdict: 'ignored', ...shares, edits: [] };
}

function textOf(statements: readonly Statement[]): string {
  return statements.flatMap(({ words }) => words).join(' ');
}

function wordsIn(statements: readonly Statement[]): number {
  return statements.reduce((sum, { words }) => sum + words.length, 0);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
