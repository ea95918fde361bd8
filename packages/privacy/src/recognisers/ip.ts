import { isIPv4, isIPv6 } from 'node:net';
import type { Entity, Recogniser } from '../entity.ts';

const V4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d]|\.\d)/g;
const V6 = /(?<![\p{L}\p{N}:.])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:[\d.]{7,15})?(?![\p{L}\p{N}:])/giu;
/** Four numbers with dots after such a word are a version of a program. */
const VERSION_BEFORE =
  /(?:\bv\.?|versi[oó]n|version|versão|versione|версия|версии|верс\.|release|firmware|build|прошивк\S*)\s*[:#]?\s*$/iu;
const LOOK_BACK = 20;
/** What every address of a kind holds: a text without it is not searched at each of its characters. */
const V4_HINT = /\d\.\d/;
const V6_HINT = /:[\da-f]{0,4}:/i;

/** IP addresses, not versions and not times of day. */
export const findIps: Recogniser = (text) => {
  const found: Entity[] = [];
  for (const match of V4_HINT.test(text) ? text.matchAll(V4) : []) {
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index);
    if (isIPv4(match[0]) && !VERSION_BEFORE.test(before)) found.push(entity(match));
  }
  for (const match of V6_HINT.test(text) ? text.matchAll(V6) : []) {
    const groups = match[0].split(':').filter(Boolean);
    // `a::b` is code or prose: a real address has a long group or many.
    const plausible = groups.length >= 4 || (groups.length >= 2 && groups.some((group) => group.length >= 3));
    if (plausible && isIPv6(match[0])) found.push(entity(match));
  }
  return found;
};

function entity(match: RegExpExecArray): Entity {
  return { type: 'IP', start: match.index, end: match.index + match[0].length };
}
