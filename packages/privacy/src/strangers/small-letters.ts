import { introducesSelf, introduction, PLACE_PREPOSITIONS, ROLES, TITLES } from './cues.ts';
import { COMMON, COUNTRY, FIRST_NAME, LAST_NAME, PLACE } from './lexicon.ts';
import { isSaidPlace } from './place.ts';
import type { Token } from './tokens.ts';

/** Shorter listed names are ordinary words of some language too often, unless words before say otherwise. */
const SHORTEST_FIRST = 5;
const SHORTEST_PLACE = 5;
const SHORTEST_INTRODUCED = 3;
const SHORTEST_WORD = 4;

/** Whether nobody pressed a shift key: a chat, or what a machine heard in a call. "I" and single letters do not count. */
export function isInSmallLetters(tokens: readonly Token[]): boolean {
  return tokens.every(({ capital, text }) => !capital || text.length === 1);
}

/** The same tokens, with a capital where the lists or the words before say that a careful writer had set one. */
export function withCapitals(text: string, tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  // A surname follows a first name; what follows a surname is the sentence.
  let surname = false;
  for (const token of tokens) {
    const previous = result.at(-1);
    surname = !surname && previous !== undefined && continuesName(token, previous);
    const name = surname || startsName(text, token, previous);
    const place =
      isPlaceName(token, previous) ||
      (previous !== undefined && !(token.flags & COMMON) && isSaidPlace(text, token, previous));
    result.push(name || place ? { ...token, capital: true, opens: false } : token);
  }
  return result;
}

function startsName(text: string, token: Token, previous: Token | undefined): boolean {
  const { flags, folded, start } = token;
  if (flags & COMMON) return flags & FIRST_NAME ? isIntroducedWord(text, token) : false;
  if (flags & FIRST_NAME && !(flags & (PLACE | COUNTRY)) && folded.length >= SHORTEST_FIRST) return true;
  if (!previous || folded.length < SHORTEST_INTRODUCED) return false;
  const introduced = introduction(text, start, previous);
  if (introduced === 'sure') return true;
  const named = (flags & (FIRST_NAME | LAST_NAME)) !== 0;
  return named && (introduced === 'likely' || ROLES.has(previous.folded) || TITLES.has(previous.folded));
}

/** "my name is rose", but not "my name is not": a long word that is a first name, after what only names follow. */
function isIntroducedWord(text: string, { folded, start }: Token): boolean {
  return folded.length >= SHORTEST_WORD && introducesSelf(text, start);
}

/** A surname after what was taken for a first name: listed, or in no list at all. */
function continuesName(token: Token, previous: Token): boolean {
  if (!previous.capital || previous.flags & (PLACE | COUNTRY) || token.gap !== ' ') return false;
  return (
    !(token.flags & COMMON) &&
    token.folded.length >= SHORTEST_INTRODUCED &&
    (token.flags === 0 || (token.flags & LAST_NAME) !== 0)
  );
}

function isPlaceName({ flags, folded }: Token, previous: Token | undefined): boolean {
  if (flags & COMMON || folded.length < SHORTEST_PLACE) return false;
  if (flags & COUNTRY && !(flags & (FIRST_NAME | LAST_NAME))) return true;
  return (flags & PLACE) !== 0 && PLACE_PREPOSITIONS.has(previous?.folded ?? '');
}
