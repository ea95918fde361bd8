import { type AssociationKind, AssociationKinds } from './association-types.ts';
import { type ObjectType, objectType } from './object-types.ts';

export interface Link {
  readonly toId: string;
  readonly kinds: readonly AssociationKind[];
}

/** The end of a link. */
export interface End {
  readonly type: ObjectType;
  readonly id: string;
}

/** Associations of one portal; every link is kept in both directions, as HubSpot shows it. */
export class Links {
  readonly kinds = new AssociationKinds();
  readonly #byRecord = new Map<string, Map<string, Map<string, Link>>>();

  /** Linked records in the order of their ids. */
  of(from: End, to: ObjectType): readonly Link[] {
    const links = [...(this.#byRecord.get(key(from))?.get(to.id)?.values() ?? [])];
    return links.sort((a, b) => Number(a.toId) - Number(b.toId));
  }

  has(from: End, to: End): boolean {
    return this.#byRecord.get(key(from))?.get(to.type.id)?.has(to.id) ?? false;
  }

  ids(from: End, to: ObjectType): string[] {
    return this.of(from, to).map(({ toId }) => toId);
  }

  /** A labelled link carries the one without a label as well (recorded: types 1 and 279 together). */
  add(from: End, to: End, kind: AssociationKind): void {
    const plain = this.kinds
      .of(from.type, to.type)
      .find(({ label, category }) => label === null && category === 'HUBSPOT_DEFINED');
    for (const one of plain && plain !== kind ? [kind, plain] : [kind]) {
      this.#put(from, to, one);
      this.#put(to, from, this.kinds.inverse(one));
    }
  }

  remove(from: End, to: End): void {
    this.#byRecord.get(key(from))?.get(to.type.id)?.delete(to.id);
    this.#byRecord.get(key(to))?.get(from.type.id)?.delete(from.id);
  }

  /** All ends that the record is linked to. */
  ends(from: End): End[] {
    const byType = this.#byRecord.get(key(from)) ?? new Map<string, Map<string, Link>>();
    return [...byType].flatMap(([typeId, links]) => [...links.keys()].map((id) => ({ type: objectType(typeId), id })));
  }

  removeAll(from: End): void {
    for (const to of this.ends(from)) this.remove(from, to);
  }

  #put(from: End, to: End, kind: AssociationKind): void {
    const byType = this.#byRecord.get(key(from)) ?? new Map<string, Map<string, Link>>();
    this.#byRecord.set(key(from), byType);
    const byId = byType.get(to.type.id) ?? new Map<string, Link>();
    byType.set(to.type.id, byId);
    const kinds = byId.get(to.id)?.kinds ?? [];
    if (!kinds.includes(kind)) byId.set(to.id, { toId: to.id, kinds: [...kinds, kind] });
  }
}

const key = ({ type, id }: End) => `${type.id}/${id}`;
