import type { Entity, Recogniser } from '../../entity.ts';
import { fold } from '../../fold.ts';
import { isCommonWord, isPlace } from '../../strangers/lexicon.ts';
import { STREETS, type Street } from './streets.ts';

const CITY = String.raw`\p{Lu}[\p{L}\p{M}'’.-]{1,30}(?:[ -](?:(?:de|du|des|del|di|la|le|les|sur|am|an|der|im|do|da|dos|upon|on|of|in|el|los|las|a) ){0,2}\p{Lu}?[\p{L}\p{M}'’.()/-]{1,30}){0,3}?`;
const UNIT = String.raw`(?:[ ,\n]{1,3}(?i:apt|apartment|suite|ste|unit|flat|floor|room|bldg|building|wohnung|whg|apto|apartamento|appartement|appartamento|piano|interno|int|esc|escalera|piso|puerta|bajo|bloco|casa|quadra|andar|étage|bât|m|lok|кв(?:артира)?|к(?:орп(?:ус)?)?|стр(?:оение)?|оф(?:ис)?|под(?:ъезд)?|эт(?:аж)?)\.? ?[#№]?\d{1,5}[a-zа-я]?(?![\p{L}\p{N}])|, ?\d{1,2} ?[ºª°](?: ?[A-Z](?!\p{L}))?| ?#\d{1,5}){0,4}`;
const SEPARATOR = String.raw`(?: ?[,;–-] ?\n?| ?\n ?,? ?| )`;
/** A postal code and a town, in either order; a country after them. */
const TOWN = [
  String.raw`(?:[A-Z]{1,3}-)?(?:\d{5}(?:-\d{3,4})?|\d{2}-\d{3}|\d{4} ?[A-Z]{2}|\d{4}|\d{6}),? (?:г\.? ?|м\. ?)?${CITY}(?: \([A-Z]{2}\))?`,
  String.raw`${CITY},?\s{1,2}(?:,? ?[A-Z]{2},? ?\s?|\p{Lu}\p{L}+,? )?(?:\p{Lu}\p{L}+ )?(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4})(?![\p{L}\p{N}])`,
  String.raw`${CITY}\s?,\s?(?:[A-Z]{2}(?![\p{L}\p{N}])|\d{5,6}(?![\p{L}\p{N}]))`,
].join('|');
const LINE_END = String.raw`(?=[ ]*(?:[\n.,;!?)]|$))`;
const AFTER_STREET = new RegExp(`${UNIT}(?:${SEPARATOR}(?:${TOWN})${LINE_END})?`, 'uy');
const COUNTRY = /(?:,|\n)\s?(\p{Lu}[\p{L}. ]{2,30})(?=[ ]*(?:[\n.,;!?)]|$))/uy;
/** Russian addresses begin with the town: "119021, г. Москва, ул. ..." */
const BEFORE_STREET =
  /(?:(?<!\d)\d{6},? ?)?(?:(?:Россия|РФ),? ?)?(?:[\p{Lu}][\p{L}-]+(?:ая|ий) (?:обл(?:\.|асть)|край),? ?)?(?:(?:г(?:\.|ород)?|гор\.|пос\.|с\.|д\.) ?)?(?:\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?, ?)$/u;
/** "47 Salontie 19": the number of a house or a flat before the street. */
const FLAT_BEFORE =
  /(?<![\p{L}\p{N}.,#№:/-] ?)(?<!\d )(?:(?:Apt|Suite|Unit|Flat|apt|suite|unit|flat)\.? ?#?\d{1,5},? (?:\d{1,4} )?|\d{1,4} )$/u;
const LOOK_BACK = 100;
/** A postal code and a town on a line of their own, or after a comma. */
const TOWN_ALONE = new RegExp(
  String.raw`(?<=^|\n|, |in |à |a |w |te |aus |nach )(?:(?:[A-Z]{1,2}-)?\d{5}|\d{2}-\d{3}|\d{4} ?[A-Z]{2}) (${CITY})(?=[ ]*(?:[\n.,;!?)]|$))`,
  'gu',
);
const HAS_ZIP = /[A-Z]{2},? \d{5}/;
const STATE_AND_ZIP =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}.'’-]+ ){0,2}\p{Lu}[\p{L}.'’-]+,? (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}(?:-\d{4})?(?![\p{L}\p{N}])/gu;

