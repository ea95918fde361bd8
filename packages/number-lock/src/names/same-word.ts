import { isCyrillic, spells } from '@draftsmith/letters';

const ENDING =
  /^(?:[аеёиоуыэюяйь]|ой|ей|ом|ем|ым|им|ам|ям|ах|ях|ов|ев|ами|ями|ого|его|ому|ему|ых|их|ою|ею|ью|ую|юю|ая|яя|ия|ии|ию|ием|ией|иях|ый|ий)?$/u;
const FEWEST_LETTERS = 3;
const LONGEST_ENDING = 4;

/** Two folded words that are one: as written, in another case of Russian, with a genitive s, or in the other script. */
export function sameWord(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)];
  if (one === other || genitive(one) === other || one === genitive(other)) return true;
  const [cyrillic, alsoCyrillic] = [isCyrillic(one), isCyrillic(other)];
  if (cyrillic && alsoCyrillic) return isInflected(one, other);
  if (one.length < FEWEST_LETTERS || other.length < FEWEST_LETTERS) return false;
  return cyrillic ? spells(other, one) : alsoCyrillic && spells(one, other);
}

function bare(word: string): string {
  return word.replace(/['’]s?$/u, '');
}

function genitive(word: string): string {
  return word.length > FEWEST_LETTERS && word.endsWith('s') ? word.slice(0, -1) : word;
}

function isInflected(a: string, b: string): boolean {
  let root = 0;
  while (root < a.length && a[root] === b[root]) root++;
  // The longest common root may already hold a letter of both endings: "сокол-овой", "сокол-ова" share "соколов".
  for (let at = root; at >= Math.max(FEWEST_LETTERS, root - LONGEST_ENDING); at--)
    if (ENDING.test(a.slice(at)) && ENDING.test(b.slice(at))) return true;
  return false;
}
