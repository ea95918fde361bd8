import { NAME_PARTICLES } from '../common-words.ts';
import { GREETINGS } from './cues.ts';
import { COMMON, FIRST_NAME, LAST_NAME } from './lexicon.ts';
import type { Token } from './tokens.ts';

export const LONGEST_NAME = 5;
const BETWEEN = /^(?: {1,2}|\. ?|-)$/;
/** Particles that also link two things which are no name. */
const LINKS = new Set(['and', 'und', 'the', 'y', 'e']);

/** Capitalised words from `i` on that may be one name; ordinary words end it. */
export function nameRun(tokens: readonly Token[], i: number): Token[] {
  const run: Token[] = [];
  for (let j = i; j < tokens.length && run.length < LONGEST_NAME; j++) {
    const token = tokens[j];
    if (!token || (j > i && !continues(run, token))) break;
    if (isParticle(token) && leadsToName(tokens, j)) run.push(token);
    else if (token.capital && !isPlainWord(token)) run.push(token);
    else break;
  }
  while (run.length > 0 && (NAME_PARTICLES.has(run.at(-1)?.folded ?? '') || run.at(-1)?.folded === 'i')) run.pop();
  return run.some((token) => token.capital) ? run : [];
}

/** Shorter first names are particles of some language. */
const SHORTEST_WORD = 4;

/** "my name is anna schmidt", "hi bo,": a first name, which may be a long word too, and a surname after it. */
export function smallNameLength(tokens: readonly Token[], i: number): number {
  const [token, next] = [tokens[i], tokens[i + 1]];
  if (!token || !(token.flags & FIRST_NAME)) return 0;
  if (token.folded.length < (token.flags & COMMON ? SHORTEST_WORD : 3)) return 0;
  return next && next.gap === ' ' && !(next.flags & COMMON) && next.flags & LAST_NAME ? 2 : 1;
}

/** In a list of names, and nothing else. */
export function isNamed(token: Token): boolean {
  return (token.flags & (FIRST_NAME | LAST_NAME)) !== 0 && !(token.flags & COMMON);
}

/** A full stop goes on only after an initial: "J. Smith", but not "to Anna. Bo". */
function continues(run: readonly Token[], token: Token): boolean {
  return BETWEEN.test(token.gap) && (!token.gap.startsWith('.') || run.at(-1)?.initial === true);
}

function isParticle({ folded }: Token): boolean {
  return NAME_PARTICLES.has(folded) && !LINKS.has(folded);
}

/** "van den Broek": after at most three particles comes a name. */
function leadsToName(tokens: readonly Token[], i: number): boolean {
  for (let j = i + 1; j <= i + 3; j++) {
    const next = tokens[j];
    if (next?.gap !== ' ') return false;
    if (!isParticle(next)) return next.capital && !isPlainWord(next);
  }
  return false;
}

/** An ordinary word that is no name either. */
function isPlainWord(token: Token): boolean {
  const common = (token.flags & COMMON) !== 0 && !(token.flags & (FIRST_NAME | LAST_NAME));
  return common || (GREETINGS.has(token.folded) && !isNamed(token));
}
