/** How each Russian or Ukrainian letter sounds, one sign for a sound however Latin letters spell it. */
const CYRILLIC: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    є: 'e',
    ж: 'Z',
    з: 'z',
    и: 'i',
    і: 'i',
    ї: 'i',
    й: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'c',
    ч: 'C',
    ш: 'S',
    щ: 'S',
    ъ: '',
    ы: 'i',
    ь: '',
    э: 'e',
    ю: 'U',
    я: 'ia',
  }),
);
/** Passport, scholarly, German and French habits; the longest first. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/shch|schtsch|stsch/g, 'S'],
  [/tsch|tch/g, 'C'],
  [/sch|sh/g, 'S'],
  [/kh/g, 'h'],
  [/ch/g, 'C'],
  [/zh/g, 'Z'],
  [/ts|tz/g, 'c'],
  [/[yij]u/g, 'U'],
  [/[yj]a/g, 'ia'],
  [/[yij]o|[yij]e/g, 'e'],
  [/[yj]/g, 'i'],
  [/oo|ou/g, 'u'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/ff$/, 'v'],
];
export function isCyrillic(word: string): boolean {
  return /^[а-яёіїєґ]+$/i.test(word);
}

/** A key that a name has in both scripts: "юлия", "yulia" and "julija" are one. */
export function soundOf(folded: string): string {
  const heard = isCyrillic(folded)
    ? [...folded].map((letter) => CYRILLIC.get(letter) ?? '').join('')
    : LATIN.reduce((sound, [spelled, sign]) => sound.replace(spelled, sign), folded);
  return heard.replace(/(.)\1+/g, '$1');
}
