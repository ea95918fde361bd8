import { NEGATE } from './corrupt-negation.ts';
import { INVENTED_PROMISES } from './invented-promises.ts';
import type { Random } from './random.ts';

export type Corruption = 'number' | 'unit' | 'date' | 'name' | 'negation' | 'modality' | 'link' | 'promise';
export const CORRUPTIONS: readonly Corruption[] = [
  'number',
  'unit',
  'date',
  'name',
  'negation',
  'modality',
  'link',
  'promise',
];

// What follows reads the text by patterns of its own: the measurement must not share the mistakes of what it measures.

const MONTHS: Readonly<Record<string, readonly string[]>> = {
  en: ['January', 'March', 'May', 'June', 'September', 'November'],
  de: ['Januar', 'März', 'Juni', 'September', 'Oktober', 'November'],
  fr: ['janvier', 'mars', 'juillet', 'septembre', 'octobre'],
  es: ['enero', 'marzo', 'octubre', 'noviembre', 'julio'],
  pt: ['janeiro', 'junho', 'março', 'setembro'],
  ru: ['января', 'апреля', 'июля', 'сентября'],
};
const WEEKDAYS: Readonly<Record<string, readonly string[]>> = {
  en: ['Monday', 'Friday', 'Saturday', 'Thursday'],
  de: ['Montag', 'Freitag', 'Samstag', 'Donnerstag'],
  fr: ['lundi', 'vendredi', 'samedi', 'jeudi'],
  es: ['lunes', 'viernes', 'sábado', 'jueves'],
  pt: ['segunda', 'sexta', 'sábado', 'quinta'],
  ru: ['понедельника', 'пятницу', 'субботу', 'четверга'],
};
const UNITS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/(?<!business |working )\bdays\b/, 'weeks'],
    [/\bweeks?\b/, 'months'],
    [/\bmonths?\b/, 'years'],
    [/\bhours\b/, 'days'],
    [/ (?:business|working) days/, ' hours'],
    [/€/, '$'],
    [/\b(?:EUR|euros)\b/, 'USD'],
    [/\bGB\b/, 'TB'],
  ],
  de: [
    [/\bTagen?\b/, 'Wochen'],
    [/\bStunden\b/, 'Tage'],
    [/\bMonate\b/, 'Jahre'],
    [/\bJahren?\b/, 'Monaten'],
    [/\b(?:Arbeitst|Werkt)agen\b/, 'Wochen'],
    [/€|\bEuro\b/, 'CHF'],
  ],
  fr: [
    [/\bjours\b(?! ouvr)/, 'semaines'],
    [/\bsemaines\b/, 'mois'],
    [/\bheures\b/, 'jours'],
    [/jours ouvr\S+/, 'semaines'],
    [/€|\beuros\b/, 'CHF'],
  ],
  es: [
    [/\bdías\b(?! (?:háb|lab))/, 'semanas'],
    [/\bhoras\b/, 'días'],
    [/\bmeses\b/, 'años'],
    [/días hábiles/, 'semanas'],
    [/€|\beuros\b/, 'USD'],
  ],
  pt: [
    [/\bdias\b(?! úteis)/, 'semanas'],
    [/\bhoras\b/, 'dias'],
    [/\bmeses\b/, 'anos'],
    [/dias úteis/, 'semanas'],
    [/€|\beuros\b/, 'USD'],
  ],
  ru: [
    [/(?<![а-яё])дней(?![а-яё])/, 'недель'],
    [/(?<![а-яё])часов(?![а-яё])/, 'дней'],
    [/(?<![а-яё])часа(?![а-яё])/, 'дня'],
    [/рабочих дней/, 'недель'],
    [/рублей|руб\.|₽/, 'евро'],
  ],
};
const MODALS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bmust\b|\bhas to\b|\bhave to\b/, 'may'],
    [/\bcan\b(?! ?not)|\bmay\b(?! not)/, 'must'],
  ],
  de: [
    [/\bmüssen\b/, 'können'],
    [/\bmuss\b/, 'kann'],
    [/\bkönnen\b/, 'müssen'],
    [/\bkann\b/, 'muss'],
  ],
  fr: [
    [/\bdevez\b/, 'pouvez'],
    [/\bdoit\b/, 'peut'],
    [/\bpouvez\b/, 'devez'],
    [/\bpeut\b/, 'doit'],
  ],
  es: [
    [/\bdeben\b/, 'pueden'],
    [/\bdebe\b/, 'puede'],
    [/\bpuede\b/i, 'debe'],
  ],
  pt: [
    [/\bdeve\b/, 'pode'],
    [/\bpode\b/i, 'deve'],
  ],
  ru: [
    [/нужно|необходимо/, 'можно'],
    [/можно/, 'необходимо'],
  ],
};
const NAMES = [
  'Rotterdam',
  'Hannover',
  'Valencia',
  'Oslo',
  'Toronto',
  'Vauban',
  'Meridor',
  'Kessler',
  'Zorvex',
  'Amaral',
  'Quintero',
  'Trappe',
];
const RUSSIAN_NAMES = ['Самаре', 'Тюмени', 'Орлову', 'Зорвекс', 'Омске', 'Ларисе'];
/** Words of number, a few of each language; the next one takes the place of each. */
const WORDS =
  'two three five six seven ten twelve twenty zwei drei fünf sechs sieben zehn zwölf deux trois cinq six sept huit dix dos tres seis siete diez doce dois três cinco sete dez vinte трёх семь семи десяти четырёх шести двадцати пять'.split(
    ' ',
  );
