import type { SeedBrand, SeedComment, SeedForm, SeedGroup, ZendeskSeed } from '../seed.ts';
import type {
  ArticleTranslation,
  WebhookAuthentication,
  ZendeskArticle,
  ZendeskAudit,
  ZendeskComment,
  ZendeskMacro,
  ZendeskOrganization,
  ZendeskTicket,
  ZendeskTrigger,
  ZendeskUser,
  ZendeskWebhook,
} from '../wire.ts';

export interface TicketRecord {
  ticket: ZendeskTicket;
  /** Oldest first. */
  comments: ZendeskComment[];
  /** Oldest first. */
  audits: ZendeskAudit[];
  /** Waits for `arrive`; cleared by it. */
  incoming?: SeedComment;
}

export interface WebhookRecord {
  webhook: ZendeskWebhook;
  secret: string;
  authentication?: WebhookAuthentication;
}

/** Recorded ids are as long as 14 digits; starting there catches code that keeps them in 32 bits. */
const FIRST_GENERATED_ID = 33_152_086_000_001;

/** Everything that the account holds. Lookups by id are constant-time: the bench asks for > 1,000 of them a second. */
export class ZendeskStore {
  readonly account: ZendeskSeed['account'];
  readonly brand: ZendeskSeed['brand'];
  readonly baseUrl: string;
  readonly clock: () => Date;

  readonly tickets = new Map<number, TicketRecord>();
  /** In creation order, which is the order of ids; lists page over it without sorting. */
  readonly ticketIds: number[] = [];
  readonly users = new Map<number, ZendeskUser>();
  readonly organizations = new Map<number, ZendeskOrganization>();
  /** The default one first. */
  readonly brands: readonly SeedBrand[];
  readonly groups: ReadonlyMap<number, SeedGroup>;
  readonly forms: readonly SeedForm[];
  readonly macros = new Map<number, ZendeskMacro>();
  readonly articles = new Map<number, ZendeskArticle>();
  /** By article; what `include=translations` answers. */
  readonly translations = new Map<number, ArticleTranslation[]>();
  /** Which help centre an article is in; the article itself does not say. */
  readonly articleBrands = new Map<number, number>();
  /** Moves when articles change, so that a search index knows that it is old. */
  articlesVersion = 0;
  readonly triggers = new Map<number, ZendeskTrigger>();
  readonly webhooks = new Map<string, WebhookRecord>();

  #lastId = FIRST_GENERATED_ID;

  constructor(seed: ZendeskSeed, environment: { baseUrl: string; clock: () => Date }) {
    this.account = seed.account;
    this.brand = seed.brand;
    this.brands = [seed.brand, ...(seed.brands ?? [])];
    this.groups = new Map((seed.groups ?? []).map((group) => [group.id, group]));
    this.forms = seed.forms ?? [];
    this.baseUrl = environment.baseUrl;
    this.clock = environment.clock;
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  nextTicketId(): number {
    return (this.ticketIds.at(-1) ?? 0) + 1;
  }

  /** One-second resolution as in Zendesk: two updates within a second share their `updated_at`. */
  now(): string {
    return toTimestamp(this.clock());
  }

  /** A ticket as the API sees it: deleted ones, and those that have not arrived yet, do not exist. */
  visibleTicket(id: number): TicketRecord | undefined {
    const record = this.tickets.get(id);
    return record && isVisible(record) ? record : undefined;
  }

  addTicket(record: TicketRecord): void {
    const { id } = record.ticket;
    const last = this.ticketIds.at(-1);
    this.tickets.set(id, record);
    this.ticketIds.push(id);
    if (last !== undefined && last > id) this.ticketIds.sort((a, b) => a - b);
  }

  removeTicket(id: number): void {
    this.tickets.delete(id);
    const at = this.ticketIds.indexOf(id);
    if (at >= 0) this.ticketIds.splice(at, 1);
  }

  /** The user that an unnamed token acts as: the first admin, else the first agent. */
  defaultAgent(): ZendeskUser | undefined {
    const staff = [...this.users.values()].filter(isStaff);
    return staff.find((user) => user.role === 'admin') ?? staff[0];
  }
}

export function isVisible(record: TicketRecord): boolean {
  return record.ticket.status !== 'deleted' && record.comments.length > 0;
}

export function isStaff(user: ZendeskUser): boolean {
  return user.role !== 'end-user';
}

export function toTimestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
