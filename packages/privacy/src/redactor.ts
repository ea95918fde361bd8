import type { KnownPerson } from '@draftsmith/contracts';
import { ENTITY_TYPES, type Entity, type EntityType } from './entity.ts';
import { createEntityFinder } from './find-entities.ts';
import type { RedactionOptions } from './options.ts';
import { mergeOverlaps, type Span } from './overlaps.ts';
import { findLookalikes, findSurrogates, type SurrogateName, surrogate } from './surrogate.ts';

/** Takes personal data out of the texts of one request and puts it back into the answer. */
export interface Redactor {
  /** The same value gets the same surrogate in every text. */
  redact(text: string): string;
  /** The same, with what was replaced: offsets in the text that was given, UTF-16 units. */
  inspect(text: string): { text: string; entities: Entity[] };
  /** Undoes `redact` exactly; surrogates that were never given out stay as they are. */
  restore(text: string): string;
  /** Distinct values replaced so far, by type. */
  counts(): Record<EntityType, number>;
}

/** One value with its spellings; index 0 is the spelling of the source system where it is known. */
interface Replaced {
  number: number;
  spellings: string[];
}

interface NamedSpan extends Span {
  name: SurrogateName;
}

/** A redactor for one request. `known` are the people in the conversation as the source system knows them. */
export function createRedactor(known: readonly KnownPerson[] = [], options: RedactionOptions = {}): Redactor {
  const findEntities = createEntityFinder(known, options);
  const replaced = new Map<SurrogateName, Map<string, Replaced>>();
  const originals = new Map<string, string>();

  const surrogateFor = ({ name, value }: NamedSpan, written: string): string => {
    const values = replaced.get(name) ?? new Map<string, Replaced>();
    replaced.set(name, values);
    const key = (value ?? written).toLowerCase();
    const entity = values.get(key) ?? { number: values.size + 1, spellings: [value ?? written] };
    values.set(key, entity);
    let spelling = entity.spellings.indexOf(written) + 1;
    if (spelling === 0) spelling = entity.spellings.push(written);
    // The first spelling is answered even if it never occurred: models shorten `[PERSON_1_2]`.
    originals.set(surrogate(name, entity.number, 1), entity.spellings[0] ?? written);
    const made = surrogate(name, entity.number, spelling);
    originals.set(made, written);
    return made;
  };

  const inspect = (text: string) => {
    // Otherwise `restore` would take a customer's `[PERSON_1]` for ours.
    const lookalikes = findLookalikes(text).map((span): NamedSpan => ({ ...span, name: 'TEXT' }));
    const found = findEntities(text, lookalikes).map(({ type, ...rest }): NamedSpan => ({ ...rest, name: type }));
    const entities: Entity[] = [];
    let result = '';
    let rest = 0;
    for (const span of mergeOverlaps([...found, ...lookalikes])) {
      const { name: type, start, end } = span;
      if (type !== 'TEXT') entities.push({ type, start, end });
      result += text.slice(rest, start) + surrogateFor(span, text.slice(start, end));
      rest = end;
    }
    return { text: result + text.slice(rest), entities };
  };

  return {
    redact: (text) => inspect(text).text,
    inspect,
    restore(text) {
      let result = '';
      let end = 0;
      for (const found of findSurrogates(text)) {
        const original = originals.get(found.exact);
        if (original === undefined) continue;
        result += text.slice(end, found.start) + original;
        end = found.end;
      }
      return result + text.slice(end);
    },
    counts() {
      const counts = Object.fromEntries(ENTITY_TYPES.map((type) => [type, replaced.get(type)?.size ?? 0]));
      return counts as Record<EntityType, number>;
    },
  };
}
