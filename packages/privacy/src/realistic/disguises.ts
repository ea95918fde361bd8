import { LEGAL_FORMS, NAME_PARTICLES } from '../common-words.ts';
import { fold } from '../fold.ts';
import type { Span } from '../overlaps.ts';
import { formsOf, readRussianName } from '../restore/russian-name.ts';
import type { SurrogateName } from '../surrogate.ts';
import { citiesOf, genderOf, localeOf, namesOf } from './name-lists.ts';
import { createNamePool } from './name-pool.ts';

/** Invented people, firms, towns, addresses and phones that stand for the real ones of one request. */
export interface Disguises {
  /** Whatever these texts hold is not invented from now on. */
  avoid(text: string): void;
  /** What stands for a spelling of a value; undefined where nothing could that is certain to be undone. */
  wear(entity: { name: SurrogateName; value: string }, written: string): string | undefined;
  /** Undoes `wear`, also where somebody has shortened a name, shouted it, or put it into another case. */
  restore(text: string): string;
  /** Where a text holds what `restore` would take for invented. */
  lookalikes(text: string): Span[];
  /** The same within longer words too: what is left of a word when its other half is replaced may look invented. */
  traces(text: string): Span[];
}

/** A word of the real value in its forms, and the invented word in the same forms. */
interface WornWord {
  real: readonly string[];
  invented: readonly string[];
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Words of names are replaced one by one: a hyphen or an apostrophe within one would be lost. */
const PLAIN_NAME = /^[\p{L}\p{M}]+(?:[ ,]{1,2}[\p{L}\p{M}]+){0,4}$/u;
/** RFC 2606 keeps the domain free, North America the numbers 555-0100 to 555-0199. What follows a number is not asked: it may be replaced, too. */
const INVENTED = /[a-z]{3,12}@example\.com|\+1 202-555-01\d\d|[\p{L}\p{M}\p{N}]+/gu;
const PHONES = Array.from({ length: 100 }, (_, i) => `+1 202-555-01${`${i}`.padStart(2, '0')}`);

export function createDisguises(): Disguises {
  const pool = createNamePool();
  const real = new Map<string, string>();
  const worn = new Map<string, WornWord[] | undefined>();
  const literals = new Map<string, string | undefined>();

  const register = (word: WornWord): WornWord => {
    for (const [i, invented] of word.invented.entries())
      for (const style of STYLES) if (!real.has(style(invented))) real.set(style(invented), style(word.real[i] ?? ''));
    return word;
  };

  const russianWords = (value: string): WornWord[] | undefined => {
    const words: WornWord[] = [];
    for (const { role, gender, forms } of readRussianName(value) ?? []) {
      const suits = (name: string) => {
        const others = formsOf(name, role, gender);
        return isAsClear(others, forms) && pool.areFree(others);
      };
      const name = pool.next(namesOf('ru', role, gender), suits);
      if (!name) return undefined;
      const invented = formsOf(name, role, gender);
      for (const form of invented) pool.avoid(form);
      words.push({ real: forms, invented });
    }
    return words.length > 0 ? words.map(register) : undefined;
  };

  const latinWords = (value: string): WornWord[] | undefined => {
    const parts = (value.match(WORD) ?? []).filter((word) => !NAME_PARTICLES.has(fold(word)));
    const locale = localeOf(parts);
    const gender = parts.map((part) => genderOf(part, locale)).find((one) => one !== undefined);
    const words = parts.map((part, i): WornWord | undefined => {
      const role = parts.length > 1 && i === parts.length - 1 ? 'last' : 'first';
      const name = pool.next(namesOf(locale, role, role === 'first' ? gender : undefined));
      return name === undefined ? undefined : { real: [part, `${part}s`], invented: [name, `${name}s`] };
    });
    return words.every((word) => word !== undefined) ? words.map(register) : undefined;
  };

  /** One invented word for all the words of a firm but its legal form, or for a town. */
  const oneWord = (value: string, names: readonly string[]): WornWord[] | undefined => {
    const name = pool.next(names);
    return name === undefined ? undefined : [register({ real: [value], invented: [name] })];
  };

  const wordsFor = (name: SurrogateName, value: string): WornWord[] | undefined => {
    if (name === 'PERSON' && PLAIN_NAME.test(value)) {
      if (/^[А-ЯЁа-яё ,]+$/.test(value)) return russianWords(value);
      return /^[\p{Script=Latin}\p{M} ,]+$/u.test(value) ? latinWords(value) : undefined;
    }
    if (name === 'COMPANY' && isLatin(tellingPart(value)))
      return oneWord(tellingPart(value), namesOf('en', 'last', undefined));
    if (name === 'LOCATION' && isLatin(value)) return oneWord(value, citiesOf('en'));
    return undefined;
  };

  const literal = (name: SurrogateName, written: string): string | undefined => {
    const key = `${name} ${written}`;
    if (literals.has(key)) return literals.get(key);
    const made = name === 'EMAIL' ? inventedEmail() : pool.next(PHONES);
    literals.set(key, made);
    if (made) real.set(made, written);
    return made;
  };
  const inventedEmail = (): string | undefined => {
    const name = pool.next(namesOf('en', 'last', undefined), (one) => /^[A-Za-z]+$/.test(one));
    return name && `${name.toLowerCase()}@example.com`;
  };

  return {
    avoid: pool.avoid,
    wear({ name, value }, written) {
      if (name === 'EMAIL' || name === 'PHONE') return literal(name, written);
      const key = `${name} ${value.toLowerCase()}`;
      if (!worn.has(key)) worn.set(key, wordsFor(name, value));
      const words = worn.get(key);
      if (!words) return undefined;
      return name === 'PERSON' ? dressed(written, words) : replacedWhole(written, words[0]);
    },
    restore: (text) => (real.size === 0 ? text : text.replace(INVENTED, (word) => real.get(word) ?? word)),
    lookalikes: (text) =>
      real.size === 0
        ? []
        : [...text.matchAll(INVENTED)]
            .filter(([word]) => real.has(word))
            .map(({ 0: { length }, index }) => ({ start: index, end: index + length })),
    traces: (text) => [...real.keys()].filter(Boolean).flatMap((made) => placesOf(made, text)),
  };
}

function placesOf(word: string, text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    spans.push({ start: at, end: at + word.length });
  return spans;
}

const STYLES: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.toLowerCase(),
];

