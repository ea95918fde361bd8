import { createKnownPeopleFinder } from '../known/known-people.ts';
import { isCommonWord } from '../strangers/lexicon.ts';
import type { Sample } from './corpus.ts';
import { pick } from './random.ts';
import type { Spelled } from './spelled-names.ts';
import { SPELLINGS } from './spellings.ts';
import { LANGUAGES, type Language, type Vocabulary } from './vocabulary/vocabulary.ts';

/** Texts around a name, within a sentence: what stands at a sentence's start is capitalised anyway. */
const CARRIERS: Readonly<Record<Language, readonly string[]>> = {
  en: ['The parcel of {} is lost.', 'please tell {} that order 44812 came back, and to whom it may concern'],
  de: ['Das Paket von {} ist weg.', 'Bitte sagen Sie {} Bescheid, dass die Ware da ist.'],
  fr: ['Le colis de {} est perdu.', 'Merci de prévenir {} que tout est arrivé.'],
  es: ['El paquete de {} se ha perdido.', 'Avisen a {} de que ya llegó todo.'],
  pt: ['O pacote de {} se perdeu.', 'Avisem {} que já chegou tudo.'],
  it: ['Il pacco di {} è andato perso.', 'Avvisate {} che è arrivato tutto.'],
  nl: ['Het pakket van {} is kwijt.', 'Laat {} weten dat alles er is.'],
  pl: ['Zginęła paczka, którą zamówiła osoba {}.', 'Proszę powiadomić: {}, że wszystko doszło.'],
  ru: ['Посылка для {} потерялась.', 'сообщите {} что всё пришло'],
};

export interface KnownScore {
  samples: number;
  hidden: number;
  /** Spellings of which a word stayed readable, beside what is on record. */
  missed: string[];
}

/** Spellings of known people of which no word stays readable, by kind of spelling; the record alone finds them. */
export function scoreKnown(vocabulary: Vocabulary, random: () => number, count: number): Map<string, KnownScore> {
  const result = new Map<string, KnownScore>();
  for (const [kind, spell] of Object.entries(SPELLINGS)) {
    const score: KnownScore = { samples: 0, hidden: 0, missed: [] };
    for (const language of LANGUAGES)
      for (let i = 0; i < count; i++) {
        const sample = spell({ vocabulary, language, random });
        if (!sample) continue;
        score.samples += 1;
        if (isHidden(sample, pick(CARRIERS[language], random))) score.hidden += 1;
        else score.missed.push(`${sample.name}: ${sample.written}`);
      }
    if (score.samples > 0) result.set(kind, score);
  }
  return result;
}

function isHidden({ name, written }: Spelled, carrier: string): boolean {
  const text = carrier.replace('{}', () => written);
  const start = carrier.indexOf('{}');
  const found = createKnownPeopleFinder([{ name }], isCommonWord).names(text);
  const words = [...written.matchAll(/[\p{L}\p{M}]{3,}/gu)];
  return words.every(({ 0: word, index }) =>
    found.some((span) => span.start <= start + index && span.end >= start + index + word.length),
  );
}

/** Words lost of texts in which the people on record do not occur: what typos, cases and sounds cost. */
export function scoreUnrelated(
  samples: readonly Sample[],
  vocabulary: Vocabulary,
): { words: number; lost: number; examples: string[] } {
  const result = { words: 0, lost: 0, examples: [] as string[] };
  for (const { text, values, language } of samples) {
    const people = [language, 'en' as const].map((of) => ({ name: `${vocabulary.first(of)} ${vocabulary.last(of)}` }));
    const found = createKnownPeopleFinder(people, isCommonWord).names(text);
    const innocent = found.filter(({ start, end }) => !values.some((value) => value.start < end && value.end > start));
    result.words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    result.lost += innocent.length;
    for (const { start, end, value } of innocent) result.examples.push(`${value}: ${text.slice(start, end)}`);
  }
  return result;
}
