import type { KnownPerson } from '@draftsmith/contracts';
import { z } from 'zod';

const values = z
  .union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))])
  .transform((value) => [value].flat().map(String));
const person = z.record(z.string(), z.unknown());
const people = z.union([
  z.string().transform((name) => [{ name }]),
  z.array(z.union([person, z.string().transform((name) => ({ name }))])),
  person.transform((one) => ('people' in one && Array.isArray(one.people) ? one.people : [one])),
]);

const KINDS = ['aliases', 'names', 'emails', 'phones', 'organizations', 'addresses', 'accounts'] as const;
type Kind = (typeof KINDS)[number];

/** Field names of help desks and CRMs, in small letters without underscores; the first that fits decides. */
const FIELDS: readonly (readonly [RegExp, Kind])[] = [
  [/e-?mail/, 'emails'],
  [/phone|mobile|fax|whatsapp/, 'phones'],
  [/compan|organi[sz]ation|employer/, 'organizations'],
  [/address|street/, 'addresses'],
  [/alias|nick|first|last|given|family|middle|surname/, 'aliases'],
  [/name|people|person|contact|customer$/, 'names'],
];

/**
 * What a line knows of its people: a name, a person, a list of them, or `{"people":[...]}`. Each field is one value or
 * a list; a field whose name tells nothing is a number on record, to be matched as it is.
 *
 * @returns undefined when it is none of these.
 */
export function readKnown(known: unknown): KnownPerson[] | undefined {
  if (known === undefined || known === null) return [];
  const parsed = people.safeParse(known);
  if (!parsed.success) return undefined;
  const read = parsed.data.map(personsFrom);
  return read.every((one) => one !== undefined) ? read.flat() : undefined;
}

/** Several names without fields of their own are several people; what else is known goes with the first. */
function personsFrom(fields: unknown): KnownPerson[] | undefined {
  const entries = person.safeParse(fields);
  if (!entries.success) return undefined;
  const found = Object.fromEntries(KINDS.map((kind) => [kind, [] as string[]])) as Record<Kind, string[]>;
  for (const [name, value] of Object.entries(entries.data)) {
    if (value === null || value === undefined || value === '') continue;
    const read = values.safeParse(value);
    if (!read.success) return undefined;
    const plain = name.toLowerCase().replaceAll('_', '');
    found[FIELDS.find(([field]) => field.test(plain))?.[1] ?? 'accounts'].push(...read.data);
  }
  const { names, organizations, aliases, ...rest } = found;
  const [name = aliases.join(' '), ...others] = names;
  return [
    { ...(name && { name }), aliases, ...rest },
    ...others.map((other) => ({ name: other })),
    ...organizations.map((organization) => ({ organization })),
  ];
}
