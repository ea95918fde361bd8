import type { ObjectType } from './object-types.ts';
import type { Values } from './property.ts';

export interface HistoryEntry {
  name: string;
  value: string;
  at: number;
  sourceType: string;
  sourceId: string;
}

/** What search knows: a state of the record from some time ago. */
interface Indexed {
  visibleAt: number;
  values: Values;
  archived: boolean;
}

export interface CrmRecord {
  readonly id: string;
  readonly type: ObjectType;
  /** Replaced, never changed in place: older states stay what they were. */
  values: Values;
  readonly createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
  history: HistoryEntry[];
  index: Indexed[];
}

/** The records of one portal, by type and id. */
export class Records {
  readonly #clock: () => Date;
  readonly #lagMs: () => number;
  readonly #byType = new Map<string, Map<string, CrmRecord>>();
  /** Seeds are as old as the account: search finds them at once. */
  lagging = true;

  constructor(clock: () => Date, lagMs: () => number) {
    this.#clock = clock;
    this.#lagMs = lagMs;
  }

  insert(type: ObjectType, id: string, values: Values, createdAt?: number): CrmRecord {
    const now = createdAt ?? this.#clock().getTime();
    const record: CrmRecord = {
      id,
      type,
      values,
      createdAt: now,
      updatedAt: now,
      archivedAt: null,
      history: [],
      index: [],
    };
    this.#ofType(type).set(id, record);
    this.#reindex(record);
    return record;
  }

  replace(record: CrmRecord, values: Values): void {
    record.values = values;
    record.updatedAt = this.#clock().getTime();
    this.#reindex(record);
  }

  archive(record: CrmRecord): void {
    record.archivedAt = this.#clock().getTime();
    this.#reindex(record);
  }

  /** As after a privacy deletion: not even the recycle bin has it. */
  purge(record: CrmRecord): void {
    this.#ofType(record.type).delete(record.id);
  }

  get(type: ObjectType, id: string): CrmRecord | undefined {
    const record = this.#ofType(type).get(id);
    return record && record.archivedAt === null ? record : undefined;
  }

  archived(type: ObjectType, id: string): CrmRecord | undefined {
    const record = this.#ofType(type).get(id);
    return record && record.archivedAt !== null ? record : undefined;
  }

  has(type: ObjectType, id: string): boolean {
    return this.#ofType(type).has(id);
  }

  all(type: ObjectType, archived = false): CrmRecord[] {
    return [...this.#ofType(type).values()].filter(({ archivedAt }) => (archivedAt !== null) === archived);
  }

  /** Archived ones too: search may not know yet. */
  everything(type: ObjectType): CrmRecord[] {
    return [...this.#ofType(type).values()];
  }

  findBy(type: ObjectType, name: string, value: string): CrmRecord | undefined {
    const wanted = value.toLowerCase();
    for (const record of this.#ofType(type).values()) {
      if (record.archivedAt === null && record.values[name]?.toLowerCase() === wanted) return record;
    }
    return undefined;
  }

  /** What search sees now: nothing for a record that is too fresh. */
  searchable(record: CrmRecord): Values | undefined {
    const now = this.#clock().getTime();
    const seen = record.index.findLast(({ visibleAt }) => visibleAt <= now);
    return seen && !seen.archived ? seen.values : undefined;
  }

  #reindex(record: CrmRecord): void {
    const now = this.#clock().getTime();
    const visibleAt = this.lagging ? now + this.#lagMs() : Number.NEGATIVE_INFINITY;
    // Only the newest state that is visible, and those that wait, can ever be asked for.
    const current = record.index.findLastIndex((entry) => entry.visibleAt <= now);
    record.index = record.index.slice(Math.max(0, current));
    record.index.push({ visibleAt, values: record.values, archived: record.archivedAt !== null });
  }

  #ofType(type: ObjectType): Map<string, CrmRecord> {
    const records = this.#byType.get(type.id) ?? new Map<string, CrmRecord>();
    this.#byType.set(type.id, records);
    return records;
  }
}
