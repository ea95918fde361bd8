import type { EntityType } from './entity.ts';
import { findSurrogates, type SurrogateName, surrogate } from './surrogate.ts';

/** What stands for what in one request. */
export interface Vault {
  /** The surrogate for a spelling of a value; the same for the same. */
  surrogateFor(entity: { name: SurrogateName; value: string }, written: string): string;
  /**
   * Undoes surrogates; those that were never given out stay.
   *
   * @param as chooses another form than the one that was replaced
   * @param between undoes what else there is, in the stretches without surrogates
   */
  restore(text: string, as?: RestoreAs, between?: (stretch: string) => string): string;
  /** Distinct values of one type. */
  count(type: EntityType): number;
}

/** What a surrogate stands for. */
export interface Original {
  name: SurrogateName;
  /** As the source system writes it, where it knows it; else as it was first met. */
  value: string;
  written: string;
}

export type RestoreAs = (original: Original, place: { start: number; end: number }) => string;

interface Replaced {
  number: number;
  value: string;
  /** How often each was given out does not matter: the second spelling met is `_2`. */
  spellings: Map<string, number>;
}

export function createVault(): Vault {
  const replaced = new Map<SurrogateName, Map<string, Replaced>>();
  const originals = new Map<string, Original>();

  return {
    surrogateFor({ name, value }, written) {
      const values = replaced.get(name) ?? new Map<string, Replaced>();
      replaced.set(name, values);
      const key = value.toLowerCase();
      const entity = values.get(key) ?? { number: values.size + 1, value, spellings: new Map([[value, 1]]) };
      values.set(key, entity);
      const spelling = entity.spellings.get(written) ?? entity.spellings.size + 1;
      entity.spellings.set(written, spelling);
      // The first spelling is answered even if it never occurred: models shorten `[PERSON_1_2]`.
      originals.set(surrogate(name, entity.number, 1), { name, value: entity.value, written: entity.value });
      const made = surrogate(name, entity.number, spelling);
      originals.set(made, { name, value: entity.value, written });
      return made;
    },
    restore(text, as = ({ written }) => written, between = (stretch) => stretch) {
      let result = '';
      let rest = 0;
      for (const { start, end, exact } of findSurrogates(text)) {
        const original = originals.get(exact);
        if (!original) continue;
        result += between(text.slice(rest, start)) + as(original, { start, end });
        rest = end;
      }
      return result + between(text.slice(rest));
    },
    count: (type) => replaced.get(type)?.size ?? 0,
  };
}
