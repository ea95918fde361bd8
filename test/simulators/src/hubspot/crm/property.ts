import { invalid, invalidProperties } from '../api/refusal.ts';
import { DEFAULT_PROPERTIES } from './default-properties.ts';
import { OBJECT_TYPES, type ObjectName, type ObjectType } from './object-types.ts';
import { normalise } from './values.ts';

export type PropertyType = 'string' | 'number' | 'bool' | 'datetime' | 'date' | 'enumeration';

export interface Property {
  readonly name: string;
  readonly label: string;
  readonly type: PropertyType;
  readonly groupName: string;
  /** Null: whatever; the list of an enumeration may live elsewhere, as that of stages does. */
  readonly options: readonly string[] | null;
  /** Computed by HubSpot; writing it is refused. */
  readonly readOnly: boolean;
  readonly hasUniqueValue: boolean;
  readonly hubspotDefined: boolean;
}

export type Values = Readonly<Record<string, string | null>>;

/** The properties of one portal, by object type. */
export class Properties {
  readonly #byType = new Map<string, Map<string, Property>>();

  constructor() {
    for (const [name, rows] of Object.entries(DEFAULT_PROPERTIES) as [
      ObjectName,
      (typeof DEFAULT_PROPERTIES)[ObjectName],
    ][]) {
      const properties = rows.map(
        ([key, label, type = 'string', rest]): Property => ({
          name: key,
          label,
          type,
          groupName: `${OBJECT_TYPES[name].singular.replace('_', '')}information`,
          options: Array.isArray(rest) ? rest : null,
          readOnly: rest === '!',
          hasUniqueValue: key === 'email' && name === 'contacts',
          hubspotDefined: true,
        }),
      );
      this.#byType.set(name, new Map(properties.map((property) => [property.name, property])));
    }
  }

  of(type: ObjectType): readonly Property[] {
    return [...(this.#byType.get(type.name)?.values() ?? [])];
  }

  find(type: ObjectType, name: string): Property | undefined {
    return this.#byType.get(type.name)?.get(name);
  }

  define(type: ObjectType, property: Property): void {
    this.#byType.get(type.name)?.set(property.name, property);
  }

  remove(type: ObjectType, name: string): void {
    this.#byType.get(type.name)?.delete(name);
  }

  /** Values as HubSpot keeps them. Throws the 400 that lists everything that is wrong; nothing is written then. */
  check(type: ObjectType, given: unknown): Values {
    if (given === undefined || given === null) return {};
    if (typeof given !== 'object' || Array.isArray(given))
      throw invalid('Invalid input JSON: properties must be a map');
    const problems: { name: string; message: string; code: string }[] = [];
    const values: Record<string, string | null> = {};
    for (const [name, value] of Object.entries(given)) {
      const property = this.find(type, name);
      if (!property) {
        problems.push({ name, message: `Property "${name}" does not exist`, code: 'PROPERTY_DOESNT_EXIST' });
      } else if (property.readOnly) {
        const message = `"${name}" is a read only property; its value cannot be set.`;
        problems.push({ name, message, code: 'READ_ONLY_VALUE' });
      } else {
        const result = normalise(property, value);
        if (typeof result === 'object' && result !== null) problems.push({ name, ...result });
        else values[name] = result;
      }
    }
    if (problems.length > 0) throw invalidProperties(problems);
    return values;
  }
}
