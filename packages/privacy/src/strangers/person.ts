import type { Entity } from '../entity.ts';
import { GREETINGS, introduction, isGerman, isSignedOff, PLACE_PREPOSITIONS, ROLES, TITLES } from './cues.ts';
import { COMMON, COUNTRY, FIRST_NAME, LAST_NAME, PLACE } from './lexicon.ts';
import { isNamed, LONGEST_NAME, nameRun, smallNameLength } from './name-run.ts';
import { isTitle } from './place.ts';
import { isPatronymic } from './surname-shape.ts';
import type { Token } from './tokens.ts';

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
  const { tokens } = context;
  const token = tokens[i];
  if (!token) return 0;
  if (!token.capital) {
    const small = smallNameLength(tokens, i);
    const cue = small > 0 && cueBefore(context, i);
    return cue === 'sure' || cue === 'greeting' ? small : 0;
  }
  if (TITLES.has(token.folded) || (GREETINGS.has(token.folded) && !isNamed(token))) return 0;
  const run = nameRun(tokens, i);
  if (run.length === 0) return 0;
  return isName(context, i, run) ? run.length : 0;
}

function isName(context: Context, i: number, run: readonly Token[]): boolean {
  const cue = cueBefore(context, i);
  if (cue === 'sure') return true;
  const unknown = run.every(({ flags, caps }) => flags === 0 && !caps);
  // In German any noun may follow "I am"; after a farewell only departments do, and they are known.
  if (cue === 'signature') return unknown || run.some((token) => token.flags & FIRST_NAME || isNamed(token));
  if (cue === 'greeting' && run.some(({ flags }) => flags & FIRST_NAME)) return true;
  if (cue && (run.some(isNamed) || (unknown && (!context.german || run.length > 1)))) return true;
  return provesItself(context, i, run);
}

type Cue = 'sure' | 'likely' | 'greeting' | 'signature' | undefined;

/** What the words before make of a capitalised word. */
function cueBefore({ text, tokens }: Context, i: number): Cue {
  const [previous, token] = [tokens[i - 1], tokens[i]];
  if (!token) return undefined;
  const newLine = token.gap.includes('\n');
  if ((newLine || /[,–—-]/.test(token.gap)) && endsLine(text, tokens, i)) {
    if (isSignedOff(text.slice(Math.max(0, token.start - 60), token.start))) return 'signature';
    // "Please help, Anna Schmidt"
    if (token.gap === ', ' && isLastPair(tokens, i)) return 'likely';
  }
  if (!previous || newLine) return undefined;
  if (TITLES.has(previous.folded) && /^\.? $/.test(token.gap) && (previous.capital || previous.folded.length > 2))
    return 'sure';
  if (/^,? $/.test(token.gap) && GREETINGS.has(previous.folded) && endsAddress(text, tokens, i)) return 'greeting';
  if (token.gap === ' ' && ROLES.has(previous.folded))
    return isNamed(token) || !(token.flags & COMMON) ? 'sure' : undefined;
  const introduced = introduction(text, token.start, previous);
  const other = token.flags & (COMMON | PLACE | COUNTRY) || (token.flags === 0 && token.caps);
  return introduced === 'likely' && other ? undefined : introduced;
}

/** "Hi Bo," and "Thanks, Bo." but not "Hi Team leaders who ..." */
function endsAddress(text: string, tokens: readonly Token[], i: number): boolean {
  let last = i;
  while (tokens[last + 1]?.capital && tokens[last + 1]?.gap === ' ' && last - i < 3) last++;
  const end = tokens[last]?.end ?? 0;
  return /^(?:[ ]?[,!.;:?–-]|\s*\n|\s*$|\s(?:and|und|et|y|e|i|и|here|hier|ici|aquí|aqui|qui|for|für|pour)(?:\s|$))/.test(
    text.slice(end, end + 8),
  );
}

function endsLine(text: string, tokens: readonly Token[], i: number): boolean {
  let last = i;
  while (tokens[last + 1] && /^[. ]{1,2}$/.test(tokens[last + 1]?.gap ?? '') && last - i < LONGEST_NAME) last++;
  const end = tokens[last]?.end ?? 0;
  return /^[ .]*(?:[,\n|(\0-]|$)/.test(text.slice(end, end + 8));
}

/** The last two words of a text, both unknown. */
function isLastPair(tokens: readonly Token[], i: number): boolean {
  const pair = tokens.slice(i, i + 3);
  return pair.length === 2 && pair.every(({ capital, flags, caps }) => capital && !caps && !(flags & (COMMON | PLACE)));
}

function isFirst(token: Token): boolean {
  return (token.flags & FIRST_NAME) !== 0 && !(token.flags & COMMON);
}

/** Whether a row of capitalised words is a name without any word that says so. */
function provesItself(context: Context, i: number, run: readonly Token[]): boolean {
  const [first, second] = run;
  if (!first) return false;
  // "Передайте Ковальчуку Андрею": the first word of a sentence is a verb sooner than a third name.
  if (first.opens && first.flags === 0 && run.length > 2) return false;
  if (run.some((token) => isPatronymic(token.folded))) return true;
  if (!second) return standsAlone(context, i);
  if (first.caps !== second.caps && !first.initial) return standsAlone(context, i);
  if (first.initial) return run.some((token) => token.text.length > 2 && (isNamed(token) || token.flags === 0));
  if (run.some(isFirst)) return true;
  // "Will Smith", but not "Will Windows": the second word must be a name or nothing known.
  if (first.flags & FIRST_NAME) return !first.opens && !(second.flags & COMMON) && (second.flags & LAST_NAME) !== 0;
  if (context.german || first.caps || first.flags !== 0) return false;
  return isNamed(second) || (run.length === 2 && second.flags === 0 && areStrangeWords(context, i));
}

/** "my kid Aiko Tanaka": two words of no list, within a sentence in which other words have no capitals. */
function areStrangeWords({ text, tokens }: Context, i: number): boolean {
  const [previous, first, second] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (!first || !second || first.opens || previous?.capital || second.gap !== ' ') return false;
  if (/\d|[-_/™®]/.test(text.slice(second.end, second.end + 2))) return false;
  return !isTitle(text, first) && [first, second].every(({ text: word }) => /^\p{Lu}\p{Ll}{2,}$/u.test(word));
}

/** One word alone: a first name, or a surname where only names have capitals. */
function standsAlone({ text, tokens, german }: Context, i: number): boolean {
  const [previous, token] = [tokens[i - 1], tokens[i]];
  if (!token) return false;
  const { flags, folded } = token;
  if (flags & COMMON || folded.length < 3 || token.caps) return false;
  if (flags & (PLACE | COUNTRY) && (token.opens || PLACE_PREPOSITIONS.has(previous?.folded ?? ''))) return false;
  // Part of a name of something: "Galaxy Anna", "Anna Premium".
  if (previous?.capital && token.gap === ' ' && !previous.opens) return false;
  if (flags & FIRST_NAME)
    return folded.length > 3 || !token.opens || /^['’]s/.test(text.slice(token.end, token.end + 2));
  return (flags & LAST_NAME) !== 0 && !german && !token.opens && folded.length > 4;
}
