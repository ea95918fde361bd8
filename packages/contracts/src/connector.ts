import type { z } from 'zod';
import type { DraftContext } from './context.ts';
import type { ParsedDelivery, RawDelivery } from './delivery.ts';
import type { DraftBrief, Receipt, WriteBack } from './draft.ts';
import type { SkipReason } from './outcome.ts';
import type { ResourceRef } from './resource.ts';
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
}

export interface ConnectorSettings<Settings> {
  /** Keys are the setting names without the connector's prefix, e.g. `subdomain` for ZENDESK_SUBDOMAIN. */
  readonly schema: z.ZodType<Settings>;
  /** For every key: what is expected and where to get it, in one line. Secrets are never echoed. */
  readonly help: Readonly<Record<string, { expected: string; secret?: boolean }>>;
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
}

/** Operations on one account. Each throws only AppError, and ends when the signal aborts. */
export interface Connection {
  gatherContext(resource: ResourceRef, signal: AbortSignal): Promise<Gathered>;
  describeDraft(context: DraftContext): DraftBrief;
  /**
   * Safe to repeat with the same key after any failure, including an unknown outcome. Throws with code
   * `resource-closed` or `resource-gone` when the resource itself takes nothing more: that is an outcome, no failure.
   */
  writeBack(write: WriteBack, signal: AbortSignal): Promise<Receipt>;
  /** Who we are there and whether it works; for `doctor` and the start. */
  check(signal: AbortSignal): Promise<{ identity: string }>;
}

export type Gathered =
  | { kind: 'context'; context: DraftContext }
  /** `seen` is what could be read all the same, so that a person can look at it. */
  | { kind: 'skip'; reason: SkipReason; detail?: string; seen?: SeenResource };

export type SeenResource = Pick<DraftContext, 'subject' | 'turns' | 'customer'> & { url?: string };
