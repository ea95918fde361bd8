import { FileStore } from '../files/file-store.ts';
import { Links } from './links.ts';
import type { ObjectName } from './object-types.ts';
import { Properties } from './property.ts';
import { Records } from './records.ts';

export interface PortalSettings {
  id: number;
  name: string;
  companyCurrency: string;
  additionalCurrencies: string[];
  timeZone: string;
  uiDomain: string;
  dataHostingLocation: string;
  /** Which quote products the account has. */
  quotes: 'cpq' | 'legacy' | 'both' | 'none';
  /** A payment processor is connected: CPQ quotes take payments unless told not to. */
  paymentProcessor: boolean;
  /** The deal's amount is kept equal to its line items. */
  dealAmountFollowsLineItems: boolean;
  /** How long search does not see a change, ms. */
  searchLagMs: number;
  largestFile: number;
}

/** Who made a change, as webhooks name it. */
export interface Source {
  changeSource: string;
  sourceId: string;
}

export interface Owner {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  userId: number;
  archived: boolean;
  teams: { id: string; name: string; primary: boolean }[];
}

export interface Stage {
  id: string;
  label: string;
  isClosed: boolean;
  probability: string;
}

export interface Pipeline {
  id: string;
  label: string;
  stages: Stage[];
}

export interface TaxRate {
  id: string;
  name: string;
  /** `19` is 19 %. */
  percentageRate: string;
  active: boolean;
}

/** Something that HubSpot lets through, or takes badly, and that a connector must not do. */
export interface Violation {
  rule:
    | 'line-item-shared'
    | 'both-discounts'
    | 'minimal-quote'
    | 'unknown-attachment'
    | 'public-file'
    | 'secret-in-query';
  detail: string;
}

/** Every `hs_status` that anybody asked for through the API, also those that were refused. */
export interface StatusWrite {
  quoteId: string | null;
  status: string;
  published: boolean;
}

export type ChangeEvent =
  | {
      kind: 'creation' | 'deletion' | 'restore' | 'privacyDeletion';
      object: ObjectName;
      objectId: string;
      source: Source;
    }
  | { kind: 'propertyChange'; object: ObjectName; objectId: string; name: string; value: string; source: Source }
  | {
      kind: 'associationChange';
      object: ObjectName;
      objectId: string;
      to: ObjectName;
      toId: string;
      removed: boolean;
      primary: boolean;
      source: Source;
    };

/** One HubSpot account: what it holds, and what became of it. */
export class Portal {
  readonly settings: PortalSettings;
  readonly clock: () => Date;
  readonly records: Records;
  readonly links = new Links();
  readonly properties = new Properties();
  readonly files: FileStore;
  readonly pipelines: Pipeline[] = [];
  readonly owners: Owner[] = [];
  readonly taxRates: TaxRate[] = [];
  readonly violations: Violation[] = [];
  readonly statusWrites: StatusWrite[] = [];
  readonly listeners = new Set<(event: ChangeEvent) => void>();
  #lastId = FIRST_ID;

  constructor(settings: PortalSettings, clock: () => Date) {
    this.settings = settings;
    this.clock = clock;
    this.files = new FileStore(this);
    this.records = new Records(clock, () => settings.searchLagMs);
  }

  get id(): number {
    return this.settings.id;
  }

  /** Ids are beyond 32 bits, and every portal starts with the same: a connector that forgets whose they are mixes them up. */
  nextId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }

  emit(event: ChangeEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

const FIRST_ID = 54_000_000_000;
