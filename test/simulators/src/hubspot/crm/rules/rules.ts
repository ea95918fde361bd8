import type { AssociationKind } from '../association-types.ts';
import type { End } from '../links.ts';
import type { Portal, Source } from '../portal.ts';
import type { Values } from '../property.ts';
import type { CrmRecord } from '../records.ts';

/** A link that comes with the creation of a record. */
export interface Target {
  readonly end: End;
  readonly kind: AssociationKind;
}

/** What one object type does beyond keeping values. Refusals are thrown before anything is stored. */
export interface TypeRules {
  /** Properties that a creation must carry. */
  readonly required?: readonly string[];
  /** Sees what was asked for, also what is refused then. `id` is null for a creation. */
  asked?(portal: Portal, id: string | null, properties: unknown, source: Source): void;
  beforeCreate?(portal: Portal, values: Values, targets: readonly Target[]): Values;
  beforeUpdate?(portal: Portal, record: CrmRecord, changes: Values): Values;
  beforeLink?(portal: Portal, record: CrmRecord, target: Target): void;
  /** Values that HubSpot computes from the others. */
  derive?(portal: Portal, values: Values): Values;
  /** What else changes when this record or its links did. */
  afterChange?(portal: Portal, record: CrmRecord, source: Source): void;
  /** Called while the links are still there. */
  beforeArchive?(portal: Portal, record: CrmRecord, source: Source): void;
}