const WORD = new RegExp(`(?<!\\p{L})(?:${WORDS.join('|')})(?!\\p{L})`, 'u');
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  en: ['four', 'nine', 'eleven'],
  de: ['vier', 'neun', 'elf'],
  fr: ['quatre', 'onze', 'douze'],
  es: ['cuatro', 'nueve', 'once'],
  pt: ['quatro', 'nove', 'onze'],
  ru: ['восьми', 'девяти', 'одиннадцати'],
};

const DATED: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    en: 'January|February|March|April|May|June|July|August|September|October|November|December',
    de: 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
    fr: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
    es: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
    pt: 'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro',
    ru: 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
  }).map(([language, names]) => [language, new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, 'u')]),
);

export interface Truth {
  language: string;
  sentence: string;
  /** The source that it was written from: names are what both have. */
  source: string;
}

/** The sentence with one thing made wrong, or undefined where it has nothing of the kind. */
export function corrupt({ language, sentence, source }: Truth, kind: Corruption, random: Random): string | undefined {
  const changed = {
    number: () => corruptNumber(sentence, language, random),
    unit: () => replaceFirst(sentence, UNITS[language] ?? []),
    date: () => corruptDate(sentence, language, random),
    name: () => corruptName({ language, sentence, source }, random),
    negation: () => NEGATE[language]?.(sentence),
    modality: () => replaceFirst(sentence, MODALS[language] ?? []),
    link: () =>
      sentence.replace(
        /[\w.-]+@[\w-]+|https?:\/\/[\w.-]+/,
        (found) => `${found}-${random.pick(['secure', 'pay', 'login'])}`,
      ),
    promise: () => random.pick(INVENTED_PROMISES[language] ?? []),
  }[kind]();
  return changed === undefined || changed === sentence ? undefined : changed.charAt(0).toUpperCase() + changed.slice(1);
}

function replaceFirst(sentence: string, rows: readonly (readonly [RegExp, string])[]): string {
  for (const [pattern, replacement] of rows) if (pattern.test(sentence)) return sentence.replace(pattern, replacement);
  return sentence;
}

function corruptNumber(sentence: string, language: string, random: Random): string {
  if (DATED[language]?.test(sentence) || /@|https?:/.test(sentence)) return sentence;
  const numbers = [...sentence.matchAll(/(?<![\p{L}\d.,:])\d+(?![\d:]*:)/gu)];
  if (numbers.length === 0) return sentence.replace(WORD, () => random.pick(OTHERS[language] ?? ['four']));
  const { index, 0: digits } = random.pick(numbers);
  const value = Number(digits);
  const other = random.pick(
    [value + 1, value * 2, value + 5, value * 10, Math.max(1, value - 1)].filter((candidate) => candidate !== value),
  );
  return sentence.slice(0, index) + other + sentence.slice(index + digits.length);
}

function corruptDate(sentence: string, language: string, random: Random): string {
  const month = DATED[language]?.exec(sentence);
  if (month) {
    const kinds = [
      () => sentence.replace(month[0], random.pick((MONTHS[language] ?? []).filter((name) => name !== month[0]))),
      () => sentence.replace(/\b20\d\d\b/, (year) => String(Number(year) + 1)),
      () => sentence.replace(/(?<![\d:])\d{1,2}(?![\d:])/, (day) => String((Number(day) % 27) + 1)),
    ];
    const changed = random.pick(kinds)();
    return changed === sentence ? (kinds[0]?.() ?? sentence) : changed;
  }
  for (const day of WEEKDAYS[language] ?? [])
    if (sentence.includes(day))
      return sentence.replace(day, random.pick((WEEKDAYS[language] ?? []).filter((other) => other !== day)));
  return sentence.replace(/\b\d{1,2}:\d\d\b/, (time) => (time.startsWith('13') ? '14:45' : '13:45'));
}

/** Common nouns of the corpus's German and first words are no names: a name is capitalised in its source in mid-sentence, and listed. */
const NO_NAMES =
  /^(?:PDF|CSV|JSON|API|EUR|USD|GB|TB|MB|PIN|CET|UTC|EU|UK|DHL|Mbps|SEPA|PIN|ПИН|VAT|Settings|Billing|Delete|Plus|Light|Home|Starter|Team|Profil|Mbit|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Мбит|Sie|Ihr\w*|Version)$/;
const GERMAN_NAMES =
  /Hermes|Österreich|Frankfurt|Brava|Brandner|Leipzig|Deutschlands|Fernau|Lindhorster|Werdo|Salvia|Moreno|Larnholm|Amberlau|Brise|Halkyon|Kino|Okafor|Lindqvist|Solara|Norvik|Meridian|Studienkolleg|Tarnwerk|Rollo|Ostertor/;

function corruptName({ language, sentence, source }: Truth, random: Random): string {
  const found =
    language === 'de'
      ? (sentence.match(GERMAN_NAMES) ?? []).slice(0, 1)
      : capitals(sentence).filter(
          (word) => source.includes(word.slice(0, 5)) && !NO_NAMES.test(word) && !DATED[language]?.test(word),
        );
  if (found.length === 0) return sentence;
  const name = random.pick(found);
  return sentence.replace(
    name,
    random.pick((language === 'ru' ? RUSSIAN_NAMES : NAMES).filter((other) => !source.includes(other))),
  );
}

function capitals(sentence: string): string[] {
  return [...sentence.matchAll(/(?<=[\p{L}\d,»«„"] [«„"]?)\p{Lu}\p{L}{2,}/gu)].map(([word]) => word);
}
