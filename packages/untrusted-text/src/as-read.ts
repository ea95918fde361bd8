import { withoutInvisible } from './invisible.ts';
import { withoutMarkup } from './markup.ts';
import { inOneScript } from './mixed-script.ts';
import { withoutPadding } from './padding.ts';
import { plainLetters } from './plain-letters.ts';

/** In these characters alone nothing hides but padding and markup: most mail, and most articles. */
const PLAIN = /^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u017f\u0400-\u045f\u2010-\u2015\u2018-\u2026\u20ac\u2116]*$/;

/** A word of two alphabets is no longer that harmless. */
const MIXED = /[a-z\u00c0-\u017f][\u0400-\u045f]|[\u0400-\u045f][a-z\u00c0-\u017f]/i;

/** Disguises inside disguises: more layers than anybody reads, few enough to stay linear. */
const MAX_LAYERS = 8;

/**
 * A stranger's text as its readers see it: without invisible characters, terminal escapes, markup and lines of padding,
 * and with letters in disguise (`ｉｇｎｏｒｅ`, `pаssword` with a Cyrillic `а`) as the ones they pass for. What real
 * Persian, Hindi, Thai, Hebrew or emoji need stays. It tells no attack from a question: it only lets everybody, people
 * and programs, read the same text.
 *
 * `asRead(asRead(text))` is `asRead(text)`; time grows in proportion to the text.
 */
export function asRead(text: string): string {
  let current = text;
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const next = readOnce(current);
    if (next === current) return current;
    current = next;
  }
  // Nobody writes eight layers by accident. Without these signs there is nothing left to unwrap.
  return settled(current.replace(/[<>[\]()&:]/g, ' '));
}

function readOnce(text: string): string {
  const isPlain = PLAIN.test(text) && !MIXED.test(text);
  const visible = isPlain ? text : inOneScript(plainLetters(withoutInvisible(text.toWellFormed())));
  return withoutPadding(withoutMarkup(visible));
}

function settled(text: string): string {
  return withoutPadding(inOneScript(plainLetters(withoutInvisible(text)))).trim();
}
