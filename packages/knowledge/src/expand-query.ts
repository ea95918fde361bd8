import { KINDS } from './kinds.ts';
import { SYNONYMS } from './synonyms.ts';
import { type Token, tokenize } from './tokens.ts';

/** `money back`: how far apart the words of one expression may stand, in content words. */
const WINDOW = 4;

/** Expressions of one language: the stems of each, and the stems of all others in its group. */
interface Expression {
  stems: readonly string[];
  others: readonly string[];
}

const byLanguage = new Map<string, ReadonlyMap<string, readonly Expression[]>>();

/** Stems of other words for what the token at `position` says, alone or together with its neighbours. */
export function alternatives(tokens: readonly Token[], position: number, language: string): string[] {
  const token = tokens[position];
  if (!token) return [];
  const nearby = tokens.slice(Math.max(0, position - WINDOW + 1), position + WINDOW);
  const found = new Set<string>();
  for (const { stems, others } of expressions(language).get(token.stem) ?? []) {
    if (stems.every((stem) => nearby.some((neighbour) => neighbour.stem === stem)))
      for (const other of others) if (other !== token.stem) found.add(other);
  }
  return [...found];
}

function expressions(language: string): ReadonlyMap<string, readonly Expression[]> {
  const known = byLanguage.get(language);
  if (known) return known;
  const byStem = new Map<string, Expression[]>();
  const note = (stems: readonly string[], others: readonly string[]) => {
    for (const stem of stems) byStem.set(stem, [...(byStem.get(stem) ?? []), { stems, others }]);
  };
  for (const group of SYNONYMS[language] ?? []) {
    const members = stemsOf(group, language);
    for (const stems of members) note(stems, singleWords(members.filter((other) => other[0] !== stems[0])));
  }
  for (const line of KINDS[language] ?? []) {
    const [names = [], kinds = []] = line.split(':').map((members) => stemsOf(members, language));
    // From a kind to what it is called and back; one kind never stands for another.
    for (const stems of kinds) note(stems, singleWords(names));
    for (const stems of names) note(stems, singleWords(kinds));
  }
  byLanguage.set(language, byStem);
  return byStem;
}

function stemsOf(members: string, language: string): string[][] {
  return members.split('|').map((phrase) => tokenize(phrase, language).map((token) => token.stem));
}

/** Only single words are offered: half of an expression ("back") would match anything. */
function singleWords(members: readonly (readonly string[])[]): string[] {
  return members.flatMap((stems) => (stems.length === 1 ? stems : []));
}
