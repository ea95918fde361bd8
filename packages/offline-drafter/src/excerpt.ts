import type { LanguagePack } from './phrases/language-pack.ts';
import { coverage, terms } from './terms.ts';
import { sentences, wordCount } from './text.ts';

/**
 * The part of a text that speaks of the question, in its own order: whole paragraphs, or whole sentences of a single
 * long one. A text within the limit comes back as it is.
 * @param limit words; a list is never cut and may exceed it
 */
export function excerpt(
  body: readonly string[],
  asked: ReadonlySet<string>,
  pack: LanguagePack,
  limit: number,
): readonly string[] {
  if (wordCount(body.join(' ')) <= limit) return body;
  const chosen = bestRun(body, asked, pack, limit);
  const [only] = chosen;
  if (chosen.length > 1 || only === undefined || wordCount(only) <= limit || only.includes('\n')) return chosen;
  return [bestRun(sentences(only, pack.language), asked, pack, limit).join(' ')];
}

/** Grows from the best unit, onwards first since an answer follows its topic, while the limit allows. */
function bestRun(units: readonly string[], asked: ReadonlySet<string>, pack: LanguagePack, limit: number): string[] {
  const scores = units.map((unit) => coverage(asked, terms(unit, pack)));
  let start = scores.indexOf(Math.max(...scores));
  // A line that leads into a list answers nothing alone, and the list is unclear without it.
  let end = start + 1;
  const fits = (from: number, to: number): boolean => wordCount(units.slice(from, to).join(' ')) <= limit;
  while (end < units.length && fits(start, end + 1)) end++;
  while (start > 0 && fits(start - 1, end)) start--;
  return units.slice(start, end);
}
