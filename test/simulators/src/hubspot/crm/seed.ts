import type { FileStore, Upload } from '../files/file-store.ts';
import { connect } from './connect.ts';
import { OBJECT_TYPES, type ObjectName } from './object-types.ts';
import type { Owner, Portal, Source, TaxRate } from './portal.ts';
import { prepareCreate } from './writes.ts';

/** As people type them; numbers are kept as text. */
export type SeedProperties = Record<string, string | number | boolean | null | undefined>;

export interface DealSeed {
  id?: string;
  properties?: SeedProperties;
  contacts?: readonly (SeedProperties & {
    id?: string /** Label of the association, e.g. `Decision maker`. */;
    label?: string;
  })[];
  companies?: readonly (SeedProperties & { id?: string })[];
  lineItems?: readonly (SeedProperties & { id?: string })[];
}

export interface SeededDeal {
  id: string;
  contacts: string[];
  companies: string[];
  lineItems: string[];
}

export type ActivityName = 'notes' | 'emails' | 'calls' | 'meetings' | 'tasks';

/** Makes what an account has held for long: no webhooks, found by search at once. Every function answers ids. */
export interface Seed {
  record(object: ObjectName, properties: SeedProperties, options?: { id?: string; createdAt?: number }): string;
  /** `label`: one that `associationLabel` made, or HubSpot's own; without it the plain link. */
  link(from: readonly [ObjectName, string], to: readonly [ObjectName, string], label?: string): void;
  /** The first company is the primary one. */
  deal(seed?: DealSeed): SeededDeal;
  activity(object: ActivityName, properties: SeedProperties, on: readonly (readonly [ObjectName, string])[]): string;
  /** Thousands at once; `make` gives the properties of each. */
  activities(
    count: number,
    on: readonly (readonly [ObjectName, string])[],
    make: (index: number) => { object: ActivityName; properties: SeedProperties },
  ): string[];
  owner(owner?: Partial<Owner>): Owner;
  pipeline(pipeline: {
    id: string;
    label: string;
    stages: { id: string; label: string; isClosed?: boolean; probability?: string }[];
  }): void;
  taxRate(rate: { name: string; percentageRate: string; id?: string; active?: boolean }): TaxRate;
  quoteTemplate(
    name: string,
    kind: 'cpq_template' | 'customizable_quote_template',
    properties?: SeedProperties,
  ): string;
  associationLabel(from: ObjectName, to: ObjectName, label: string): void;
  file(file: { name: string; bytes: Buffer; folder?: string; mimeType?: string }): ReturnType<FileStore['upload']>;
}

const LONG_AGO: Source = { changeSource: 'CRM_UI', sourceId: 'userId:1' };
const FIRST_LABEL_ID = 35;

export function createSeed(portal: Portal): Seed {
  /** Runs without telling anybody, and as if it had happened before. */
  function quietly<T>(work: () => T): T {
    const listeners = [...portal.listeners];
    portal.listeners.clear();
    portal.records.lagging = false;
    try {
      return work();
    } finally {
      portal.records.lagging = true;
      for (const listener of listeners) portal.listeners.add(listener);
    }
  }

  const record: Seed['record'] = (object, properties, options = {}) =>
    quietly(() => prepareCreate(portal, OBJECT_TYPES[object], { properties }, LONG_AGO)(options).id);

  const link: Seed['link'] = ([fromName, fromId], [toName, toId], label) =>
    quietly(() => {
      const from = { type: OBJECT_TYPES[fromName], id: fromId };
      const to = { type: OBJECT_TYPES[toName], id: toId };
      const labelled = portal.links.kinds.of(from.type, to.type).find((kind) => kind.label === label);
      const kind = label === undefined ? portal.links.kinds.plain(from.type, to.type) : labelled;
      if (!kind) throw new Error(`No association label ${label} from ${fromName} to ${toName}`);
      connect(portal, from, to, kind, LONG_AGO);
    });

  const activity: Seed['activity'] = (object, properties, on) => {
    const id = record(object, { hs_timestamp: portal.clock().getTime(), ...properties });
    for (const end of on) link([object, id], end);
    return id;
  };

  return {
    record,
    link,
    activity,
    activities: (count, on, make) =>
      Array.from({ length: count }, (_, index) => {
        const { object, properties } = make(index);
        return activity(object, properties, on);
      }),
    deal: (seed = {}) => seedDeal(seed, { record, link }),
    ...createAccountSeed(portal),
    quoteTemplate: (name, kind, properties = {}) =>
      record('quote_templates', { hs_name: name, hs_type: kind, hs_active: true, ...properties }),
  };
}

