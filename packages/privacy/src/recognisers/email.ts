import type { Recogniser } from '../entity.ts';

// Bounded repetitions: an unbounded local part makes a megabyte of letters quadratic.
const EMAIL =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}_%+][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

export const findEmails: Recogniser = (text) => {
  if (!text.includes('@')) return [];
  const matches = [...text.matchAll(EMAIL)];
  return matches.map((match) => ({ type: 'EMAIL', start: match.index, end: match.index + match[0].length }));
};
