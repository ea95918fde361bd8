import { incline } from 'lvovich';
import { pick } from './random.ts';
import { HEARD, POLISH, RUSSIANS, type Spelled, VOCATIVES } from './spelled-names.ts';
import { TRANSLITERATIONS } from './transliterations.ts';
import type { Language, Vocabulary } from './vocabulary/vocabulary.ts';

interface Source {
  vocabulary: Vocabulary;
  language: Language;
  random: () => number;
}

/** One way in which people change names; undefined where the language or the name does not know it. */
type Spelling = (source: Source) => Spelled | undefined;

const SHORTEST_CHANGED = 4;

export const SPELLINGS: Readonly<Record<string, Spelling>> = {
  whole: written((first, last) => `${first} ${last}`),
  'last name first': written((first, last) => `${last}, ${first}`),
  'last name first, no comma': written((first, last) => `${last} ${first}`),
  'upper case': written((first, last) => `${first} ${last}`.toUpperCase()),
  'small letters': written((first, last) => `${first} ${last}`.toLowerCase()),
  'without accents': written((first, last) => `${first} ${last}`.normalize('NFD').replace(/\p{M}/gu, '')),
  'first name': written((first) => first),
  'last name': written((_first, last) => last),
  'initial and last name': written((first, last) => `${first[0]}. ${last}`),
  'last name and initial': written((first, last) => `${last} ${first[0]}.`),
  'last name and two initials': russian(([first = '', middle = '', last = '']) => `${last} ${first[0]}. ${middle[0]}.`),
  'first name and father’s name': russian(([first, middle]) => `${first} ${middle}`),
  'possessive ’s': only(
    'en',
    written((_first, last) => `${last}’s`),
  ),
  'genitive -s': only(
    'de',
    written((_first, last) => (/[sxzß]$/.test(last) ? `${last}’` : `${last}s`)),
  ),
  'hyphenated, with a space': twoSurnames('-', (first, one, other) => `${first} ${one} ${other}`),
  'hyphenated, one of two': twoSurnames('-', (first, one) => `${first} ${one}`),
  'two surnames, the first': twoSurnames(' ', (first, one) => `${first} ${one}`),
  'two surnames, the second alone': twoSurnames(' ', (_first, _one, other) => other),
  'ae, oe, ue, ss': umlauts((name) => ({ name, written: withDigraphs(name) })),
  'umlauts for ae, oe, ue': umlauts((name) => ({ name: withDigraphs(name), written: name })),
  'O’Brien, OBrien': only('en', ({ vocabulary, random }) => {
    const [first, last] = [vocabulary.first('en'), pick(['Brien', 'Connor', 'Neill', 'Sullivan'], random)];
    const [record, other] = [pick(["O'", 'O’', 'O'], random), pick(["O'", 'O’', 'O', 'O '], random)];
    return { name: `${first} ${record}${last}`, written: `${first} ${other}${last}` };
  }),
  'one typo in one part': (source) => {
    const { random } = source;
    const whole = written((first, last) =>
      random() < 0.5 ? `${misspelled(first, random)} ${last}` : `${first} ${misspelled(last, random)}`,
    );
    return whole(source);
  },
  'one typo, last name alone': (source) => written((_first, last) => misspelled(last, source.random))(source),
  'Russian case, whole': inclined(({ first, last }) => `${first} ${last}`),
  'Russian case, last name first': inclined(({ first, middle, last }) => `${last} ${first} ${middle}`),
  'Russian case, first name': inclined(({ first }) => `${first}`),
  'Russian case, last name': inclined(({ last }) => `${last}`),
  'Polish case': listed('pl', POLISH),
  vocative: listed('pl', VOCATIVES),
  ...Object.fromEntries(
    Object.entries(TRANSLITERATIONS).flatMap(([system, latin]): [string, Spelling][] => [
      [`Russian on record, Latin by ${system}`, russian(([first, , last]) => latin(`${first} ${last}`))],
      [`Latin by ${system} on record, Russian`, swapped(russian(([first, , last]) => latin(`${first} ${last}`)))],
    ]),
  ),
  'Latin on record, Russian case': (source) => {
    const latin = pick(Object.values(TRANSLITERATIONS), source.random);
    const spelled = inclined(({ first, last }) => `${first} ${last}`)(source);
    return spelled && { name: latin(firstAndLast(spelled.name)), written: spelled.written };
  },
  'Latin on record, Russian as heard': listed('ru', HEARD),
  'Russian as heard on record, Latin': swapped(listed('ru', HEARD)),
};

function written(write: (first: string, last: string) => string): Spelling {
  return ({ vocabulary, language }) => {
    const [first, last] = [vocabulary.first(language), vocabulary.last(language)];
    return { name: `${first} ${last}`, written: write(first, last) };
  };
}

function only(language: Language, spelling: Spelling): Spelling {
  return (source) => (source.language === language ? spelling(source) : undefined);
}

function russian(write: (words: readonly string[]) => string): Spelling {
  return only('ru', ({ random }) => {
    const name = pick(RUSSIANS, random);
    return { name, written: write(name.split(' ')) };
  });
}

function inclined(write: (name: { first?: string; middle?: string; last?: string }) => string): Spelling {
  return only('ru', ({ random }) => {
    const name = pick(RUSSIANS, random);
    const [first = '', middle = '', last = ''] = name.split(' ');
    const grammatical = pick(['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const, random);
    const cased = incline({ first, middle, last }, grammatical);
    return {
      name,
      written: write({ first: cased.first ?? first, middle: cased.middle ?? middle, last: cased.last ?? last }),
    };
  });
}

function firstAndLast(name: string): string {
  const words = name.split(' ');
  return `${words[0]} ${words.at(-1)}`;
}

function twoSurnames(link: string, write: (first: string, one: string, other: string) => string): Spelling {
  return ({ vocabulary, language }) => {
    const [first, one, other] = [vocabulary.first(language), vocabulary.last(language), vocabulary.last(language)];
    return { name: `${first} ${one}${link}${other}`, written: write(first, one, other) };
  };
}

function umlauts(spell: (name: string) => Spelled): Spelling {
  return only('de', ({ vocabulary }) => {
    const name = `${vocabulary.first('de')} ${vocabulary.last('de')}`;
    return /[äöüß]/i.test(name) ? spell(name) : undefined;
  });
}

function withDigraphs(name: string): string {
  const digraphs: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
  return name.replace(/[äöüßÄÖÜ]/g, (letter) => digraphs[letter] ?? letter);
}

function listed(language: Language, list: readonly Spelled[]): Spelling {
  return only(language, ({ random }) => pick(list, random));
}

function swapped(spelling: Spelling): Spelling {
  return (source) => {
    const spelled = spelling(source);
    return spelled && { name: spelled.written, written: firstAndLast(spelled.name) };
  };
}

/** One letter left out, doubled by another, changed, or swapped with the next; the first stays, as it mostly does. */
function misspelled(written: string, random: () => number): string {
  const name = written.split(/[ '’-]/).reduce((longest, word) => (word.length > longest.length ? word : longest));
  if (name.length < SHORTEST_CHANGED) return written;
  const at = 1 + Math.floor(random() * (name.length - 2));
  const other = pick([...(/[а-я]/i.test(name) ? 'аеионтслвр' : 'aeiontslrm')], random);
  const [before, letter, after] = [name.slice(0, at), name[at] ?? '', name.slice(at + 1)];
  const changed = pick(
    [
      before + after,
      before + (after[0] ?? '') + letter + after.slice(1),
      before + other + after,
      before + other + letter + after,
    ],
    random,
  );
  return written.replace(name, () => changed);
}
