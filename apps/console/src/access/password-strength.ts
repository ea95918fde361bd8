/** `short` is refused by the server; the others are a hint only. */
export type Strength = 'short' | 'weak' | 'fair' | 'strong';

export const MIN_PASSWORD = 12;

const COMMON = [
  'password',
  'passwort',
  'qwerty',
  'qwertz',
  'йцукен',
  'пароль',
  'admin',
  'letmein',
  'welcome',
  'draftsmith',
];

/**
 * A rough hint while typing, not a gate: how much of the password is left when repeats, runs, common words and the
 * person's own name are taken out. `personal`: name, e-mail, anything that a guesser would try first.
 */
export function passwordStrength(password: string, personal: readonly string[] = []): Strength {
  if ([...password].length < MIN_PASSWORD) return 'short';
  const left = distinctive(password.toLowerCase(), personal);
  if (left < 8) return 'weak';
  return left >= 14 || (left >= 11 && kindsOf(password) >= 3) ? 'strong' : 'fair';
}

function distinctive(password: string, personal: readonly string[]): number {
  const words = personal
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2);
  const rest = [...COMMON, ...words].reduce((text, word) => text.replaceAll(word, ' '), password);
  let count = 0;
  let before = Number.NaN;
  let step = Number.NaN;
  for (const char of rest) {
    const code = char.codePointAt(0) ?? 0;
    // The third of `aaa`, `123` or `cba` on adds nothing that a guesser would not try.
    const predictable = code - before === step && Math.abs(step) <= 1;
    step = code - before;
    before = code;
    if (!predictable) count += 1;
  }
  return Math.min(count, new Set(rest).size * 2);
}

function kindsOf(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
}
