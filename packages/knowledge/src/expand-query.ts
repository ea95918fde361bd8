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
  for (const group of SYNONYMS[language] ?? []) {
    const members = group.split('|').map((phrase) => tokenize(phrase, language).map((token) => token.stem));
    for (const stems of members) {
      // Only single words are offered: half of an expression ("back") would match anything.
      const others = members.flatMap((other) => (other.length === 1 && other[0] !== stems[0] ? other : []));
      for (const stem of stems) byStem.set(stem, [...(byStem.get(stem) ?? []), { stems, others }]);
    }
  }
  byLanguage.set(language, byStem);
  return byStem;
}
