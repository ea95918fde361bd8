import { isDay } from '../checksums.ts';
import type { Entity, Recogniser } from '../entity.ts';

const MONTHS =
  'jan|feb|m[aä]r|apr|ma[iyjr]|jun|jul|aug|sep|oct|o[kc]t|nov|dec|dez|f[ée]v|avr|juin|juil|ao[uû]|d[ée]c|ene|abr|ago|dic|fev|set|out|gen|mag|giu|lug|ott|mrt|mei|sty|lut|kwi|cze|lip|sie|wrz|pa[zź]|lis|gru|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек';
const MONTH = `(?:${MONTHS})\\p{L}{0,8}\\.?`;
const DATE = [
  String.raw`(?<y1>(?:19|20)\d{2})[-./](?<m1>\d{1,2})[-./](?<d1>\d{1,2})`,
  String.raw`(?<d2>\d{1,2})[-./]\s?(?<m2>\d{1,2})[-./]\s?(?<y2>(?:19|20)\d{2}|\d{2})`,
  String.raw`(?<d3>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?: (?:de|of))?[ -]${MONTH}(?:,? (?:de|del|of))?[ -,]{1,2}(?<y3>(?:19|20)\d{2})`,
  String.raw`${MONTH} (?<d4>\d{1,2})(?:st|nd|rd|th)?,? (?<y4>(?:19|20)\d{2})`,
].join('|');
const DATES = new RegExp(`(?<![\\p{L}\\p{N}.,/-])(?:${DATE})(?![\\p{N}]|[-/.]\\d)`, 'giu');
const BORN =
  /(?:\bborn|\bdob|d\.o\.b\.?|birth ?day|birth ?date|of birth|\bbirth|geboren|geb\.|geburtsdatum|geburtstag|née? le|naissance|anniversaire|nacid[oa]|nacimiento|nac[ií]|cumpleaños|nasc[ei]\p{L}*|nat[oa] il|nat[oa]|aniversário|geboortedatum|urodz\p{L}*|\bur\.|родил\p{L}*|рожден\p{L}*|(?<!\p{L})(?:д\.? ?р\.?|р\.))[^\n.!?]{0,30}$/iu;
/** A day that long ago is somebody's birth; after it, things are bought. */
const YOUNGEST = 2006;
const OLDEST = 1915;
const LOOK_BACK = 48;

/** Dates of birth: after a word that says so, or too long ago to be anything else. */
export const findBirthDates: Recogniser = (text) => {
  const found: Entity[] = [];
  if (!/\d/.test(text)) return found;
  for (const match of text.matchAll(DATES)) {
    const { groups = {}, index } = match;
    const before = text.slice(Math.max(0, index - LOOK_BACK), index);
    if (isBirth(groups, before)) found.push({ type: 'DATE_OF_BIRTH', start: index, end: index + match[0].length });
  }
  return found;
};

function isBirth(groups: Record<string, string | undefined>, before: string): boolean {
  const year = Number(groups.y1 ?? groups.y2 ?? groups.y3 ?? groups.y4);
  const [a, b] = [Number(groups.d1 ?? groups.d2 ?? groups.d3 ?? groups.d4), Number(groups.m1 ?? groups.m2 ?? 1)];
  if (!isDay(a, b) && !isDay(b, a)) return false;
  if (BORN.test(before)) return true;
  return year >= OLDEST && year <= YOUNGEST;
}

const AGE = [
  /(?<=(?:\bage|\balter|\bedad|\bâge|\bidade|\betà|\bleeftijd|\bwiek|возраст)\s?[:=]\s?)\d{1,3}(?!\d)/giu,
  /(?<=\baged? (?:of )?|\bi am |\bi'm |\bi’m |\bturn(?:ed|ing)? |\bshe is |\bhe is |\bich bin |\bim alter von |\bj'ai |\btengo |\btenho |\bho |\bik ben |\bmam |мне |ему |ей )\d{1,3}(?=(?:[ -](?:years?|y\/?o|jahre|ans|años|anos|anni|jaar|lat|года?|лет)(?!\p{L}))|[.,;!)]| and)/giu,
  // "Anna Schmidt, 34 Jahre": years after a name are an age, years of a warranty stand elsewhere.
  /(?<=\p{Lu}\p{Ll}+,? \(?)[1-9]\d(?= (?:years?|ans|años|anos|anni|jaar|lat|лет|года?|Jahre)(?:[,.)]|$))/gu,
  /(?<=\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \()[1-9]\d(?=\))/gu,
  /(?<![\p{L}\p{N}.,])\d{1,3}(?=[ -](?:years?[ -]old|year[ -]old|yrs? old|yo\b|y\/o|jahre alt|jährige?\p{L}{0,2}|ans et|años de edad|anos de idade|anni di età|jaar oud|летн\p{L}+))/giu,
];

/** Ages of people; how long a warranty runs or a parcel takes is no age. */
export const findAges: Recogniser = (text) => {
  if (!/\d/.test(text)) return [];
  return AGE.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => Number(match[0]) >= 1 && Number(match[0]) <= 115)
      .map(({ 0: written, index }) => ({ type: 'AGE' as const, start: index, end: index + written.length })),
  );
};
