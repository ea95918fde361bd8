import { mayBegin, spells } from '@draftsmith/letters';

/** How a Latin spelling ends in the nominative, and the endings that the Russian name has in other cases. */
const ENDINGS: readonly (readonly [latin: RegExp, cyrillic: readonly string[]])[] = [
  [/(?:aya|aia|aja|aa)$/, ['ой', 'ую', 'ою']],
  [/(?:i?ya|i?ia|i?ja)$/, ['и', 'ю', 'е', 'ей', 'ию', 'ии', 'ией', 'ия', 'ье', 'ью', 'ьи']],
  [/a$/, ['ы', 'и', 'е', 'у', 'ой', 'ою', 'ей', 'ю', 'я']],
  [
    /[iyj]{1,2}$/,
    ['я', 'ю', 'ем', 'е', 'и', 'ия', 'ию', 'ием', 'ии', 'ого', 'ому', 'ым', 'им', 'ом', 'его', 'ему', 'ая', 'ой', 'ую'],
  ],
  [/(?<=[^aeiou])$/, ['а', 'у', 'ом', 'ем', 'ым', 'е', 'ы', 'ой', 'ых', 'ыми', 'ами', 'я', 'ю', 'и']],
];
const FLEETING_VOWEL = /[eo](?=[^aeiouy]$)/;
const SHORTEST_STEM = 2;

/**
 * Whether a Cyrillic word is a Latin name in any case of Russian: `Сергея` for `Sergey`, `Sergei` and `Sergej`. Both
 * folded, `й` kept.
 */
export function isNameInCyrillic(latin: string, cyrillic: string): boolean {
  if (!mayBegin(latin, cyrillic)) return false;
  if (spells(latin, cyrillic)) return true;
  return [latin, latin.replace(FLEETING_VOWEL, '')].some((base) =>
    ENDINGS.some(([ending, cases]) => {
      if (!ending.test(base)) return false;
      const stem = base.replace(ending, '');
      return cases.some(
        (form) =>
          cyrillic.endsWith(form) &&
          cyrillic.length - form.length >= SHORTEST_STEM &&
          spells(stem, cyrillic.slice(0, -form.length)),
      );
    }),
  );
}

/** Whether a Latin word is a Cyrillic name: as it is on record, or with an English or German genitive. */
export function isNameInLatin(cyrillic: string, latin: string): boolean {
  if (!mayBegin(latin, cyrillic)) return false;
  return spells(latin, cyrillic) || (latin.endsWith('s') && spells(latin.slice(0, -1), cyrillic));
}
