import { createRedactor } from '../redactor.ts';
import { pick } from './random.ts';
import { LANGUAGES, type Vocabulary } from './vocabulary/vocabulary.ts';

type Write = (first: string, last: string, random: () => number) => string;

/** How people write a name that the source system has on record. */
const SPELLINGS: Readonly<Record<string, Write>> = {
  whole: (first, last) => `${first} ${last}`,
  'last name first': (first, last) => `${last}, ${first}`,
  'upper case': (first, last) => `${first} ${last}`.toUpperCase(),
  'small letters': (first, last) => `${first} ${last}`.toLowerCase(),
  'without accents': (first, last) => `${first} ${last}`.normalize('NFD').replace(/\p{M}/gu, ''),
  'first name': (first) => first,
  'last name': (_first, last) => last,
  'one typo': (first, last, random) => `${first} ${misspelled(last, random)}`,
  'typo alone': (_first, last, random) => misspelled(last, random),
};

/** Written by hand: the names of the source system, and forms of them in letters. */
const INFLECTED: readonly (readonly [name: string, forms: string])[] = [
  ['Павел Голубкин', 'Павла Голубкина|Павлу Голубкину|Павлом Голубкиным|о Павле Голубкине|Pavel Golubkin'],
  [
    'Серафима Воскресенская',
    'Серафимы Воскресенской|Серафиме Воскресенской|Серафиму Воскресенскую|Serafima Voskresenskaya',
  ],
  ['Тимур Шевчук', 'Тимура Шевчука|Тимуру Шевчуку|Тимуром Шевчуком|Timur Shevchuk'],
  ['Юлия Кузьмичёва', 'Юлии Кузьмичевой|Юлию Кузьмичёву|Юлией Кузьмичевой|Yulia Kuzmicheva|Julia Kusmitschowa'],
  ['Андрей Ильич Щукин', 'Андрея Ильича Щукина|Андрею Ильичу|Щукиным Андреем|Andrey Shchukin|Andrej Schukin'],
  ['Игорь Лев', 'Игоря Льва|Игорю|Igor'],
  ['Friederike Hasselhorst', 'Friederikes|Hasselhorsts|Фридерике Хассельхорст'],
  ['Tobias Pemberton', "Pembertons|Pemberton's|Тобиас Пембертон|Тобиасу Пембертону"],
];

/** Share of spellings of known people of which no word stays readable, by kind of spelling. */
export function scoreKnown(vocabulary: Vocabulary, random: () => number, count: number): Map<string, string> {
  const result = new Map<string, string>();
  for (const [kind, write] of Object.entries(SPELLINGS)) {
    const samples = LANGUAGES.flatMap((language) =>
      Array.from({ length: count }, () => {
        const [first, last] = [vocabulary.first(language), vocabulary.last(language)];
        return { name: `${first} ${last}`, written: write(first, last, random) };
      }),
    );
    result.set(kind, share(samples));
  }
  const forms = INFLECTED.flatMap(([name, all]) => all.split('|').map((written) => ({ name, written })));
  return result.set('inflected or in the other script', share(forms));
}

/** Strangers' rules are off: what counts is what the record alone finds. */
function share(samples: readonly { name: string; written: string }[]): string {
  const hidden = samples.filter(({ name, written }) => {
    const redacted = createRedactor([{ name }], { strangers: false }).redact(`The parcel of ${written} is lost.`);
    const words = written.match(/[\p{L}\p{M}]{4,}/gu) ?? [];
    return words.every((word) => !redacted.includes(word));
  });
  return `${((100 * hidden.length) / samples.length).toFixed(1)} % of ${samples.length}`;
}

function misspelled(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, name.length - 2));
  const swapped = name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
  const changed = `${name.slice(0, at)}q${name.slice(at + 1)}`;
  return pick(
    [name.slice(0, at) + name.slice(at + 1), swapped, changed, `${name.slice(0, at)}q${name.slice(at)}`],
    random,
  );
}
