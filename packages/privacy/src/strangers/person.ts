import { NAME_PARTICLES } from '../common-words.ts';
import type { Entity } from '../entity.ts';
import {
  GREETINGS,
  type Introduction,
  introduction,
  isGerman,
  isSignedOff,
  PLACE_PREPOSITIONS,
  ROLES,
  TITLES,
} from './cues.ts';
import { COMMON, COUNTRY, FIRST_NAME, LAST_NAME, PLACE } from './lexicon.ts';
import { isPatronymic } from './surname-shape.ts';
import type { Token } from './tokens.ts';

const LONGEST_NAME = 5;
const BETWEEN = /^(?: {1,2}|\. ?|-)$/;

interface Context {
  text: string;
  tokens: readonly Token[];
  german: boolean;
}

/** Names of people nobody told of: by lists, by their shape, and by the words around them. */
export function findPeople(text: string, tokens: readonly Token[]): Entity[] {
  const context = { text, tokens, german: isGerman(tokens) };
  const found: Entity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const length = nameLength(context, i);
    if (length === 0) continue;
    const last = tokens[i + length - 1];
    const first = tokens[i];
    if (first && last) found.push({ type: 'PERSON', start: first.start, end: last.initial ? last.end + 1 : last.end });
    i += length - 1;
  }
  return found;
}

/** How many tokens from `i` on are a name; 0 for none. */
function nameLength(context: Context, i: number): number {
  const token = context.tokens[i];
  if (!token) return 0;
  const cue = cueBefore(context, i);
  if (!token.capital) return cue === 'sure' || cue === 'greeting' ? smallName(context, i) : 0;
  if (TITLES.has(token.folded) || (GREETINGS.has(token.folded) && !isNamed(token))) return 0;
  const run = runFrom(context, i);
  if (run.length === 0) return 0;
  const listed = run.some(isNamed);
  if (cue === 'sure' || ((cue === 'greeting' || cue === 'likely') && (listed || mayBeName(context, run))))
    return run.length;
  return provesItself(context, run) ? run.length : 0;
}

type Cue = Introduction | 'greeting';

function cueBefore({ text, tokens }: Context, i: number): Cue {
  const token = tokens[i];
  const previous = tokens[i - 1];
  if (!token) return undefined;
  if (
    isSignedOff(text.slice(Math.max(0, token.start - 60), token.start)) &&
    (token.gap.includes('\n') || /[,–—-]/.test(token.gap))
  )
    return endsLine({ text, tokens }, i) ? 'greeting' : undefined;
  if (!previous) return undefined;
  if (TITLES.has(previous.folded) && /^\.? $/.test(token.gap) && (previous.capital || previous.folded.length > 2))
    return 'sure';
  if (/^,? $/.test(token.gap) && GREETINGS.has(previous.folded) && endsAddress({ text, tokens }, i)) return 'greeting';
  if (token.gap === ' ' && ROLES.has(previous.folded))
    return isNamed(token) || !(token.flags & COMMON) ? 'sure' : undefined;
  const introduced = token.gap.includes('\n') ? undefined : introduction(text, token.start);
  if (introduced === 'likely' && (token.flags & (COMMON | PLACE | COUNTRY) || (token.flags === 0 && token.caps)))
    return undefined;
  return introduced;
}

/** "Hi Bo," and "Thanks, Bo." but not "Hi Team leaders who ..." */
function endsAddress({ text, tokens }: Pick<Context, 'text' | 'tokens'>, i: number): boolean {
  let last = i;
  while (tokens[last + 1]?.capital && tokens[last + 1]?.gap === ' ' && last - i < 3) last++;
  return /^(?:[ ]?[,!.;:?–-]|\s*\n|\s*$|\s(?:and|und|et|y|e|und|i|и)\s)/.test(
    text.slice(tokens[last]?.end ?? 0, (tokens[last]?.end ?? 0) + 8),
  );
}

