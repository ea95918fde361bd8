import { ENTITY_TYPES } from './entity.ts';

/** What a surrogate may be called: an entity type, or `TEXT` for something that already looked like a surrogate. */
export const SURROGATE_NAMES = [...ENTITY_TYPES, 'TEXT'] as const;
export type SurrogateName = (typeof SURROGATE_NAMES)[number];

const NAME = `(?:${SURROGATE_NAMES.join('|').replaceAll('_', String.raw`\\?[ _-]`)})`;
const NUMBER = String.raw`\d{1,6}`;

const BRACKETED = String.raw`\[[ \t]*(?i:${NAME})[ _-]?${NUMBER}(?:[ _-]${NUMBER})?[ \t]*\]`;
const ESCAPED = String.raw`\\\[(?i:${NAME})\\?_${NUMBER}(?:\\?_${NUMBER})?\\\]`;
/** With a space only what nobody shouts before a number: "ACCOUNT 12345" and "AGE 30" are a customer's own words. */
const BARE = `(?:(?:PERSON|COMPANY|EMAIL|TEXT) |${NAME}[_-])${NUMBER}(?:_${NUMBER})?`;

/**
 * A surrogate as it was made, or as models alter it: other case, spaces or a hyphen inside, brackets lost, escaped for
 * Markdown. Without brackets only upper case counts: `email_1` is somebody's variable name.
 */
const ALTERED = new RegExp(String.raw`${BRACKETED}|${ESCAPED}|(?<![\p{L}\p{N}_])${BARE}(?![\p{L}\p{N}_])`, 'gu');

/** Wider: what stands inside a word may stand alone once its neighbours are replaced. */
const LOOKALIKE = new RegExp(`${BRACKETED}|${ESCAPED}|${BARE}`, 'gu');

/**
 * `[PERSON_1]`, and `[PERSON_1_2]` for the second spelling of the same person: "Anna", "Анны".
 * @param entity counts from 1 within the name
 * @param spelling counts from 1 within the entity
 */
export function surrogate(name: SurrogateName, entity: number, spelling: number): string {
  return spelling === 1 ? `[${name}_${entity}]` : `[${name}_${entity}_${spelling}]`;
}

/** Everything in an answer that reads as a surrogate, with the exact form it stands for. */
export function findSurrogates(text: string): { start: number; end: number; exact: string }[] {
  return [...text.matchAll(ALTERED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    exact: exactForm(match[0]),
  }));
}

/** Everything in a customer's text that `findSurrogates` could take for a surrogate later. */
export function findLookalikes(text: string): { start: number; end: number }[] {
  return [...text.matchAll(LOOKALIKE)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function exactForm(altered: string): string {
  const [, name = '', ...numbers] = /^\W*(.*?)[^a-z\d]*(\d+)(?:\D+(\d+))?\W*$/is.exec(altered) ?? [];
  const plain = name.toUpperCase().replace(/[^A-Z]+/g, '_');
  return `[${[plain, ...numbers.filter(Boolean).map(Number)].join('_')}]`;
}
