import type { Recogniser } from '../entity.ts';

const AT = String.raw`\s?[([{]\s?(?:at|@|ät|arroba|chiocciola|собака)\s?[)\]}]\s?|\s(?:at|ät|arroba|chiocciola|apenstaartje|małpa|собака)\s`;
const DOT = String.raw`\s?[([{]\s?(?:dot|\.|punkt|point|punto|ponto|punt|kropka|точка)\s?[)\]}]\s?|\s(?:dot|punkt|point|punto|ponto|punt|kropka|точка)\s|\.`;
const WORD = String.raw`[\p{L}\p{N}_-]{1,40}`;
const TOP = 'com|net|org|edu|gov|info|biz|io|co|eu|de|fr|es|it|nl|pl|pt|br|ru|uk|us|at|ch|be|example|рф|ру|ком';
const SPELLED = new RegExp(
  `(?<![\\p{L}\\p{N}])${WORD}(?:(?:${DOT})${WORD}){0,3}(?:${AT})${WORD}(?:(?:${DOT})${WORD}){0,2}(?:${DOT})(?:${TOP})(?![\\p{L}\\p{N}])`,
  'giu',
);
/** Without one of these nobody spells an address. */
const HINT = /[([{\s](?:at|@|ät|arroba|chiocciola|apenstaartje|małpa|собака)[)\]}\s]/iu;

/** E-mail addresses that somebody spells out: "bo dot lind at example dot com", "bo [at] example.com". */
export const findSpelledEmails: Recogniser = (text) => {
  if (!HINT.test(text)) return [];
  return [...text.matchAll(SPELLED)]
    .filter((match) => !/^\S+ at [^\s.]+\.\S+$/i.test(match[0]) || match[0].includes('['))
    .map((match) => ({ type: 'EMAIL', start: match.index, end: match.index + match[0].length }));
};
