import type { Entity } from '../entity.ts';
import { fold } from '../fold.ts';
import { PLACE_PREPOSITIONS } from './cues.ts';
import { COMMON, COUNTRY, FIRST_NAME, LAST_NAME, type Lexicon, PLACE } from './lexicon.ts';
import type { Token } from './tokens.ts';

const AHEAD = 4;
/** After these words a place follows, known or not. */
const LIVES =
  /(?:\blive[sd]? in|\bliving in|\bbased in|\bborn in|\breside[sd]? in|\bresident of|\bmoved? to|\bmoving to|\brelocat\w+ to|\bcity of|\btown of|\bcity:|\bwohn(?:e|haft|en) in|\bgeboren in|\bumzug nach|\bhabite (?:a|au|en)|\bnee? a|\bvivo en|\bnacido en|\bnacida en|\bresido en|\bmoro em|\bvivo em|\babito a|\bvivo a|\bnat[oa] a|\bwoon(?:achtig)? in|\bgeboren te|\bmieszkam w|\burodzon[ya] w|живу в|проживаю в|родил(?:ся|ась) в|из города|в городе|город|г\.)\s*$/;

/** Towns, regions and countries: by lists, and unknown ones where somebody says that they live there. */
export function findPlaces(text: string, tokens: readonly Token[], lexicon: Lexicon): Entity[] {
  const found: Entity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const length = placeLength({ text, tokens, lexicon }, i);
    const [first, last] = [tokens[i], tokens[i + length - 1]];
    if (length === 0 || !first || !last) continue;
    found.push({ type: 'LOCATION', start: first.start, end: last.end });
    i += length - 1;
  }
  return found;
}

function placeLength(
  { text, tokens, lexicon }: { text: string; tokens: readonly Token[]; lexicon: Lexicon },
  i: number,
): number {
  const token = tokens[i];
  if (!token?.capital) return 0;
  const ahead = tokens.slice(i, i + AHEAD);
  const joined = ahead.findIndex((next, j) => j > 0 && !/^[ -]$|^\. $/.test(next.gap));
  const near = joined === -1 ? ahead : ahead.slice(0, joined);
  const listed = lexicon.placeLength(near.map(({ folded }) => folded));
  if (listed > 1 && near[listed - 1]?.capital) return listed;
  const said = !token.opens && LIVES.test(fold(text.slice(Math.max(0, token.start - 24), token.start)));
  if (said && !(token.flags & COMMON))
    return 1 + (near[1]?.capital && !(near[1].flags & COMMON) && !near[1].opens ? 1 : 0);
  if (listed === 1 && standsAlone(tokens, i)) return 1;
  return 0;
}

function standsAlone(tokens: readonly Token[], i: number): boolean {
  const [previous, token] = [tokens[i - 1], tokens[i]];
  if (!token || token.flags & COMMON || token.folded.length < 4) return false;
  if (previous?.capital && token.gap === ' ' && !previous.opens) return false;
  const prepared = PLACE_PREPOSITIONS.has(previous?.folded ?? '') && token.gap === ' ';
  if (token.flags & (FIRST_NAME | LAST_NAME)) return prepared;
  return (token.flags & (PLACE | COUNTRY)) !== 0 && (prepared || !token.opens || /[,\n]/.test(token.gap));
}
