import { NAME_PARTICLES } from '../common-words.ts';
import type { Entity } from '../entity.ts';
import { fold } from '../fold.ts';
import { isGerman, PLACE_PREPOSITIONS } from './cues.ts';
import { COMMON, COUNTRY, FIRST_NAME, LAST_NAME, type Lexicon, PLACE } from './lexicon.ts';
import type { Token } from './tokens.ts';

const AHEAD = 4;
/** After these words a place follows, known or not. */
const LIVES =
  /(?:\bi am in|\bi['’]m in|\bgrew up in|\bmoved here from|\bcalling from|\boriginally from|\bi am from|\bi['’]m from|\blive[sd]? in|\bliving in|\bbased in|\blocated in|\bheadquartered in|\boffice in|\bborn in|\breside[sd]? in|\bresident of|\bmoved? to|\bmoving to|\brelocat\w+ to|\bcity of|\btown of|\bcity:|\bwohn(?:e|t|haft|en) in|\bkomme aus|\brufe aus|\bsitzt in|\bgeboren in|\bumzug nach|\bhabite (?:a|au|en)|\bappelle de|\bnee? a|\bvivo en|\bvive en|\bllamo desde|\bnacido en|\bnacida en|\bresido en|\bmoro em|\bmora em|\bligando de|\bvivo em|\babito a|\babita a|\bchiamo da|\bvivo a|\bnat[oa] a|\bwoon(?:t|achtig)? in|\bbel uit|\bgeboren te|\bmieszkam w|\burodzon[ya] w|живу в|проживаю в|родил(?:ся|ась) в|из города|в городе|город|г\.)\s*$/;

/** Towns, regions and countries: by lists, and unknown ones where somebody says that they live there. */
export function findPlaces(text: string, tokens: readonly Token[], lexicon: Lexicon): Entity[] {
  const found: Entity[] = [];
  const german = isGerman(tokens);
  for (let i = 0; i < tokens.length; i++) {
    const length = placeLength({ text, tokens, lexicon, german }, i);
    const [first, last] = [tokens[i], tokens[i + length - 1]];
    if (length === 0 || !first || !last) continue;
    found.push({ type: 'LOCATION', start: first.start, end: last.end });
    i += length - 1;
  }
  return found;
}

interface Context {
  text: string;
  tokens: readonly Token[];
  lexicon: Lexicon;
  german: boolean;
}

function placeLength({ text, tokens, lexicon, german }: Context, i: number): number {
  const token = tokens[i];
  if (!token?.capital) return 0;
  const ahead = tokens.slice(i, i + AHEAD);
  const joined = ahead.findIndex(
    (next, j) => j > 0 && !/^[ -]$/.test(next.gap) && !(next.gap === '. ' && (ahead[j - 1]?.folded.length ?? 9) < 4),
  );
  const near = joined === -1 ? ahead : ahead.slice(0, joined);
  const listed = lexicon.placeLength(near.map(({ folded }) => folded));
  if (listed > 1 && near[listed - 1]?.capital) return listed;
  const previous = tokens[i - 1];
  if (previous && !token.opens && isSaidPlace(text, token, previous)) return saidLength(near);
  if (listed === 1 && standsAlone(tokens, i)) return 1;
  if (!german && listed === 0 && isUnknownPlace(text, tokens, i)) return 1;
  return 0;
}

/** Whether the words before say that somebody lives, works or goes there. */
export function isSaidPlace(text: string, token: Token, previous: Token): boolean {
  if (!LAST_OF_LIVES.has(previous.folded)) return false;
  return LIVES.test(fold(text.slice(Math.max(0, token.start - 24), token.start)));
}

const LAST_OF_LIVES = new Set(
  'in of to from desde da de aus uit city town nach a au en em te w в из города городе город г'.split(' '),
);

/** A place that somebody says to live in, with what belongs to it: "Martins do Norte", "Neu Lindau". */
function saidLength(near: readonly Token[]): number {
  const plain = near.findIndex(
    ({ capital, flags, folded }) => (!capital && !NAME_PARTICLES.has(folded)) || (capital && (flags & COMMON) !== 0),
  );
  const rest =
    plain === 0 && near[0] && near[0].folded.length > 2 && near[1]?.capital && !(near[1].flags & COMMON)
      ? near.slice(0, 2)
      : near.slice(0, plain === -1 ? undefined : plain);
  return rest.findLastIndex(({ capital }) => capital) + 1;
}

/** "to Fernbrook": where only names have capitals, what is in no list and stands after a preposition of place. */
function isUnknownPlace(text: string, tokens: readonly Token[], i: number): boolean {
  const [previous, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (!token || !previous || token.flags !== 0 || token.caps || token.gap !== ' ' || token.folded.length < 4)
    return false;
  if (!IN_OR_TO.has(previous.folded) || (next?.capital && next.gap === ' ')) return false;
  if (isTitle(text, token)) return false;
  // "to Acme 3" and "in ReadMe" are things.
  return !/^[ -]?\d/.test(text.slice(token.end, token.end + 2)) && !/\p{Ll}\p{Lu}/u.test(token.text);
}

/** A line in which every long word has a capital. */
export function isTitle(text: string, { start, end }: Token): boolean {
  const from = Math.max(text.lastIndexOf('\n', start) + 1, start - 100);
  const to = text.indexOf('\n', end);
  const line = text.slice(from, Math.min(to === -1 ? text.length : to, end + 100));
  const capitals = line.match(/(?<!\p{L})\p{Lu}\p{L}{3}/gu)?.length ?? 0;
  return capitals > 1 && !/(?<!\p{L})\p{Ll}{4}/u.test(line);
}

const IN_OR_TO = new Set('in from to near à au a en em w do z в из во'.split(' '));

function standsAlone(tokens: readonly Token[], i: number): boolean {
  const [previous, token] = [tokens[i - 1], tokens[i]];
  if (!token || token.flags & COMMON || token.folded.length < 4) return false;
  if (previous?.capital && token.gap === ' ' && !previous.opens) return false;
  const prepared = PLACE_PREPOSITIONS.has(previous?.folded ?? '') && token.gap === ' ';
  if (token.flags & (FIRST_NAME | LAST_NAME)) return prepared;
  if (token.flags & COUNTRY) return true;
  return (token.flags & PLACE) !== 0 && (prepared || !token.opens || /[,\n]/.test(token.gap));
}
