import unhomoglyph from 'unhomoglyph';

type Script = 'Latin' | 'Cyrillic' | 'Greek';

const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}][\p{L}\p{M}\p{N}]*/gu;
const OF: Record<Script, RegExp> = {
  Latin: /\p{Script=Latin}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Greek: /\p{Script=Greek}/gu,
};
/** `PDFку`, `с iPhoneом`: how Russian inflects what it writes in Latin letters. */
const INFLECTED = /^\p{Script=Latin}{2,}[а-яё]{1,3}$/u;
const SHORTEST = 3;

const LOOKALIKES: Record<Script, ReadonlyMap<string, string>> = {
  Latin: new Map([...lettersOf(0x370, 0x52f)].flatMap(([letter, latin]) => [[letter, latin]] as const)),
  Cyrillic: inverse('асеорхуіјѕһкАВСЕНКМОРТХУІЈЅ'),
  Greek: inverse('οαινρυγκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'),
};

/**
 * A word whose letters come from two alphabets, in the one that most of it is written in; a word with a letter that no
 * other alphabet could pass for stays, and so does every word of one alphabet.
 */
export function inOneScript(text: string): string {
  return text.replace(WORD, (word) => {
    if (word.length < SHORTEST || INFLECTED.test(word)) return word;
    const [main, second] = scriptsOf(word);
    if (main === undefined || second === undefined) return word;
    return converted(word, main) ?? converted(word, second) ?? word;
  });
}

function scriptsOf(word: string): Script[] {
  return (Object.keys(OF) as Script[])
    .map((script) => ({ script, count: word.match(OF[script])?.length ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ script }) => script);
}

function converted(word: string, script: Script): string | undefined {
  let result = '';
  for (const letter of word) {
    const isForeign =
      /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter) && !letter.match(OF[script]);
    const plain = isForeign ? LOOKALIKES[script].get(letter) : letter;
    if (plain === undefined) return undefined;
    result += plain;
  }
  return result;
}

/** Letters that Unicode's table of confusables shows as one plain Latin letter, and the one that it forgets. */
function* lettersOf(from: number, to: number): Generator<readonly [string, string]> {
  yield ['к', 'k'];
  yield ['κ', 'k'];
  for (let code = from; code <= to; code += 1) {
    const letter = String.fromCharCode(code);
    const latin = unhomoglyph(letter);
    if (/^[a-z]$/i.test(latin)) yield [letter, latin];
  }
}

function inverse(letters: string): ReadonlyMap<string, string> {
  const latin = new Map(lettersOf(0x370, 0x52f));
  return new Map([...letters].map((letter) => [latin.get(letter) ?? '', letter]));
}
