import { connect } from './crm/connect.ts';
import { OBJECT_TYPES, type ObjectName } from './crm/object-types.ts';
import type { Portal, Source, StatusWrite, Violation } from './crm/portal.ts';
import type { Values } from './crm/property.ts';
import type { CrmRecord } from './crm/records.ts';
import type { SeedProperties } from './crm/seed.ts';
import { archiveRecord, findRecord, prepareCreate, updateRecord } from './crm/writes.ts';
import type { StoredFile } from './files/file-store.ts';

/** A record as tests read it. */
export interface RecordView {
  readonly id: string;
  readonly properties: Values;
  readonly createdAt: number;
  readonly archived: boolean;
}

/** What an account holds now. Ids are in the order in which things were made. */
export interface PortalState {
  record(object: ObjectName, id: string): RecordView | undefined;
  records(object: ObjectName): RecordView[];
  archived(object: ObjectName): RecordView[];
  linked(object: ObjectName, id: string, to: ObjectName): string[];
  /** Notes of the deal, or all. */
  notes(dealId?: string): RecordView[];
  tasks(dealId?: string): RecordView[];
  quotes(dealId?: string): RecordView[];
  lineItemsOf(parent: 'deals' | 'quotes', id: string): RecordView[];
  files(): StoredFile[];
  file(id: string): StoredFile | undefined;
  purgedFiles(): readonly string[];
  violations(): readonly Violation[];
  /** Every `hs_status` asked for through the API; empty when nobody touched it. */
  quoteStatusWrites(): readonly StatusWrite[];
  published(): readonly StatusWrite[];
}

/** What people do in HubSpot meanwhile; webhooks tell of it with `CRM_UI`, unless `source` says otherwise. */
export interface PortalActs {
  create(object: ObjectName, properties: SeedProperties, source?: Source): string;
  update(object: ObjectName, id: string, properties: SeedProperties, source?: Source): void;
  archive(object: ObjectName, id: string, source?: Source): void;
  link(from: readonly [ObjectName, string], to: readonly [ObjectName, string], source?: Source): void;
  /** GDPR deletion: the contact is gone for good. */
  deleteForPrivacy(contactId: string): void;
}

export const byUser = (userId: number): Source => ({ changeSource: 'CRM_UI', sourceId: `userId:${userId}` });

export function createPortalState(portal: Portal): PortalState {
  const view = ({ id, values, createdAt, archivedAt }: CrmRecord): RecordView => ({
    id,
    properties: values,
    createdAt,
    archived: archivedAt !== null,
  });
  const linked = (object: ObjectName, id: string, to: ObjectName) =>
    portal.links.ids({ type: OBJECT_TYPES[object], id }, OBJECT_TYPES[to]);
  const ofDeal = (object: ObjectName, dealId: string | undefined) => {
    const ids = dealId === undefined ? undefined : new Set(linked('deals', dealId, object));
    return portal.records
      .all(OBJECT_TYPES[object])
      .filter(({ id }) => ids?.has(id) ?? true)
      .map(view);
  };
  return {
    record(object, id) {
      const record = portal.records.get(OBJECT_TYPES[object], id);
      return record && view(record);
    },
    records: (object) => ofDeal(object, undefined),
    archived: (object) => portal.records.all(OBJECT_TYPES[object], true).map(view),
    linked,
    notes: (dealId) => ofDeal('notes', dealId),
    tasks: (dealId) => ofDeal('tasks', dealId),
    quotes: (dealId) => ofDeal('quotes', dealId),
    lineItemsOf(parent, id) {
      const ids = new Set(linked(parent, id, 'line_items'));
      return portal.records
        .all(OBJECT_TYPES.line_items)
        .filter((record) => ids.has(record.id))
        .map(view);
    },
    files: () => portal.files.all(),
    file: (id) => portal.files.get(id),
    purgedFiles: () => portal.files.purged,
    violations: () => portal.violations,
    quoteStatusWrites: () => portal.statusWrites,
    published: () => portal.statusWrites.filter(({ published }) => published),
  };
}

export function createPortalActs(portal: Portal): PortalActs {
  const somebody = () => byUser(portal.owners[0]?.userId ?? 1);
  return {
    create: (object, properties, source = somebody()) =>
      prepareCreate(portal, OBJECT_TYPES[object], { properties }, source)().id,
    update(object, id, properties, source = somebody()) {
      updateRecord(portal, findRecord(portal, OBJECT_TYPES[object], id), properties, source);
    },
    archive(object, id, source = somebody()) {
      archiveRecord(portal, findRecord(portal, OBJECT_TYPES[object], id), source);
    },
    link([fromName, fromId], [toName, toId], source = somebody()) {
      const from = { type: OBJECT_TYPES[fromName], id: fromId };
      const to = { type: OBJECT_TYPES[toName], id: toId };
      connect(portal, from, to, portal.links.kinds.plain(from.type, to.type), source);
    },
    deleteForPrivacy(contactId) {
      const contact = findRecord(portal, OBJECT_TYPES.contacts, contactId);
      portal.links.removeAll({ type: contact.type, id: contact.id });
      portal.records.purge(contact);
      portal.emit({ kind: 'privacyDeletion', object: 'contacts', objectId: contactId, source: somebody() });
    },
  };
}
