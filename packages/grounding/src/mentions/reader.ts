import { fold } from '@draftsmith/letters';
import type { Token } from '../read/scan.ts';
import type { Bound } from './mention.ts';

/** The tokens of one document as the readers of mentions see them. */
export interface Reader {
  tokens: readonly Token[];
  language: string;
  /** Folded text of a token; empty beyond the ends. */
  word(index: number): string;
}

export function createReader(tokens: readonly Token[], language: string): Reader {
  const folded: (string | undefined)[] = new Array(tokens.length);
  return {
    tokens,
    language,
    word(index) {
      const known = folded[index];
      if (known !== undefined) return known;
      const token = tokens[index];
      if (!token) return '';
      const word = fold(token.text);
      folded[index] = word;
      return word;
    },
  };
}

/** Comparisons by language: what says no, what is more, what is less, and the words behind. Folded. */
const COMPARED: readonly (readonly [no: string, more: string, less: string, than: string])[] = [
  ['not no', 'larger bigger longer older higher heavier greater', 'smaller shorter younger lower lighter', 'than'],
  ['not', 'above beyond', '', ''],
  ['nicht', 'grosser langer alter hoher schwerer', 'kleiner kurzer junger niedriger leichter', 'als'],
  ['pas non', 'superieur superieure superieurs superieures', 'inferieur inferieure inferieurs inferieures', 'a'],
  ['no nao', 'superior superiores mayor mayores maior maiores', 'inferior inferiores menor menores', 'a de que'],
  ['не', 'старше дольше выше тяжелее крупнее', 'младше моложе короче ниже легче', ''],
];

function comparisons(wanted: Bound): string {
  return COMPARED.flatMap(([no, more, less, than]) => {
    const behind = (words: string) =>
      words.split(' ').flatMap((word) => (than === '' ? [word] : than.split(' ').map((last) => `${word} ${last}`)));
    const [over, under] = [behind(more), behind(less)].map((list) => list.filter((phrase) => phrase.trim() !== ''));
    const denied = (list: readonly string[] = []) =>
      no.split(' ').flatMap((not) => list.map((phrase) => `${not} ${phrase}`));
    return wanted === 'min' ? [...(over ?? []), ...denied(under)] : [...(under ?? []), ...denied(over)];
  }).join('|');
}

/** The longest phrase first: "no more than" holds "more than". */
const BOUNDS: readonly (readonly [Bound, readonly string[]])[] = [
  [
    'max',
    phrases(
      'no more than|not more than|no later than|not later than|at the latest|nicht mehr als|nicht spater als|spatestens nach|pas plus de|au plus tard|no mas de|a mas tardar|nao mais de|nao mais que|o mais tardar|ao mais tardar|не позже чем|не позже|не выше|не более чем|не более|не больше|не позднее чем|не позднее',
    ),
  ],
  [
    'min',
    phrases(
      'no less than|not less than|no fewer than|nicht weniger als|pas moins de|no menos de|nao menos de|не менее чем|не менее|не меньше|не ранее|не раньше чем|не раньше|не ниже',
    ),
  ],
  [
    'max',
    phrases(
      'up to|at most|maximum of|maximum|max|within|under|less than|fewer than|below|by|before|until|bis zu|bis|noch keine|hochstens|maximal|innerhalb von|innerhalb|binnen|unter|weniger als|vor|spatestens|jusqu a|jusqu au|jusqu|au maximum|maximum de|moins de|sous|dans un delai de|dans les|avant|hasta|como maximo|maximo de|menos de|dentro de|en un plazo de|antes de|antes del|ate|no maximo|menos de|dentro de|no prazo de|em ate|antes de|abaixo de|por debajo de|debajo de|au dessous de|до|максимум|в течение|менее|меньше|в пределах',
    ),
  ],
  [
    'min',
    phrases(
      'at least|minimum of|minimum|min|more than|acima de|por encima de|encima de|au dessus de|over|from|after|mindestens|ab|uber|mehr als|nach|au moins|minimum de|plus de|a partir de|a partir du|des|apres|al menos|como minimo|por lo menos|minimo de|mas de|a partir de|desde|despues de|pelo menos|no minimo|mais de|apos|depois de|от|более|больше|свыше|минимум|после|начиная с|с',
    ),
  ],
];

const BY_COMPARISON: typeof BOUNDS = [
  ['max', phrases(comparisons('max'))],
  ['min', phrases(comparisons('min'))],
];

function phrases(list: string): readonly string[] {
  return list.split('|').sort((a, b) => b.length - a.length);
}

const boundOf = new Map<string, Bound>();
// Later rows must not win over the longer phrases of the first ones.
for (const [bound, list] of [...BOUNDS, ...BY_COMPARISON])
  for (const phrase of list) if (!boundOf.has(phrase)) boundOf.set(phrase, bound);
const LONGEST_PHRASE = 4;

/** They name the last moment at which something may be done. */
const LAST = new Set([
  ...phrases('no later than|not later than|at the latest|up to|until|nicht spater als|spatestens|bis|bis zu'),
  ...phrases('au plus tard|jusqu a|jusqu au|a mas tardar|hasta|o mais tardar|ao mais tardar|ate|до'),
  ...phrases('не позднее чем|не позднее|не позже чем|не позже'),
]);

interface FoundBound {
  bound: Bound;
  /** Tokens that it takes. */
  length: number;
  isLast: boolean;
}

/** What stands before a figure: "up to", "at least". */
export function boundBefore(reader: Reader, index: number): FoundBound | undefined {
  let end = index;
  // "up to €50", "within the first 30 days", "bis zu ca. 5"
  while (
    end > 0 &&
    /^(?:[€$£₽]|the|first|next|den|der|die|ersten|les|los|as|os|primeros|primeiros|premiers|первых|a|um|за)$/.test(
      reader.word(end - 1),
    ) &&
    index - end < 2
  )
    end--;
  for (const stop of end === index ? [index] : [index, end])
    for (let length = LONGEST_PHRASE; length >= 1; length--) {
      const phrase = wordsBetween(reader, stop - length, stop);
      const bound = phrase && boundOf.get(phrase);
      if (phrase && bound) return { bound, length: index - stop + length, isLast: LAST.has(phrase) };
    }
  return undefined;
}

function wordsBetween(reader: Reader, from: number, to: number): string | undefined {
  if (from < 0) return undefined;
  const words: string[] = [];
  for (let i = from; i < to; i++) {
    const word = reader.word(i);
    if (/^['’]$/.test(word)) continue;
    if (reader.tokens[i]?.type !== 'word') return undefined;
    words.push(word);
  }
  return words.join(' ');
}
