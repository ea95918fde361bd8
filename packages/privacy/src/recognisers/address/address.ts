import type { Entity, Recogniser } from '../../entity.ts';
import { fold } from '../../fold.ts';
import { isCommonWord, isPlace } from '../../strangers/lexicon.ts';
import { STREETS } from './streets.ts';

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
const LOOK_BACK = 100;
/** A postal code and a town on a line of their own, or after a comma. */
const TOWN_ALONE = new RegExp(
  String.raw`(?<=^|\n|, |in |à |a |w |te |aus |nach )(?:(?:[A-Z]{1,2}-)?\d{5}|\d{2}-\d{3}|\d{4} ?[A-Z]{2}) (${CITY})(?=[ ]*(?:[\n.,;!?)]|$))`,
  'gu',
);
const STATE_AND_ZIP =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}.'’-]+ ){0,2}\p{Lu}[\p{L}.'’-]+,? [A-Z]{2},? \d{5}(?:-\d{4})?(?![\p{L}\p{N}])/gu;

/** Postal addresses: a street with its number, what follows of unit, postal code and town, and towns with their code. */
export const findAddresses: Recogniser = (text) => {
  const found: Entity[] = [];
  if (!/\d/.test(text)) return found;
  for (const { pattern, weak } of STREETS)
    for (const { 0: street, index } of text.matchAll(pattern)) {
      if (weak && !holdsName(street)) continue;
      const start = startOf(text, index + labelLength(street));
      found.push({ type: 'ADDRESS', start, end: withTownBelow(text, start, endOf(text, index + street.length)) });
    }
  for (const { 0: written, 1: city = '', index } of text.matchAll(TOWN_ALONE))
    if (city.split(/[ -]/).every((word) => !isCommonWord(fold(word))))
      found.push({ type: 'ADDRESS', start: index, end: index + written.length });
  for (const { 0: written, index } of text.matchAll(STATE_AND_ZIP))
    found.push({ type: 'ADDRESS', start: index, end: index + written.length });
  return found;
};

/** "12 Kuhn Ville" is an address, "3 USB Keys" is not. */
function holdsName(street: string): boolean {
  const words = street.match(/\p{L}[\p{L}'’-]+/gu) ?? [];
  return words.slice(0, -1).some((word) => !isCommonWord(fold(word)) && !/^\p{Lu}+$/u.test(word));
}

const TOWN_LINE = /\n{1,2}(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2})(?=[ ]*(?:\n|$))/uy;

/** In an address that stands in lines of its own, the line below the street is the town. */
function withTownBelow(text: string, start: number, end: number): number {
  if (start > 0 && text[start - 1] !== '\n') return end;
  TOWN_LINE.lastIndex = end;
  const [line = '', town = ''] = TOWN_LINE.exec(text) ?? [];
  return town.split(' ').every((word) => !isCommonWord(fold(word))) ? end + line.length : end;
}

/** "Anschrift Rosengasse 9": the words before a German street are more of its name, or say what it is. */
function labelLength(street: string): number {
  const [first = ''] = /^\p{L}+ (?=.*\p{L})/u.exec(street) ?? [];
  const name = fold(first.trim());
  return isCommonWord(name) && !PART_OF_STREET.test(name) ? first.length : 0;
}

const PART_OF_STREET =
  /^(?:alt|neu|gross|klein|lang|kurz|ober|unter|hoh|breit|calle|via|rue|rua|avenida|avenue|plaza|place|piazza|st|im|am|an|auf|in|zu|hinter|vor|ul|al|os|pl|p|po|ap|ca|c)/;

function startOf(text: string, index: number): number {
  const from = Math.max(0, index - LOOK_BACK);
  const before = /[а-яА-Я]/.test(text.slice(from, index)) ? BEFORE_STREET.exec(text.slice(from, index)) : null;
  return before ? from + before.index : index;
}

function endOf(text: string, from: number): number {
  AFTER_STREET.lastIndex = from;
  const end = from + (AFTER_STREET.exec(text)?.[0].length ?? 0);
  COUNTRY.lastIndex = end;
  const country = COUNTRY.exec(text);
  return country?.[1] && isPlace(fold(country[1].trim())) ? end + country[0].length : end;
}
