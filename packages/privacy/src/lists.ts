import type { Entity, EntityType } from './entity.ts';
import { fold } from './fold.ts';
import type { RedactionOptions } from './options.ts';

export interface Lists {
  /** What is always replaced. */
  denied(text: string): Entity[];
  /** Less what the knowledge base holds or the account allows. */
  withoutKept<Found extends Entity>(text: string, found: readonly Found[]): Found[];
}

/** A name, place or company that is on everybody's lips; the rest is kept only as a whole value. */
const KEPT_BY_WORDS: ReadonlySet<EntityType> = new Set(['PERSON', 'COMPANY', 'LOCATION', 'ADDRESS']);
/** A key stays a secret, even if somebody put it into an article. */
const NEVER_KEPT: ReadonlySet<EntityType> = new Set(['SECRET', 'CARD']);

export function createLists({ keep, allow = [], deny = [] }: RedactionOptions): Lists {
  const allowed = new Set(allow.map(valueKey));
  const patterns = deny.filter((value) => value.trim() !== '').map(denyPattern);
  const isKept = (type: EntityType, written: string): boolean => {
    const key = valueKey(written);
    if (allowed.has(key)) return true;
    if (!keep || NEVER_KEPT.has(type)) return false;
    if (keep.values.has(key)) return true;
    if (!KEPT_BY_WORDS.has(type)) return false;
    return (written.match(WORD) ?? []).every((word) => keep.words.has(fold(word)));
  };
  return {
    denied: (text) =>
      patterns.flatMap((pattern) =>
        [...text.matchAll(pattern)].map(({ 0: written, index }) => ({
          type: 'ACCOUNT',
          start: index,
          end: index + written.length,
        })),
      ),
    withoutKept: (text, found) =>
      keep || allowed.size > 0
        ? found.filter(({ type, start, end }) => !isKept(type, text.slice(start, end)))
        : [...found],
  };
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Digits that tell a phone number from others, without country code or leading zero. */
const PHONE_TAIL = 8;

/** One spelling for all: case, accents, spaces and punctuation do not count, nor does a phone's country code. */
export function valueKey(value: string): string {
  const plain = fold(value).replace(/[^\p{L}\p{N}@]/gu, '');
  return /^\d{8,15}$/.test(plain) ? plain.slice(-PHONE_TAIL) : plain;
}

function denyPattern(value: string): RegExp {
  const words = value
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}
