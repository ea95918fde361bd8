import type { Entity, Recogniser } from '../entity.ts';

const URL_LIKE = /\bhttps?:\/\/[^\s<>"')\]]{4,2000}/gi;
const SECRET_PARAMETER =
  /[?&#;](?:[\w-]*(?:token|secret|passw|signature|session|apikey|api[_-]key|auth|jwt|otp|hash)[\w-]*|code|key|sig|sid|pin|email|mail|phone|login|user(?:name)?)=[^&#\s]+/i;
const CREDENTIALS = /^https?:\/\/[^/\s@]+:[^/\s@]+@/i;
const SECRET_PATH =
  /\/(?:reset|verify|confirm|invite|activate|magic|unsubscribe|password|login|token)[^/]*\/[^/?#]{12,}/i;
/** A long path segment of letters and digits without words in it, e.g. a share link. */
const OPAQUE_SEGMENT = /\/(?=[^/]*\d)(?=[^/]*[a-z])[A-Za-z0-9_]{24,}(?=[/?#]|$)/i;

/** "My website is": whose it is, is said. */
const OWN =
  /(?<!\p{L})(?:my|meine?|mon|ma|mi|meu|minha|il mio|mijn|moja|мой|моя) (?:own |personal )?(?:web ?site|home ?page|web ?page|blog|portfolio|profile?|linkedin|webseite|site|página|pagina|sito|strona|сайт|страница)(?: is| ist| est| es| é| è|:)?:? ?$/iu;
const LOOK_BACK = 40;

/** Links that open something for whoever holds them, or that name a person; ordinary links stay readable. */
export const findTokenUrls: Recogniser = (text) => {
  const found: Entity[] = [];
  if (!text.includes('://')) return found;
  for (const match of text.matchAll(URL_LIKE)) {
    const url = match[0].replace(/[.,;:!?]+$/, '');
    const own = OWN.test(text.slice(Math.max(0, match.index - LOOK_BACK), match.index));
    if (own || [SECRET_PARAMETER, CREDENTIALS, SECRET_PATH, OPAQUE_SEGMENT].some((pattern) => pattern.test(url)))
      found.push({ type: 'URL', start: match.index, end: match.index + url.length });
  }
  return found;
};
