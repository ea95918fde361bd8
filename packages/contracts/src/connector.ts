import type { z } from 'zod';
import type { DraftContext } from './context.ts';
import type { DealConnection } from './deal-connection.ts';
import type { ParsedDelivery, RawDelivery } from './delivery.ts';
import type { DraftBrief, Receipt, WriteBack } from './draft.ts';
import type { ResourceFacts, RuleChoices } from './facts.ts';
import type { ConnectorInstall } from './install.ts';
import type { KnowledgeFeed } from './knowledge-feed.ts';
import type { SkipReason } from './outcome.ts';
import type { ResourceRef } from './resource.ts';
import type { Voice } from './rules.ts';
import type { Verification } from './verification.ts';

/**
 * A source system, as an immutable value. It holds no HTTP framework type and no SDK type. Adding one is a folder under
 * connectors/ and a line in the registry; `connectorContract` proves the rest. What takes `Settings` is a method, so that
 * connectors with different settings fit in one list; only values that passed the schema ever come in.
 */
export interface ConnectorDescriptor<Settings = unknown> {
  /** Short kebab-case; route segment, log field and prefix of its settings. */
  readonly id: string;
  readonly title: string;
  readonly settings: ConnectorSettings<Settings>;
  readonly verification: Verification;
  /** Pure and total: arbitrary bytes give a result or an AppError of kind `invalid`, never another throw. */
  readonly parse: (delivery: RawDelivery) => ParsedDelivery;
  /** The only place where a client is built. */
  connect(settings: Settings, ports: ConnectorPorts): Connection;
  readonly capabilities: ConnectorCapabilities;
  /** Absent where each account has an address and a secret of its own. */
  readonly sharedEndpoint?: SharedEndpoint;
  /** Requests of people within the source system, and of its automations; absent where it sends none. */
  readonly calls?: ConnectorCalls;
  /** How an admin connects an account without setting variables; absent where only settings can. */
  readonly install?: ConnectorInstall<Settings>;
}

/** One address, `POST /hooks/<connector>`, takes the deliveries of all accounts; each event names its own. */
export interface SharedEndpoint {
  /** The `shared` setting whose value signs them. */
  readonly secretSetting: string;
}

/** What an app of ours within the source system sends us for a person, signed by the source system. */
export interface ConnectorCalls {
  /** Each has its own: what the source system signs for a person must not pass for the word of an automation. */
  readonly verification: { readonly people: Verification; readonly automations: Verification };
  /** Who calls, taken only from what is signed; undefined where that does not say. Called after verification. */
  caller(request: RawDelivery): Caller | undefined;
  /** An automation's step that waits for us. @throws AppError `invalid` for a body that is none */
  action(request: RawDelivery): AutomationCall;
  /** What such a step is answered, as JSON: to wait until it is called back, or to go on without us. */
  readonly actionAnswers: { wait: object; goOn: object };
  /** In what it reads a `Retry-After` that we answer such a step with. */
  readonly actionRetryAfter: 'seconds' | 'milliseconds';
}

export interface Caller {
  account: string;
  userId: string;
}

export interface AutomationCall {
  account: string;
  resource: { type: string; id: string };
  /** The same for each repeat. */
  callbackId: string;
  choices: { templateId?: string; locale?: string };
}

export interface ConnectorSettings<Settings> {
  /** Keys are the setting names without the connector's prefix, e.g. `subdomain` for ZENDESK_SUBDOMAIN. */
  readonly schema: z.ZodType<Settings>;
  /**
   * For every key: what is expected and where to get it, in one line. Secrets are never echoed. `shared` ones hold for
   * every account, also for those that were connected without settings, and do not connect one by themselves.
   */
  readonly help: Readonly<Record<string, { expected: string; secret?: boolean; shared?: boolean }>>;
  account(settings: Settings): string;
  webhookSecret(settings: Settings): string | undefined;
}

export interface ConnectorCapabilities {
  /** Where a draft ends up. */
  readonly draftsAs: 'internal-note' | 'document';
}

export interface ConnectorPorts {
  fetch: typeof fetch;
  now: () => Date;
  /** Facts for the operator; never bodies or personal data. */
  warn: (message: string, fields?: Record<string, string | number | boolean>) => void;
  /**
   * The token of an account that was connected by OAuth, renewed where it ended. `refused`: the token that the source
   * system has just turned down. Absent where the settings hold one that does not change.
   *
   * @throws AppError `auth` with code `installations.reconnect` when a person must agree again
   */
  accessToken?: (refused: string | undefined, signal: AbortSignal) => Promise<string>;
  /** How often we may call, shared by all processes; absent where nobody counts. */
  allowance?: Allowance;
}

export interface Allowance {
  /**
   * Takes one call out of a bucket, e.g. `ticket:123`, `updates`.
   *
   * @throws AppError `rate-limited` with `retryAfterMs` when the bucket is empty
   */
  take(bucket: string, limit: { calls: number; windowMs: number }, signal: AbortSignal): Promise<void>;
}

/** Operations on one account. Each throws only AppError, and ends when the signal aborts. */
export interface Connection {
  gatherContext(resource: ResourceRef, signal: AbortSignal): Promise<Gathered>;
  describeDraft(context: DraftContext, voice?: Voice): DraftBrief;
  /**
   * Safe to repeat with the same key after any failure, including an unknown outcome. Throws with code
   * `resource-closed` or `resource-gone` when the resource itself takes nothing more: that is an outcome, no failure.
   */
  writeBack(write: WriteBack, signal: AbortSignal): Promise<Receipt>;
  /** Who we are there and whether it works; for `doctor` and the start. */
  check(signal: AbortSignal): Promise<{ identity: string }>;
  // What not every source system has:
  /** Proposals for deals. A connection with it has no conversations: `gatherContext` skips whatever it is asked for. */
  deals?: DealConnection;
  /** What rules can name: brands, groups, forms, agents. */
  choices?(signal: AbortSignal): Promise<RuleChoices>;
  /** Newest first, at most `limit`: what rules are tried on before there are drafts. */
  recent?(limit: number, signal: AbortSignal): Promise<readonly RecentResource[]>;
  /** What drafts may rest on, kind by kind. */
  feeds?(): readonly KnowledgeFeed[];
  /** A person who works there and may use drafts; undefined for anybody else. */
  agent?(id: string, signal: AbortSignal): Promise<{ id: string; name: string } | undefined>;
  /** The public reply of staff that came first after a message. */
  replyAfter?(resource: ResourceRef, revision: string, signal: AbortSignal): Promise<ReplyAfter>;
}

export interface RecentResource {
  id: string;
  subject: string;
  url?: string;
  /** The newest customer message, plain text; for its language. */
  text: string;
  facts: ResourceFacts;
}

/** What followed a message. `at` are ISO-8601. */
export type ReplyAfter =
  | { kind: 'reply'; id: string; text: string; html?: string; at: string; by: string; askedAt: string }
  /** The customer wrote again first. */
  | { kind: 'customer' }
  /** Solved or closed without an answer. */
  | { kind: 'ended' }
  | { kind: 'nothing' }
  | { kind: 'gone' };

export type Gathered =
  | { kind: 'context'; context: DraftContext }
  /** `seen` is what could be read all the same, so that a person can look at it. */
  | { kind: 'skip'; reason: SkipReason; detail?: string; seen?: SeenResource };

export type SeenResource = Pick<DraftContext, 'subject' | 'turns' | 'customer' | 'facts'> & { url?: string };