function endsLine({ text, tokens }: Pick<Context, 'text' | 'tokens'>, i: number): boolean {
  let last = i;
  while (tokens[last + 1] && /^[. ]{1,2}$/.test(tokens[last + 1]?.gap ?? '') && last - i < LONGEST_NAME) last++;
  return /^[ .]*(?:[,\n|(\0-]|$)/.test(text.slice(tokens[last]?.end ?? 0, (tokens[last]?.end ?? 0) + 8));
}

/** "my name is anna schmidt", "hi bo,": first names that are nothing else, and one word after them. */
function smallName({ tokens }: Context, i: number): number {
  const [token, next] = [tokens[i], tokens[i + 1]];
  if (!token || !(token.flags & FIRST_NAME) || token.flags & COMMON || token.folded.length < 3) return 0;
  return next && next.gap === ' ' && !(next.flags & COMMON) && next.flags & LAST_NAME ? 2 : 1;
}

/** Capitalised words in a row that may be one name; ordinary words end it. */
function runFrom({ tokens }: Context, i: number): Token[] {
  const run: Token[] = [];
  for (let j = i; j < tokens.length && run.length < LONGEST_NAME; j++) {
    const token = tokens[j];
    if (!token) break;
    if (j > i && !BETWEEN.test(token.gap)) break;
    if (j > i && token.gap.startsWith('.') && !run.at(-1)?.initial) break;
    const particle =
      j > i &&
      NAME_PARTICLES.has(token.folded) &&
      token.folded !== 'and' &&
      token.folded !== 'und' &&
      token.folded !== 'the';
    if (particle && !token.capital && tokens[j + 1]?.capital && !isPlainWord(tokens[j + 1])) run.push(token);
    else if (!token.capital || (isPlainWord(token) && !particle)) break;
    else run.push(token);
  }
  while (run.length > 0 && (NAME_PARTICLES.has(run.at(-1)?.folded ?? '') || run.at(-1)?.folded === 'i')) run.pop();
  return run;
}

/** An ordinary word that is no name either. */
function isPlainWord(token: Token | undefined): boolean {
  return (
    !token ||
    ((token.flags & COMMON) !== 0 && !(token.flags & (FIRST_NAME | LAST_NAME))) ||
    (GREETINGS.has(token.folded) && !isNamed(token))
  );
}

/** In a list of names, and nothing else. */
function isNamed(token: Token): boolean {
  return (token.flags & (FIRST_NAME | LAST_NAME)) !== 0 && !(token.flags & COMMON);
}

function isFirst(token: Token): boolean {
  return (token.flags & FIRST_NAME) !== 0 && !(token.flags & COMMON);
}

/** Unknown words after "Regards" or "I am": in German any noun is one, and departments sign, too. */
function mayBeName({ german }: Context, run: readonly Token[]): boolean {
  return run.every(({ flags, caps }) => flags === 0 && !caps) && (!german || run.length > 1);
}

/** Whether a row of capitalised words is a name without any word that says so. */
function provesItself(context: Context, run: readonly Token[]): boolean {
  const [first, second] = run;
  if (!first) return false;
  if (run.some((token) => isPatronymic(token.folded))) return true;
  if (!second) return standsAlone(context, first);
  if (first.caps !== second.caps && !first.initial) return standsAlone(context, first);
  if (first.initial) return run.some((token) => token.text.length > 2 && (isNamed(token) || token.flags === 0));
  if (run.some(isFirst)) return true;
  // "Will Smith", but not "Will Windows": the second word must be a name or nothing known.
  if (first.flags & FIRST_NAME)
    return !first.opens && (second.flags & COMMON) === 0 && (second.flags & LAST_NAME) !== 0;
  return !context.german && !first.opens && first.flags === 0 && isNamed(second) && !first.caps;
}

/** One word alone: a first name, or a surname where only names have capitals. */
function standsAlone({ text, tokens, german }: Context, token: Token): boolean {
  const { flags, folded } = token;
  if (flags & COMMON || folded.length < 3 || token.caps) return false;
  const previous = tokens[tokens.indexOf(token) - 1];
  if (flags & (PLACE | COUNTRY) && (token.opens || PLACE_PREPOSITIONS.has(previous?.folded ?? ''))) return false;
  // Part of a name of something: "Galaxy Anna", "Anna Premium".
  if (previous?.capital && token.gap === ' ' && !previous.opens) return false;
  if (flags & FIRST_NAME)
    return folded.length > 3 || !token.opens || /^['’]s/.test(text.slice(token.end, token.end + 2));
  return (flags & LAST_NAME) !== 0 && !german && !token.opens && folded.length > 4;
}