/** Postal addresses: a street with its number, what follows of unit, postal code and town, and towns with their code. */
export const findAddresses: Recogniser = (text) => {
  const found: Entity[] = [];
  const addStreet = (street: string, index: number) => {
    const start = startOf(text, index + labelLength(street));
    found.push({ type: 'ADDRESS', start, end: endOfBlock(text, start, endOf(text, index + street.length)) });
  };
  for (const { from, part } of partsWithNumbers(text))
    for (const { pattern, weak, hint } of streetsOf(part))
      for (const { 0: street, index } of !hint || hint.test(part) ? part.matchAll(pattern) : [])
        if (!weak || holdsName(street)) addStreet(street, from + index);
  if (found.length === 0 && !/\d{3}/.test(text)) return found;
  for (const { 0: unit, index } of text.matchAll(UNIT_ALONE)) {
    const start = streetBefore(text, index);
    if (start !== undefined) found.push({ type: 'ADDRESS', start, end: endOfBlock(text, start, index + unit.length) });
  }
  for (const { 0: written, 1: city = '', index } of text.matchAll(TOWN_ALONE))
    if (city.split(/[ -]/).every((word) => !isCommonWord(fold(word))))
      found.push({ type: 'ADDRESS', start: index, end: index + written.length });
  for (const { 0: written, index } of HAS_ZIP.test(text) ? text.matchAll(STATE_AND_ZIP) : [])
    found.push({ type: 'ADDRESS', start: index, end: index + written.length });
  return found;
};

/** Those whose signs the text holds at all: most messages are in one script. */
function streetsOf(part: string): readonly Street[] {
  return CYRILLIC.test(part) ? STREETS : LATIN_STREETS;
}

const CYRILLIC = /[а-я]/;
const LATIN_STREETS = STREETS.filter(({ cyrillic }) => !cyrillic);

/** Further from its house number no street begins. */
const SIGHT = 120;

/** The stretches around digits, cut between words: a street without a number is not looked for. */
function* partsWithNumbers(text: string): Generator<{ from: number; part: string }> {
  let [from, to] = [0, Number.NEGATIVE_INFINITY];
  for (const { 0: digits, index } of text.matchAll(/\d[\d\s]*/g)) {
    if (index - SIGHT > to) {
      if (to > from) yield { from, part: text.slice(from, to) };
      from = index <= SIGHT ? 0 : Math.max(0, text.lastIndexOf(' ', index - SIGHT));
    }
    to = text.indexOf(' ', index + digits.length + SIGHT);
    if (to === -1) to = text.length;
  }
  if (to > from) yield { from, part: text.slice(from, to) };
}

