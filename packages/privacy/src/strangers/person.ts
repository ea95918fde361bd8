import { NAME_PARTICLES } from '../common-words.ts';
import type { Entity } from '../entity.ts';
import {
  GREETINGS,
  introducesSelf,
  introduction,
  isGerman,
  isSignedOff,
  PLACE_PREPOSITIONS,
  ROLES,
  TITLES,
} from './cues.ts';
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
  const { text, tokens } = context;
  const token = tokens[i];
  if (!token) return 0;
  if (!token.capital) {
    const small = smallNameLength(tokens, i);
    if (small === 0) return 0;
    const cue = cueBefore(context, i);
    if (token.flags & COMMON) return cue === 'sure' && introducesSelf(text, token.start) ? small : 0;
    return cue === 'sure' || cue === 'greeting' ? small : 0;
  }
  if (TITLES.has(token.folded) || (GREETINGS.has(token.folded) && !isNamed(token))) return 0;
  // "ICH BIN", "IK BEN": elsewhere a particle of names, or a first name.
  if (token.caps && I_AM.test(`${tokens[i - 1]?.folded} ${token.folded}`)) return 0;
  const run = withoutSentence(context, i, nameRun(tokens, i));
  if (run.length === 0) return 0;
  return isName(context, i, run) ? run.length : 0;
}

const I_AM = /^(?:ich bin|ik ben)$/;
const SIGHT = 3;

/**
 * Where all is in capitals they do not tell where a name ends: after a title one word is a name, elsewhere two or one
 * behind first names, and what follows must be in a list of names.
 */
function withoutSentence({ tokens }: Context, i: number, run: Token[]): Token[] {
  if (!isShouted(tokens, i, run)) return run;
  const titled = TITLES.has(tokens[i - 1]?.folded ?? '');
  let words = 0;
  let firstNames = 0;
  const end = run.findIndex((token) => {
    if (token.initial || NAME_PARTICLES.has(token.folded)) return false;
    const goesOn = titled ? words < 1 : words < 2 || firstNames === words;
    words += 1;
    if (isFirst(token)) firstNames += 1;
    return !goesOn && !(isNamed(token) && (!titled || token.flags & LAST_NAME));
  });
  const name = end === -1 ? run : run.slice(0, end);
  while (NAME_PARTICLES.has(name.at(-1)?.folded ?? '')) name.pop();
  return name;
}

/** A name in capitals among others in capitals. */
function isShouted(tokens: readonly Token[], i: number, run: readonly Token[]): boolean {
  if (!run.every(({ caps, initial }) => caps || initial)) return false;
  const around = [
    ...tokens.slice(Math.max(0, i - SIGHT), i),
    ...tokens.slice(i + run.length, i + run.length + SIGHT),
  ].filter(({ text }) => text.length > 1);
  return around.length >= 2 && around.every(({ caps }) => caps);
}

function isName(context: Context, i: number, run: readonly Token[]): boolean {
  const cue = cueBefore(context, i);
  if (cue === 'sure') return true;
  const unknown = run.every(({ flags, caps }) => flags === 0 && !caps);
  // In German any noun may follow "I am"; after a farewell only departments do, and they are known.
  if (cue === 'signature') return unknown || run.some((token) => token.flags & FIRST_NAME || isNamed(token));
  if (cue === 'greeting' && run.some(({ flags }) => flags & FIRST_NAME)) return true;
  if (cue && (run.some(isNamed) || isFullName(run) || (unknown && (!context.german || run.length > 1)))) return true;
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
  if (introduced !== 'likely' || isFullName(nameRun(tokens, i))) return introduced;
  const other = token.flags & (COMMON | PLACE | COUNTRY) || (token.flags === 0 && token.caps);
  return other ? undefined : introduced;
}

/** "I am Grace Hope": words both, and names both. */
function isFullName(run: readonly Token[]): boolean {
  const [first, second] = run;
  if (!first || !second || first.caps || !(first.flags & FIRST_NAME || run.some(isNamed))) return false;
  return run.every(({ flags, folded }) => flags & (FIRST_NAME | LAST_NAME) || NAME_PARTICLES.has(folded));
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
  // "KENT DE ZAAK": among capitals one hit in a list is chance.
  if (run.some(isFirst)) return !isShouted(context.tokens, i, run) || run.filter(isNamed).length > 1;
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
  // "12 Jan 2026"
  if (/\d[. ]{1,2}$/.test(token.gap) && /^[. ,]{1,2}\d/.test(text.slice(token.end, token.end + 3))) return false;
  if (flags & (PLACE | COUNTRY) && (token.opens || PLACE_PREPOSITIONS.has(previous?.folded ?? ''))) return false;
  // Part of a name of something: "Galaxy Anna", "Anna Premium".
  if (previous?.capital && token.gap === ' ' && !previous.opens) return false;
  if (flags & FIRST_NAME)
    return folded.length > 3 || !token.opens || /^['’]s/.test(text.slice(token.end, token.end + 2));
  // "Tihomila's address": what only people have.
  if (flags === 0 && OWNED.test(text.slice(token.end, token.end + 20))) return true;
  return (flags & LAST_NAME) !== 0 && !german && !token.opens && folded.length > 4;
}

const OWNED =
  /^['’]s (?:(?:home|email|e-mail|phone|new|old) )?(?:address|phone|number|birthday|passport|husband|wife|partner|parents|email|e-mail|laptop|signature|salary|parcel|luggage)(?!\p{L})/u;
