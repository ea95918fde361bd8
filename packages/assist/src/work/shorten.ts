import { checkDraft } from '@draftsmith/grounding';

/** Where a source supports anything or not does not matter here: only what claims nothing may go. */
const NOTHING = { id: 'text', text: '' };
/** Characters of a line that addresses somebody. */
const MAX_GREETING = 60;

/**
 * Shorter without a model: what says nothing goes, thanks, regrets and offers of help. Greeting, sign-off, questions and
 * everything that claims something stay, word for word.
 *
 * @returns the same text where nothing can go
 */
export function shorten(text: string, language: string): string {
  const { sentences } = checkDraft({ text, language }, [NOTHING]);
  const bodyFrom = greetingEnd(text);
  const bodyTo = signOffStart(text);
  let result = '';
  let rest = 0;
  for (const { start, end, verdict, text: sentence } of sentences) {
    const isBody = start >= bodyFrom && end <= bodyTo;
    if (!isBody || verdict !== 'no-claim' || /[?\d]|https?:/.test(sentence)) continue;
    result += text.slice(rest, start);
    rest = end;
  }
  return tidy(result + text.slice(rest));
}

/** "Dear Anna," stands alone in its line. */
function greetingEnd(text: string): number {
  const line = text.indexOf('\n');
  return line > 0 && line <= MAX_GREETING && /[,!.:]\s*$/.test(text.slice(0, line)) ? line : 0;
}

/** The last paragraph of short lines: a formula, a name. */
function signOffStart(text: string): number {
  const at = text.lastIndexOf('\n\n');
  const last = text.slice(at + 2).split('\n');
  return at > 0 && last.every((line) => line.length <= MAX_GREETING) ? at : text.length;
}

function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/^ +/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
