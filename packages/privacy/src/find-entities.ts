import type { KnownPerson } from '@draftsmith/contracts';
import type { Entity, Recogniser } from './entity.ts';
import { createKnownPeopleFinder } from './known/known-people.ts';
import { createLists, type Lists } from './lists.ts';
import type { RedactionOptions } from './options.ts';
import { masked, mergeOverlaps, type Span, without } from './overlaps.ts';
import { findAddresses } from './recognisers/address/address.ts';
import { findAnnounced } from './recognisers/announced.ts';
import { findAges, findBirthDates } from './recognisers/birth.ts';
import { findCards } from './recognisers/card.ts';
import { findDevices } from './recognisers/device.ts';
import { findEmails } from './recognisers/email.ts';
import { findIbans } from './recognisers/iban.ts';
import { findIps } from './recognisers/ip.ts';
import { findNationalIds } from './recognisers/national-id/national-id.ts';
import { createPhoneFinder, findPhones } from './recognisers/phone.ts';
import { findSecrets } from './recognisers/secret.ts';
import { findSpelledEmails } from './recognisers/spelled-email.ts';
import { findTokenUrls } from './recognisers/url.ts';
import { findStrangers } from './strangers/find-strangers.ts';
import { isCommonWord } from './strangers/lexicon.ts';

/** In the order of trust: where two find the same characters, the earlier one names them. Cheap enough for every log line. */
const BY_FORM: readonly Recogniser[] = [findSecrets, findTokenUrls, findIbans, findCards, findEmails, findIps];

/** What needs a closer look at the words around it. */
const BY_CONTEXT: readonly Recogniser[] = [
  findNationalIds,
  findDevices,
  findAnnounced,
  findSpelledEmails,
  findBirthDates,
  findAges,
  findAddresses,
];

export interface FoundEntity extends Entity {
  /** How the source system writes it, when it knows it. */
  value?: string;
}

/**
 * `taken` are stretches that the caller replaces anyway: what stands next to them stands alone. `more` was found by others.
 */
export type EntityFinder = (text: string, taken?: readonly Span[], more?: readonly Entity[]) => FoundEntity[];

/** For logs: only what shows by its own form, in a few microseconds a line. */
export function findByForm(text: string): Entity[] {
  return mergeOverlaps([...BY_FORM, findPhones].flatMap((recognise) => recognise(text)));
}

/** A finder for one conversation: what is known of its people, what shows by its form, and who its strangers are. */
export function createEntityFinder(
  known: readonly KnownPerson[] = [],
  options: RedactionOptions = {},
  lists: Lists = createLists(options),
): EntityFinder {
  const findKnown = createKnownPeopleFinder(known, isCommonWord);
  const recognisers = [
    ...BY_FORM,
    ...BY_CONTEXT,
    createPhoneFinder(options.regions ?? []),
    ...(options.recognisers ?? []),
  ];
  return (text, taken = [], more = []) => {
    const sure: FoundEntity[] = [...lists.withoutAllowed(text, findKnown.literals(text)), ...lists.denied(text)];
    const byForm = lists.withoutKept(text, [...recognisers.flatMap((recognise) => recognise(text)), ...more]);
    // Without the mask the name in an address would be found as a name, and joined with the name before it.
    const open = masked(text, [...sure, ...byForm, ...taken]);
    const names = lists.withoutAllowed(text, findKnown.names(open));
    const strangers = options.strangers === false ? [] : lists.withoutKept(text, findStrangers(open));
    return mergeOverlaps([...sure, ...byForm, ...names, ...without(text, strangers, names)]);
  };
}

/** Entities of a text in order, without overlaps. Offsets count UTF-16 units. */
export function findEntities(
  text: string,
  known: readonly KnownPerson[] = [],
  options: RedactionOptions = {},
): Entity[] {
  return createEntityFinder(known, options)(text).map(({ type, start, end }) => ({ type, start, end }));
}