/** "12 Kuhn Ville" is an address, "3 USB Keys" is not. */
function holdsName(street: string): boolean {
  const words = street.match(/\p{L}[\p{L}'’-]+/gu) ?? [];
  const name = /\d[a-z]?$/.test(street) ? words : words.slice(0, -1);
  return name.some((word) => !isCommonWord(fold(word)) && !/^\p{Lu}+$/u.test(word));
}

/** A line or a part between commas below the street: flat, town, state, postal code, country; `>` is a quoted mail. */
const NEXT_PART =
  /[ ]?(?<gap>,? ?\r?\n{1,2}[>|? \t]{0,8},? ?|, | {1,2})(?:(?<unit>(?i:apt|apartment|suite|ste|unit|flat|floor|room|box)\.? ?#?\d{1,5}(?![\p{L}\p{N}]))|(?<code>\d{4,6}(?:-\d{3,4})?(?!\d|[.,:]\d))|(?<state>[A-Z]{2}(?![\p{L}\p{N}]))|(?<words>\p{Lu}[\p{L}\p{M}'’.-]+(?:[ -](?:(?:de|du|des|del|di|da|do|la|le|der|den|am|an|of|the|and|i|u|pri|nad|near|sur|upon) ){0,3}\p{Lu}[\p{L}\p{M}'’.-]*){0,5}))(?=[ ]*(?:[\n,.;!?)>]|$|\d{4,6}(?:-\d{3,4})?(?![\d/-])|[A-Z]{2}(?![\p{L}\p{N}])))/uy;
const MOST_PARTS = 6;
const FLAT_AT_END = /(?:apt|suite|ste|unit|flat|apartment)\.? ?#?\d{1,5}$/iu;

/** What follows a street of flat, town, state, postal code and country, on its line or on lines of their own. */
function endOfBlock(text: string, start: number, from: number): number {
  const ownLine = /(?:^|\n)[>|? \t]*$/.test(text.slice(Math.max(0, start - LOOK_BACK), start));
  let end = from;
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    NEXT_PART.lastIndex = end;
    const { 0: part = '', groups: { gap = '', words } = {} } = NEXT_PART.exec(text) ?? {};
    if (part === '') break;
    const near = /[,\n]/.test(gap) || FLAT_AT_END.test(text.slice(Math.max(0, end - 16), end));
    if (words !== undefined && !isTownPart(words, near && (ownLine || parts > 0 || !gap.includes('\n')))) break;
    end += part.length;
  }
  return end > from && text[end - 1] === '.' ? end - 1 : end;
}

/** A town or country, known or not; a name after a mere space is the next sentence or thing. */
function isTownPart(words: string, near: boolean): boolean {
  const plain = fold(words.replace(/[.]$/, ''));
  if (isPlace(plain)) return true;
  if (!near) return false;
  // Particles are small; of the others none is a label or a greeting.
  return (words.match(/\p{Lu}[\p{L}\p{M}]*/gu) ?? []).every((word) => !isCommonWord(fold(word)));
}

const UNIT_ALONE =
  /(?<![\p{L}\p{N}])(?:Apt|Apartment|Suite|Ste|Flat|Unit|apt|apartment|suite)\.? ?#?\d{1,5}(?![\p{L}\p{N}])/gu;
const MOST_STREET_WORDS = 5;

/** Where the words before a flat's number begin, when they hold a house number and a name. */
function streetBefore(text: string, index: number): number | undefined {
  const before = text
    .slice(Math.max(0, index - LOOK_BACK), index)
    .trimEnd()
    .replace(/[,>|?\s]{1,8}$/, '');
  const line = before.slice(
    Math.max(...['\n', ': ', '; ', '! ', '? ', '. '].map((end) => before.lastIndexOf(end))) + 1,
  );
  const words = line.match(/\p{L}[\p{L}'’-]+/gu) ?? [];
  const numbered = /\d \p{L}|\p{L} ?\d/u.test(line) && words.length <= MOST_STREET_WORDS;
  if (!numbered || words.every((word) => isCommonWord(fold(word)))) return undefined;
  // From the house number or the first capital on: "send it to 12 Rosewood, Apt 4".
  return Math.max(0, index - LOOK_BACK) + before.length - line.length + line.search(/\d|\p{Lu}/u);
}

/** "Anschrift Rosengasse 9": the words before a German street are more of its name, or say what it is. */
function labelLength(street: string): number {
  const [first = ''] = /^\p{L}+ (?=.*\p{L})/u.exec(street) ?? [];
  const name = fold(first.trim());
  return isCommonWord(name) && !PART_OF_STREET.test(name) ? first.length : 0;
}

const PART_OF_STREET =
  /^(?:unit|psc|cmr|alt|neu|gross|klein|lang|kurz|ober|unter|hoh|breit|calle|via|rue|rua|avenida|avenue|plaza|place|piazza|st|im|am|an(?!schrift)|auf|in|zu|hinter|vor|ul|al|os|pl|p|po|ap|ca|c)/;

function startOf(text: string, index: number): number {
  const from = Math.max(0, index - LOOK_BACK);
  const before = /[а-яА-Я]/.test(text.slice(from, index)) ? BEFORE_STREET.exec(text.slice(from, index)) : null;
  if (before) return from + before.index;
  const flat = FLAT_BEFORE.exec(text.slice(from, index));
  return index - (flat?.[0].length ?? 0);
}

function endOf(text: string, from: number): number {
  AFTER_STREET.lastIndex = from;
  const end = from + (AFTER_STREET.exec(text)?.[0].length ?? 0);
  COUNTRY.lastIndex = end;
  const country = COUNTRY.exec(text);
  return country?.[1] && isPlace(fold(country[1].trim())) ? end + country[0].length : end;
}
