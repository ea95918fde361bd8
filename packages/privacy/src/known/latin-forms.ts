/** Endings of a folded Polish, Czech or Slovak name by how its base form ends, the first that fits. */
const DECLENSIONS: readonly (readonly [ending: RegExp, forms: string])[] = [
  [/(?<=[sc]k|dzk)i$/, 'iego iemu im ich imi a iej ej eho emu ych ym'],
  [/(?<=[sc]k|dzk)a$/, 'iej a ich im imi e ou'],
  [/(?<=[^aeiouy])y$/, 'ego emu ym a ej ych eho ou'],
  [/(?<=ov|sk|ck)a$/, 'e ou'],
  [/ia$/, 'ii ie io i'],
  [/a$/, 'y i e o ie a ze ou u'],
  [/e[kc]$/, 'ka kowi kiem ku kow ca cowi cem cu'],
  [/el$/, 'la lowi lem le lu la'],
  [/(?<=[^aeiouy])$/, 'a owi em ie u ze iem om ow e i'],
];
/** Last letters of a stem as they are before -ie and -e: Marta, Marcie; Sikora, Sikorze. */
const SOFTENED: readonly (readonly [ending: string, soft: string])[] = [
  ['ta', 'cie'],
  ['da', 'dzie'],
  ['ka', 'ce'],
  ['ga', 'dze'],
  ['ra', 'rze'],
  ['la', 'le'],
  ['cha', 'sze'],
  ['ab', 'ebia'],
];
const SHORTEST = 3;

/** The cases of a folded Latin name in the Slavic languages that write it so; a capital must show that it is a name. */
export function latinCases(folded: string): string[] {
  if (folded.length < SHORTEST) return [];
  const declension = DECLENSIONS.find(([ending]) => ending.test(folded));
  const cases = declension ? declension[1].split(' ').map((form) => folded.replace(declension[0], form)) : [];
  const soft = SOFTENED.find(([ending]) => folded.endsWith(ending));
  return soft ? [...cases, folded.slice(0, -soft[0].length) + soft[1]] : cases;
}

/** How German and Scandinavian names are written without their letters, and what a record without them stands for. */
export function withoutUmlauts(word: string): string[] {
  const spelled = word.toLowerCase().normalize('NFC');
  if (/[äöüøå]/.test(spelled)) return [spelled.replace(/[äöüøå]/g, (letter) => DIGRAPHS[letter] ?? letter)];
  return /[bcdfghjklmnprstvwz](?:ae|oe|ue)[bcdfghjklmnprstvwz]/.test(spelled)
    ? [spelled.replace(/(?<=[aou])e/g, '')]
    : [];
}

const DIGRAPHS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
