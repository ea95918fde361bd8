import type { KnownPerson } from '@draftsmith/contracts';
import type { Entity, Recogniser } from './entity.ts';
import { createKnownPeopleFinder } from './known/known-people.ts';
import { mergeOverlaps, type Span } from './overlaps.ts';
import { findCards } from './recognisers/card.ts';
import { findEmails } from './recognisers/email.ts';
import { findIbans } from './recognisers/iban.ts';
import { findIps } from './recognisers/ip.ts';
import { findPhones } from './recognisers/phone.ts';
import { findSecrets } from './recognisers/secret.ts';
import { findTokenUrls } from './recognisers/url.ts';

/** In the order of trust: where two find the same characters, the earlier one names them. */
export const RECOGNISERS: readonly Recogniser[] = [
  findSecrets,
  findTokenUrls,
  findIbans,
  findCards,
  findEmails,
  findIps,
  findPhones,
];

export interface FoundEntity extends Entity {
  /** How the source system writes it, when it knows it. */
  value?: string;
}

/** `taken` are stretches that the caller replaces anyway: what stands next to them stands alone. */
export type EntityFinder = (text: string, taken?: readonly Span[]) => FoundEntity[];

/** A finder for one conversation: what is known of its people, and what shows by its form. */
export function createEntityFinder(known: readonly KnownPerson[] = []): EntityFinder {
  const findKnown = createKnownPeopleFinder(known);
  return (text, taken = []) => {
    const byForm: FoundEntity[] = [...findKnown.literals(text), ...RECOGNISERS.flatMap((recognise) => recognise(text))];
    // Without the mask the name in an address would be found as a name, and joined with the name before it.
    return mergeOverlaps([...byForm, ...findKnown.names(masked(text, [...byForm, ...taken]))]);
  };
}

/** Entities of a text in order, without overlaps. Offsets count UTF-16 units. */
export function findEntities(text: string, known: readonly KnownPerson[] = []): Entity[] {
  return createEntityFinder(known)(text).map(({ type, start, end }) => ({ type, start, end }));
}

/** The text with the spans blanked out, every offset kept. */
function masked(text: string, spans: readonly Span[]): string {
  let result = '';
  let end = 0;
  for (const span of mergeOverlaps(spans)) {
    result += text.slice(end, span.start) + '\0'.repeat(span.end - span.start);
    end = span.end;
  }
  return result + text.slice(end);
}
