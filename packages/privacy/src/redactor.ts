import type { KnownPerson } from '@draftsmith/contracts';
import { ENTITY_TYPES, type Entity, type EntityType } from './entity.ts';
import { createEntityFinder, type FoundEntity } from './find-entities.ts';
import { findLeaks, type Leak } from './leaks/find-leaks.ts';
import { createLists } from './lists.ts';
import type { RedactionOptions } from './options.ts';
import { masked, mergeOverlaps, type Span } from './overlaps.ts';
import { createReadings, type Reading } from './readings.ts';
import { createDisguises, type Disguises } from './realistic/disguises.ts';
import type { RemoteRecogniser } from './remote/remote-recogniser.ts';
import { createReadableForm } from './restore/readable-form.ts';
import { findLookalikes, type SurrogateName } from './surrogate.ts';
import { createVault, type RestoreAs } from './vault.ts';
import { createWatchList, type Watch, type WatchList } from './watch/watch-list.ts';

/** Takes personal data out of the texts of one request and puts it back into the answer. */
export interface Redactor {
  /** The same value gets the same surrogate in every text. */
  redact(text: string): string;
  /**
   * Reads all texts of a request before the first is redacted: a name that one of them gives away (`my name is ...`) is
   * then replaced in the others, too. Give it every text that `redact` will get, excerpts and all: what is first found
   * later is a leak in the texts that went before.
   */
  learn(texts: readonly string[]): void;
  /** The same, with what a remote recogniser finds in these texts. Goes on without it when it fails; never rejects. */
  learnWith(texts: readonly string[], remote: RemoteRecogniser, language: string): Promise<void>;
  /** The same, with what was replaced: offsets in the text that was given, UTF-16 units. */
  inspect(text: string): { text: string; entities: Entity[] };
  /** Undoes `redact` exactly; surrogates that were never given out stay as they are. */
  restore(text: string): string;
  /**
   * For what a model has written: as `restore`, and where the language (BCP 47) wants another form of a name that is
   * certain, that form. "для [PERSON_1]" becomes "для Анны Соколовой".
   */
  restoreReadably(text: string, language: string): string;
  /**
   * Where a payload still holds what was replaced in this request, or what is known of its people. Only what is
   * distinctive counts: an ordinary word that is also somebody's first name is none, and nothing that the options keep.
   */
  leaks(payload: string): Leak[];
  /** Distinct values replaced so far, by type. */
  counts(): Record<EntityType, number>;
}

interface NamedSpan extends Span {
  name: SurrogateName;
}

/** What is replaced may leave a word alone that was part of another; it ends long before. */
const MOST_PASSES = 8;

/** A redactor for one request. `known` are the people in the conversation as the source system knows them. */
export function createRedactor(known: readonly KnownPerson[] = [], options: RedactionOptions = {}): Redactor {
  const lists = createLists(options);
  const findEntities = createEntityFinder(known, options, lists);
  const vault = createVault();
  const disguises = options.surrogates === 'realistic' ? createDisguises() : undefined;
  for (const value of disguises ? known.flatMap(valuesOf) : []) disguises?.avoid(value);
  const recorded = new Set(known.flatMap(({ name }) => (name === undefined ? [] : [name.trim()])));
  let made: WatchList | undefined;
  const watchList = (): WatchList => {
    made ??= watchListOf(known, options);
    return made;
  };

  const read = (text: string, more: readonly Entity[] = []): Reading => {
    // Otherwise `restore` would take a customer's `[PERSON_1]` for ours.
    const lookalikes = findLookalikes(text);
    disguises?.avoid(text);
    const found = findEntities(text, lookalikes, more);
    for (const entity of found) watchList().addFound(entity, text.slice(entity.start, entity.end));
    return { lookalikes, found };
  };
  const readings = createReadings(read);

  /** What of the watched is in a text, less what may stay there. */
  const watched = (text: string): Watch[] => {
    const hits = watchList().find(text);
    if (hits.length === 0) return hits;
    const sure = hits.filter((hit) => hit.sure);
    const found = hits.filter((hit) => !hit.sure);
    return [...lists.withoutAllowed(text, sure), ...lists.withoutKept(text, found)];
  };

  const spansOf = (text: string, invented: readonly Span[]): NamedSpan[] => {
    const reading = readings.of(text);
    const { found } = reading;
    const lookalikes = [...reading.lookalikes, ...invented];
    let spans = mergeOverlaps([
      ...found.map(named),
      ...lookalikes.map((span): NamedSpan => ({ ...span, name: 'TEXT' })),
    ]);
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const hits = watched(masked(text, spans)).map(named);
      if (hits.length === 0) break;
      spans = mergeOverlaps([...spans, ...mergeOverlaps(hits)]);
    }
    return spans;
  };

  const replaced = (text: string, dressed: Disguises | undefined) => {
    const entities: Entity[] = [];
    let result = '';
    let rest = 0;
    const invented = dressed ? dressed.lookalikes(text) : (disguises?.traces(text) ?? []);
    for (const { name, start, end, value } of spansOf(text, invented)) {
      const written = text.slice(start, end);
      if (name !== 'TEXT') entities.push({ type: name, start, end });
      const entity = { name, value: value ?? watchList().wholeOf(written) ?? written };
      const surrogate = vault.surrogateFor(entity, written);
      result += text.slice(rest, start) + (dressed?.wear(entity, written) ?? surrogate);
      rest = end;
    }
    return { text: result + text.slice(rest), entities };
  };
  const restore = (text: string, as?: RestoreAs) => vault.restore(text, as, disguises?.restore);

  const inspect = (text: string) => {
    const made = replaced(text, disguises);
    // An invented name is only as good as the way back from it.
    const safe = !disguises || (restore(made.text) === text && watched(made.text).length === 0);
    return safe ? made : replaced(text, undefined);
  };

  return {
    redact: (text) => inspect(text).text,
    learn: (texts) => readings.learn(texts),
    async learnWith(texts, remote, language) {
      const recognise = await remote.recogniserFor(texts, language);
      readings.learn(texts, recognise);
    },
    inspect,
    restore: (text) => restore(text),
    restoreReadably: (text, language) => restore(text, createReadableForm(text, language, recorded)),
    leaks: (payload) => findLeaks(payload, watched),
    counts() {
      const counts = Object.fromEntries(ENTITY_TYPES.map((type) => [type, vault.count(type)]));
      return counts as Record<EntityType, number>;
    },
  };
}

function named({ type: name, start, end, value }: FoundEntity): NamedSpan {
  return { name, start, end, ...(value !== undefined && { value }) };
}

function valuesOf(person: KnownPerson): string[] {
  return Object.values(person).flat();
}

function watchListOf(known: readonly KnownPerson[], { deny = [] }: RedactionOptions): WatchList {
  const list = createWatchList();
  for (const person of known) list.addPerson(person);
  for (const value of deny) list.addDenied(value);
  return list;
}
