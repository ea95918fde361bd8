import type { Entity, EntityType } from './entity.ts';
import { fold } from './fold.ts';
import type { RedactionOptions } from './options.ts';
import { isWithin, mergeOverlaps, type Span } from './overlaps.ts';
import { createPhrases } from './watch/phrases.ts';
import { scanWords } from './watch/scan-words.ts';

export interface Lists {
  /** What is always replaced. */
  denied(text: string): Entity[];
  /** Less what the knowledge base holds or the account allows. */
  withoutKept<Found extends Entity>(text: string, found: readonly Found[]): Found[];
  /** Less what the account allows: also people on record, and parts of an allowed value such as one word of a firm. */
  withoutAllowed<Found extends Entity>(text: string, found: readonly Found[]): Found[];
}

/** A name, place or company that is on everybody's lips; the rest is kept only as a whole value. */
const KEPT_BY_WORDS: ReadonlySet<EntityType> = new Set(['PERSON', 'COMPANY', 'LOCATION', 'ADDRESS']);
/** A key stays a secret, even if somebody put it into an article. */
const NEVER_KEPT: ReadonlySet<EntityType> = new Set(['SECRET', 'CARD']);

export function createLists({ keep, allow = [], deny = [] }: RedactionOptions): Lists {
  const denied = new Set(deny.map(valueKey));
  // Who is on both lists is hidden: of two mistakes the one that leaks is worse.
  const allowed = allow.filter((value) => !denied.has(valueKey(value)));
  const allowedKeys = new Set(allowed.map(valueKey).filter((key) => key !== ''));
  const findAllowed = stretchFinder(allowed);
  const findDenied = stretchFinder(deny);

  const isKept = (type: EntityType, written: string): boolean => {
    if (!keep || NEVER_KEPT.has(type)) return false;
    if (keep.values.has(valueKey(written))) return true;
    if (!KEPT_BY_WORDS.has(type)) return false;
    return (written.match(WORD) ?? []).every((word) => keep.words.has(fold(word)));
  };
  const withoutAllowed: Lists['withoutAllowed'] = (text, found) => {
    if (allowed.length === 0 || found.length === 0) return [...found];
    const stretches = mergeOverlaps(findAllowed(text));
    return found.filter(
      (entity) => !allowedKeys.has(valueKey(text.slice(entity.start, entity.end))) && !isWithin(entity, stretches),
    );
  };
  return {
    denied: (text) => findDenied(text).map(({ start, end }) => ({ type: 'ACCOUNT', start, end })),
    withoutAllowed,
    withoutKept: (text, found) =>
      withoutAllowed(text, found).filter(({ type, start, end }) => !isKept(type, text.slice(start, end))),
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

/** Where one of the values stands, whole words and any case; all at once, as an admin may list hundreds. */
function stretchFinder(values: readonly string[]): (text: string) => Span[] {
  const words = createPhrases<true>();
  const patterns: RegExp[] = [];
  let count = 0;
  for (const value of values.map((one) => one.trim()).filter((one) => one !== '')) {
    // The words of "C++" are "C".
    if (/^[\p{L}\p{N}].*[\p{L}\p{N}\p{M}]$|^[\p{L}\p{N}]$/su.test(value)) {
      words.add(value, { gaps: 'exact', capitals: 'none', payload: true });
      count += 1;
    } else patterns.push(signPattern(value));
  }
  return (text) => [
    ...(count > 0 ? words.find(scanWords(text)) : []),
    ...patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length })),
    ),
  ];
}

function signPattern(value: string): RegExp {
  const words = value.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}
