import { isIPv4, isIPv6 } from 'node:net';
import type { Entity, Recogniser } from '../entity.ts';

const V4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d]|\.\d)/g;
const V6 = /(?<![\p{L}\p{N}:.])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:[\d.]{7,15})?(?![\p{L}\p{N}:])/giu;
/** Four numbers with dots after such a word are a version of a program. */
const VERSION_BEFORE =
  /(?:\bv\.?|versi[oó]n|version|versão|versione|версия|версии|верс\.|release|firmware|build|прошивк\S*)\s*[:#]?\s*$/iu;
const LOOK_BACK = 20;

/** IP addresses, not versions and not times of day. */
export const findIps: Recogniser = (text) => {
  const found: Entity[] = [];
  for (const match of text.matchAll(V4)) {
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index);
    if (isIPv4(match[0]) && !VERSION_BEFORE.test(before)) found.push(entity(match));
  }
  for (const match of text.matchAll(V6)) {
    // `::` and `a::` occur in code and in prose; an address of a person has at least two groups.
    const groups = match[0].split(':').filter(Boolean).length;
    if (groups >= 2 && isIPv6(match[0])) found.push(entity(match));
  }
  return found;
};

function entity(match: RegExpExecArray): Entity {
  return { type: 'IP', start: match.index, end: match.index + match[0].length };
}
