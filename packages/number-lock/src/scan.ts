import { type ReadDocument, readDocument } from '@draftsmith/grounding';
import { findPhrases, isInPhrase, type Phrases, phrasesOf } from './names/bound-phrases.ts';
import { findNames } from './names/check-names.ts';
import { sameWord } from './names/same-word.ts';
import { isCited } from './read/counts.ts';
import { findDisguises } from './read/disguises.ts';
import { findContacts, findingOf, joinNumbers } from './read/figures.ts';
import { type Prose, readProse, readStated, type Stated } from './read/prose.ts';
import { checkSlots } from './slots/beside-slots.ts';
import { saysRhythm, speaksOfDiscount } from './slots/rhythms.ts';
import type { FactSpan, Finding, LockTerms } from './terms.ts';

/** Terms in the form that every paragraph is read with. */
export interface Binder {
  terms: LockTerms;
  language: string;
  /** What of a text is bound to nothing, in order. @param cites ids of sources */
  scan(text: string, spans: readonly FactSpan[], cites: readonly string[]): Finding[];
  /** Where a text that has no slots says what a name, the company's own words or a cited count holds as a whole. */
  holds(text: string, cites: readonly string[]): { start: number; end: number }[];
}

/** Reads the terms once; a source is read when a paragraph first cites it. */
export function createBinder(terms: LockTerms): Binder {
  const language = terms.locale.slice(0, 2).toLowerCase();
  const phrases = phrasesOf(terms, language);
  const named = [...phrases.byFirst.values()].flat().map(({ words }) => wordsOnly(words));
  const sold = terms.facts
    .filter(({ kind }) => kind === 'product')
    .flatMap(({ value }) => wordsOfDocument(readDocument(value, language)));
  const read = createSourceReader(terms, language);
  const bindingsFor = (cites: readonly string[]): Bindings => {
    const cited = cites.flatMap((id) => read(id) ?? []);
    return {
      terms,
      phrases,
      known: [...named, ...cited.map(({ words }) => words)],
      cited: cited.map(({ document }) => document),
      isSold: (noun) => sold.some((word) => word.length > 3 && sameWord(word, noun)),
    };
  };
  return {
    terms,
    language,
    scan: (text, spans, cites) => scanProse(readProse(text, spans, language), bindingsFor(cites)),
    holds: (text, cites) => heldWords(readProse(text, [], language), bindingsFor(cites)),
  };
}

interface Bindings {
  terms: LockTerms;
  phrases: Phrases;
  known: readonly (readonly string[])[];
  cited: readonly ReadDocument[];
  isSold(noun: string): boolean;
}

function heldWords(prose: Prose, bindings: Bindings): { start: number; end: number }[] {
  const { tokens } = prose.document.reader;
  const counts = joinNumbers(prose, readStated(prose)).filter((found) => isHeldCount(prose, found, bindings));
  return [
    ...findPhrases(prose, bindings.phrases),
    // With the noun that it counts.
    ...counts.map(({ from, to }) => ({ from, to: to + 1 })),
  ].map(({ from, to }) => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }));
}

function isHeldCount(prose: Prose, found: Stated, { cited, isSold }: Bindings): boolean {
  return (found.category === 'digits' || found.category === 'number') && isCited(prose, found, cited, isSold);
}

function scanProse(prose: Prose, bindings: Bindings): Finding[] {
  const { text, spans, language } = prose;
  const bound = findPhrases(prose, bindings.phrases);
  const { tokens } = prose.document.reader;
  const isBound = (token: number) => bound.some(({ from, to }) => token >= from && token < to);
  const stated = joinNumbers(prose, readStated(prose)).filter(
    (found) =>
      !isInPhrase(bound, found) &&
      !saysRhythm(prose, found, bindings.terms.facts) &&
      !speaksOfDiscount(prose, found) &&
      !isHeldCount(prose, found, bindings),
  );
  const outside = ({ start, end }: Finding) =>
    !bound.some(({ from, to }) => start >= (tokens[from]?.start ?? 0) && end <= (tokens[to - 1]?.end ?? 0));
  const findings = [
    ...findDisguises(text, spans, language).filter(outside),
    ...checkSlots(prose, bound, bindings.terms.facts),
    ...stated.map((found) => findingOf(prose, found)),
    ...findContacts(prose).filter(outside),
    ...findNames(prose, bindings.known, isBound),
  ];
  return withoutInner(
    text,
    findings.sort((a, b) => a.start - b.start || b.end - a.end),
  );
}

/** One finding a place, the widest; "500 euros" is one. */
function withoutInner(text: string, findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const last = kept.at(-1);
    if (
      last &&
      last.code === finding.code &&
      finding.start <= last.end + 1 &&
      /^\s?$/u.test(text.slice(last.end, finding.start))
    ) {
      last.end = Math.max(last.end, finding.end);
      last.text = text.slice(last.start, last.end);
      last.figure ||= finding.figure;
    } else if (!last || finding.end > last.end) kept.push(finding);
    else if (finding.figure && !last.figure) last.figure = true;
  }
  return kept;
}

interface ReadSource {
  document: ReadDocument;
  words: readonly string[];
}

function createSourceReader({ sources }: LockTerms, language: string): (id: string) => ReadSource | undefined {
  const texts = new Map(sources.map(({ id, text }) => [id, text]));
  const known = new Map<string, ReadSource>();
  return (id) => {
    const text = texts.get(id);
    if (text === undefined) return undefined;
    const found = known.get(id) ?? readOne(text, language);
    known.set(id, found);
    return found;
  };
}

/** A customer may write in another language than the proposal's: the alphabet says so much. */
function readOne(text: string, language: string): ReadSource {
  const cyrillic = (text.match(/\p{Script=Cyrillic}/gu) ?? []).length;
  const latin = (text.match(/\p{Script=Latin}/gu) ?? []).length;
  const document = readDocument(text, cyrillic > latin ? 'ru' : language === 'ru' ? 'en' : language);
  return { document, words: wordsOfDocument(document) };
}

function wordsOfDocument({ reader }: ReadDocument): readonly string[] {
  return wordsOnly(reader.tokens.map((_, index) => reader.word(index)));
}

function wordsOnly(words: readonly string[]): readonly string[] {
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word));
}