function seedDeal(seed: DealSeed, { record, link }: Pick<Seed, 'record' | 'link'>): SeededDeal {
  const id = record(
    'deals',
    { dealname: 'Deal', dealstage: 'presentationscheduled', ...seed.properties },
    idOf(seed.id),
  );
  const contacts = (seed.contacts ?? []).map(({ id: ownId, label, ...properties }) => {
    const contact = record('contacts', properties, idOf(ownId));
    link(['deals', id], ['contacts', contact], label);
    return contact;
  });
  const companies = (seed.companies ?? []).map(({ id: ownId, ...properties }, index) => {
    const company = record('companies', properties, idOf(ownId));
    link(['deals', id], ['companies', company], index === 0 ? 'Primary' : undefined);
    for (const contact of contacts) link(['contacts', contact], ['companies', company]);
    return company;
  });
  const lineItems = (seed.lineItems ?? []).map(({ id: ownId, ...properties }) => {
    const item = record('line_items', properties, idOf(ownId));
    link(['deals', id], ['line_items', item]);
    return item;
  });
  return { id, contacts, companies, lineItems };
}

const idOf = (id: string | undefined) => (id === undefined ? {} : { id });

function createAccountSeed(portal: Portal): Pick<Seed, 'owner' | 'pipeline' | 'taxRate' | 'associationLabel' | 'file'> {
  return {
    owner(given = {}) {
      const number = portal.owners.length + 1;
      const owner: Owner = {
        id: String(14_240_000 + number),
        email: `rep${number}@example.com`,
        firstName: 'Rep',
        lastName: String(number),
        userId: 882_761_000 + number,
        archived: false,
        teams: [],
        ...given,
      };
      portal.owners.push(owner);
      return owner;
    },
    pipeline({ id, label, stages }) {
      const full = stages.map((stage) => ({ isClosed: false, probability: '0.5', ...stage }));
      portal.pipelines.push({ id, label, stages: full });
    },
    taxRate({ name, percentageRate, id = portal.nextId(), active = true }) {
      const rate = { id, name, percentageRate, active };
      portal.taxRates.push(rate);
      return rate;
    },
    associationLabel(from, to, label) {
      const known = portal.links.kinds.of(OBJECT_TYPES[from], OBJECT_TYPES[to]);
      if (known.some((kind) => kind.label === label)) return;
      portal.links.kinds.addLabel(OBJECT_TYPES[from], OBJECT_TYPES[to], label, FIRST_LABEL_ID + known.length * 2);
    },
    file({ name, bytes, folder = '/', mimeType = 'application/octet-stream' }) {
      const options: Upload['options'] = {
        access: 'PRIVATE',
        overwrite: false,
        duplicateValidationStrategy: 'NONE',
        duplicateValidationScope: 'EXACT_FOLDER',
        ttlMs: null,
      };
      return portal.files.upload({ fileName: name, mimeType, bytes, folder: { path: folder }, options });
    },
  };
}

/** The pipeline that every account starts with. */
export const SALES_PIPELINE: Parameters<Seed['pipeline']>[0] = {
  id: 'default',
  label: 'Sales Pipeline',
  stages: [
    { id: 'appointmentscheduled', label: 'Appointment Scheduled', probability: '0.2' },
    { id: 'qualifiedtobuy', label: 'Qualified To Buy', probability: '0.4' },
    { id: 'presentationscheduled', label: 'Presentation Scheduled', probability: '0.6' },
    { id: 'decisionmakerboughtin', label: 'Decision Maker Bought-In', probability: '0.8' },
    { id: 'contractsent', label: 'Contract Sent', probability: '0.9' },
    { id: 'closedwon', label: 'Closed Won', probability: '1.0', isClosed: true },
    { id: 'closedlost', label: 'Closed Lost', probability: '0.0', isClosed: true },
  ],
};
