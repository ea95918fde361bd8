import type { FactSpan, Finding } from '../terms.ts';

/** What no business prose in these languages needs, and what hides a figure from whoever checks it. */
const PATTERNS: readonly RegExp[] = [
  // Zero-width, directional and private characters, controls but line breaks and tabs.
  /[\p{Cf}\p{Co}\p{Cn}\p{Cs}]|(?![\n\r\t])\p{Cc}/gu,
  // Operators, pictures, other scripts' percent signs. A trade mark is none.
  /(?![™®©°])[\p{Sm}\p{So}\p{Sk}]|[٪﹪％‰‱\\{}_*#~|]/gu,
  /&#?[\p{L}\p{N}]{1,10};/gu,
  // Letters of scripts that none of the languages is written in; also mathematical alphabets and full-width letters.
  /(?![ªº])(?:(?![\p{Script=Latin}\p{Script=Cyrillic}])\p{L}|[\uff21-\uff5a\ua720-\ua7ff])+/gu,
];
/** One word, two alphabets; a word is matched first, so that a megabyte of letters stays linear. */
const WORD = /[\p{L}\p{M}]+/gu;
const MARK = /\P{M}\p{M}+/gu;
/** "z. B.", "e.g.", "т. д.", "p. ex.": letters that stand for words. */
const ABBREVIATION = /^(?:\.|['’])/;
const SINGLE = /(?<![\p{L}\p{N}\p{M}'’])\p{L}(?![\p{L}\p{N}\p{M}])/gu;
/** Words of one letter, in any of the languages and either case. */
const ONE_LETTER = new Set('aieouyàéóèавикосуяэжбAIEOUYÀÉÓÈАВИКОСУЯЭ'.normalize('NFC'));
/** A capital among these is a figure: "Phase V", "X licences". */
const ROMAN =
  /(?<![\p{L}\p{N}])(?:(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})|[ivx]{2,6})(?![\p{L}\p{N}'’])/gu;
const NOT_ROMAN = /^(?:I|C|vi|MIX|DI|MI|LI|CD|MD|DC|CV|MC|xi)$/;
const COUNTED = /(?:phase|stage|step|version|tier|level|part|stufe|etape|étape|fase|этап|фаза)\s+$/iu;

/** Characters that do not say what they look like, and signs that change what stands beside them. */
export function findDisguises(text: string, spans: readonly FactSpan[], language: string): Finding[] {
  const inside = (at: number) => spans.some(({ start, end }) => at >= start && at < end);
  const found: Finding[] = [];
  const add = (start: number, length: number, code: Finding['code']) => {
    if (!inside(start))
      found.push({ start, end: start + length, text: text.slice(start, start + length), code, figure: true });
  };
  for (const pattern of PATTERNS)
    for (const { 0: whole, index } of text.matchAll(pattern)) add(index, whole.length, 'disguise');
  for (const { 0: word, index } of text.matchAll(WORD))
    if (/\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word)) add(index, word.length, 'disguise');
  for (const { 0: whole, index } of text.matchAll(MARK))
    if (/\p{M}/u.test(whole.normalize('NFC'))) add(index, whole.length, 'disguise');
  for (const { 0: letter, index } of text.matchAll(SINGLE)) {
    const behind = text.slice(index + 1, index + 2);
    if (!ONE_LETTER.has(letter.normalize('NFC')) && !ABBREVIATION.test(behind)) add(index, letter.length, 'disguise');
  }
  for (const { 0: figure, index } of text.matchAll(ROMAN)) {
    const counts = figure === 'I' && COUNTED.test(text.slice(Math.max(0, index - 12), index));
    if (counts || (!NOT_ROMAN.test(figure) && !(figure.length === 1 && 'AIEOaieo'.includes(figure))))
      add(index, figure.length, 'number');
    else if (figure === 'I' && language !== 'en') add(index, 1, 'number');
  }
  return found;
}