/** The invented name tells as many cases apart as the real one: otherwise "Анны" and "Анне" would both be "Марии". */
function isAsClear(invented: readonly string[], real: readonly string[]): boolean {
  return invented.every((form, i) => real[i] === real[invented.indexOf(form)]);
}

/** Word by word in the same form; undefined when one is no form of this name. */
function dressed(written: string, words: readonly WornWord[]): string | undefined {
  if (!/^[\p{L}\p{M} ,\n]+$/u.test(written)) return undefined;
  let whole = true;
  const result = written.replace(WORD, (word) => {
    if (NAME_PARTICLES.has(fold(word))) return word;
    const made = words.map((one) => inventedFor(word, one)).find((one) => one !== undefined);
    whole &&= made !== undefined;
    return made ?? word;
  });
  return whole ? result : undefined;
}

function inventedFor(word: string, { real, invented }: WornWord): string | undefined {
  for (const style of STYLES) {
    const at = real.findIndex((form) => style(form) === word);
    if (at >= 0) return style(invented[at] ?? '');
  }
  return undefined;
}

function replacedWhole(written: string, word: WornWord | undefined): string | undefined {
  const telling = tellingPart(written);
  const made = word && inventedFor(telling, word);
  return made && written.replace(telling, () => made);
}

/** A firm without its legal form. */
function tellingPart(company: string): string {
  const words = [...company.matchAll(WORD)].filter(([word]) => !LEGAL_FORMS.has(fold(word)));
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? company.slice(first.index, last.index + last[0].length) : '';
}

function isLatin(text: string): boolean {
  return /^[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M} &.'-]*$/u.test(text);
}
