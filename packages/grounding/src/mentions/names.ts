import { isGermanNoun } from '../language/german-nouns.ts';
import { isKnownName } from '../language/places-and-names.ts';
import { stopWords } from '../language/stop-words.ts';
import type { SentenceRange } from '../read/sentences.ts';
import { monthOf, weekdayOf } from './calendar-words.ts';
import type { Reader } from './reader.ts';
import { unitOf } from './units.ts';

/** `sure` is a name wherever it stands, `likely` is one by its place, `doubtful` may be a noun or a sentence's first word. */
export type NameCertainty = 'sure' | 'likely' | 'doubtful';

export interface NameWord {
  token: number;
  certainty: NameCertainty;
}

const TITLES =
  /^(?:mr|mrs|ms|dr|herr|herrn|frau|mme|monsieur|madame|sr|sra|senor|senora|dona|dom|prof|г-н|г-жа|господин|госпожа)$/;
/** Capitalised by habit. */
const HABIT = new Set(
  `i ok faq pdf sms url id pin usb qr api tv gps csv html pc it hr ceo vat iban bic atm wifi wi fi e-mail email internet web online app team support customer service center centre help
   settings account premium ia ai inc ltd gmbh ag ev kg sl sa ltda ооо зао cet cest utc gmt est pst msk мск инн снилс смс пин ндс sepa mwst ust iva tva nif cpf cnpj dni rgpd gdpr dsgvo lgpd
   sie ihr ihre ihnen ihrem ihren ihrer ihres usted ustedes vous você вы вас вам ваш ваша ваше ваши вашего вашу вашем вами ps n.b dear hello hi mr mrs ms herr frau madame monsieur mme sr sra`.split(
    /\s+/,
  ),
);
/** "macOS", "iPhone", "PayPal". */
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u;
const QUOTES = /^["“„«]$/u;
const GERMAN_PREPOSITIONS = /^(?:in|nach|aus|bei|von|mit|per|innerhalb|über|uber|an|bis|fur|durch|via)$/;
const GERMAN_PRONOUNS =
  /^(?:Sie|Ihnen|Ihre?[mnrs]?|Wir|Ich|Es|Er|Der|Die|Das|Den|Dem|Des|Ein|Eine[mnrs]?|Kein|Keine[mnrs]?|Alle|Bitte)$/;
const GERMAN_STREETS = /^(?:strasse|platz|allee|weg|ufer|ring)$/;
const OPENS = /^(?:[:"'“„«([*_>]|[-–—•]|[.!?…]+)$/u;

/** The words of a sentence that may be names; `skip` says which tokens another claim has taken. */
export function readNames(reader: Reader, { from, to }: SentenceRange, skip: (token: number) => boolean): NameWord[] {
  const found: NameWord[] = [];
  let headline = true;
  for (let i = from; i < to; i++) {
    const token = reader.tokens[i];
    if (token?.type !== 'word') continue;
    if (!startsUpper(token.text) && !INNER_CAPITAL.test(token.text)) {
      if (token.text.length > 3) headline = false;
      continue;
    }
    if (skip(i) || !mayBeName(reader, i)) continue;
    found.push({ token: i, certainty: certaintyOf(reader, i, from) });
  }
  // A headline or a shouted sentence says nothing by its capitals; German has them anyway.
  const shouted = headline && to - from > 4 && reader.language !== 'de';
  return shouted ? found.map((name) => ({ ...name, certainty: 'doubtful' as const })) : found;
}

function startsUpper(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}

function mayBeName(reader: Reader, index: number): boolean {
  const word = reader.word(index);
  const text = reader.tokens[index]?.text ?? '';
  if (text.length < 2 || HABIT.has(word) || HABIT.has(word.replace(/['’]s$/, ''))) return false;
  if (stopWords(reader.language).has(word)) return false;
  if (monthOf(word) !== undefined || weekdayOf(word) !== undefined) return false;
  return unitOf(word, reader.language) === undefined;
}

function certaintyOf(reader: Reader, index: number, from: number): NameCertainty {
  const text = reader.tokens[index]?.text ?? '';
  if (INNER_CAPITAL.test(text) || /^\p{Lu}.*\p{Lu}/u.test(text) || isKnownName(text.replace(/['’]s$/, '')))
    return 'sure';
  const before = reader.word(index - 1);
  if (TITLES.test(before) || (before === '.' && TITLES.test(reader.word(index - 2)))) return 'sure';
  // A tariff or a product in quotation marks, in any language.
  if (QUOTES.test(before) && reader.tokens[index - 1]?.end === reader.tokens[index]?.start) return 'likely';
  if (index === from || OPENS.test(before)) return 'doubtful';
  if (reader.language !== 'de') return 'likely';
  return 'doubtful';
}

/** True if a doubtful word could be a name after all: an opening word or a German noun that no list knows. */
export function couldBeName(reader: Reader, index: number): boolean {
  if (reader.language !== 'de') return true;
  if (isGermanNoun(reader.word(index))) return false;
  const after = reader.tokens[index + 1];
  // "in Amaral", "mit Trappe", "Brava 200"; never what an article or an adjective stands before.
  if (GERMAN_PREPOSITIONS.test(reader.word(index - 1)) || after?.type === 'number') return true;
  if (isBehindNoun(reader, index)) return true;
  // "Amaral-App", "in der Trapper Straße".
  return after?.text === '-' || GERMAN_STREETS.test(reader.word(index + 1));
}

/** "Portal Amaral", "Frau Dr. Trappe": German puts no two nouns side by side, but for a name behind what it names. */
export function isBehindNoun(reader: Reader, index: number): boolean {
  const before = reader.tokens[index - 1];
  return before?.type === 'word' && startsUpper(before.text) && !GERMAN_PRONOUNS.test(before.text);
}
