import { invalid } from '../api/refusal.ts';
import { OBJECT_TYPES, type ObjectName, type ObjectType } from './object-types.ts';

export type AssociationCategory = 'HUBSPOT_DEFINED' | 'USER_DEFINED' | 'INTEGRATOR_DEFINED' | 'WORK';

/** One direction of a kind of association. */
export interface AssociationKind {
  readonly category: AssociationCategory;
  readonly typeId: number;
  readonly label: string | null;
  readonly from: string;
  readonly to: string;
  /** The other direction's `typeId`. */
  readonly inverseId: number;
}

type Row = readonly [from: ObjectName, to: ObjectName, typeId: number, inverseId: number, label?: string];

/** The kind without a label comes first of each pair. Source: "Association type ID values" of the v4 guide. */
const HUBSPOT_DEFINED: readonly Row[] = [
  ['contacts', 'companies', 279, 280],
  ['contacts', 'companies', 1, 2, 'Primary'],
  ['contacts', 'deals', 4, 3],
  ['contacts', 'tickets', 15, 16],
  ['contacts', 'contacts', 449, 449],
  ['companies', 'companies', 450, 450],
  ['deals', 'companies', 341, 342],
  ['deals', 'companies', 5, 6, 'Primary'],
  ['deals', 'deals', 451, 451],
  ['deals', 'tickets', 27, 28],
  ['deals', 'line_items', 19, 20],
  ['deals', 'quotes', 63, 64],
  ['notes', 'contacts', 202, 201],
  ['notes', 'companies', 190, 189],
  ['notes', 'deals', 214, 213],
  ['notes', 'tickets', 228, 227],
  ['calls', 'contacts', 194, 193],
  ['calls', 'companies', 182, 181],
  ['calls', 'deals', 206, 205],
  ['emails', 'contacts', 198, 197],
  ['emails', 'companies', 186, 185],
  ['emails', 'deals', 210, 209],
  ['meetings', 'contacts', 200, 199],
  ['meetings', 'companies', 188, 187],
  ['meetings', 'deals', 212, 211],
  ['tasks', 'contacts', 204, 203],
  ['tasks', 'companies', 192, 191],
  ['tasks', 'deals', 216, 215],
  ['tasks', 'quotes', 218, 217],
  ['quotes', 'line_items', 67, 68],
  ['quotes', 'contacts', 69, 70],
  ['quotes', 'contacts', 702, 703, 'Contact Signer'],
  ['quotes', 'contacts', 1226, 1227, 'Billing Contact'],
  ['quotes', 'companies', 71, 72],
  ['quotes', 'companies', 1334, 1335, 'Billing Company'],
  ['quotes', 'quote_templates', 286, 285],
  ['quotes', 'discounts', 362, 361],
  ['quotes', 'fees', 364, 363],
  ['quotes', 'taxes', 366, 365],
];

/** The kinds of association that one portal knows: HubSpot's and the labels of its admins. */
export class AssociationKinds {
  readonly #byPair = new Map<string, AssociationKind[]>();

  constructor() {
    for (const [from, to, typeId, inverseId, label = null] of HUBSPOT_DEFINED) {
      this.#add({
        category: 'HUBSPOT_DEFINED',
        from: OBJECT_TYPES[from].id,
        to: OBJECT_TYPES[to].id,
        typeId,
        inverseId,
        label,
      });
    }
  }

  /** A label that an admin made; answers the direction `from` -> `to`. */
  addLabel(from: ObjectType, to: ObjectType, label: string, typeId: number): AssociationKind {
    const kind = { category: 'USER_DEFINED', from: from.id, to: to.id, typeId, inverseId: typeId + 1, label } as const;
    this.#add(kind);
    return kind;
  }

  of(from: ObjectType, to: ObjectType): readonly AssociationKind[] {
    return this.#byPair.get(`${from.id}>${to.id}`) ?? [];
  }

  /** The kind without a label; throws 400 for types that cannot be linked. */
  plain(from: ObjectType, to: ObjectType): AssociationKind {
    const kind = this.of(from, to).find(({ label }) => label === null);
    if (!kind) throw invalid(`No default association type between ${from.singular} and ${to.singular}`);
    return kind;
  }

  /** Throws 400 when the pair has no such kind. */
  find(
    from: ObjectType,
    to: ObjectType,
    spec: { associationCategory?: unknown; associationTypeId?: unknown },
  ): AssociationKind {
    const kind = this.of(from, to).find(
      ({ category, typeId }) => category === spec.associationCategory && typeId === Number(spec.associationTypeId),
    );
    if (kind) return kind;
    const asked = `${String(spec.associationCategory)} ${String(spec.associationTypeId)}`;
    throw invalid(`Association type ${asked} does not exist from ${from.singular} to ${to.singular}`, {
      subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE',
    });
  }

  /** Which type an association id leads to, for creations that name ids only. */
  targetOf(from: ObjectType, spec: { associationCategory?: unknown; associationTypeId?: unknown }): AssociationKind {
    for (const kinds of this.#byPair.values()) {
      const kind = kinds.find(
        (one) =>
          one.from === from.id &&
          one.category === spec.associationCategory &&
          one.typeId === Number(spec.associationTypeId),
      );
      if (kind) return kind;
    }
    throw invalid(`Association type ${String(spec.associationTypeId)} does not exist from ${from.singular}`);
  }

  inverse(kind: AssociationKind): AssociationKind {
    const found = (this.#byPair.get(`${kind.to}>${kind.from}`) ?? []).find(
      ({ typeId, category }) => typeId === kind.inverseId && category === kind.category,
    );
    return found ?? kind;
  }

  #add(kind: AssociationKind): void {
    this.#push(kind);
    const { from, to, typeId, inverseId } = kind;
    if (typeId !== inverseId || from !== to) {
      this.#push({ ...kind, from: to, to: from, typeId: inverseId, inverseId: typeId });
    }
  }

  #push(kind: AssociationKind): void {
    const pair = `${kind.from}>${kind.to}`;
    this.#byPair.set(pair, [...(this.#byPair.get(pair) ?? []), kind]);
  }
}
