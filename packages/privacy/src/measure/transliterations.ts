/** Latin spellings of each Russian letter by the usual systems, in the order of `LETTERS`. */
const LETTERS = [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'];
const SYSTEMS: Readonly<Record<string, string>> = {
  'ISO 9': 'a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â',
  'GOST 7.79 B': "a b v g d e yo zh z i j k l m n o p r s t u f x c ch sh shh `` y' ` e` yu ya",
  'BGN/PCGN': 'a b v g d e yë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya',
  'passport 2013': 'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia',
  'passport 1997': 'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya',
  German: 'a b w g d e jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja',
  French: 'a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch - y - e iou ia',
};

export const TRANSLITERATIONS: Readonly<Record<string, (russian: string) => string>> = Object.fromEntries(
  Object.entries(SYSTEMS).map(([system, spelled]) => [system, transliterator(spelled.split(' '))]),
);

function transliterator(spellings: readonly string[]): (russian: string) => string {
  const letters = new Map(LETTERS.map((letter, i) => [letter, spellings[i]?.replace('-', '') ?? '']));
  const spell = (letter: string) => letters.get(letter) ?? letter;
  return (russian) =>
    [...russian]
      .map((letter) => {
        const small = letter.toLowerCase();
        if (small === letter) return spell(letter);
        const [first = '', ...rest] = spell(small);
        return first.toUpperCase() + rest.join('');
      })
      .join('');
}
