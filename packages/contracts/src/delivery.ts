/** A webhook request as it came in. Nothing in it is trusted until it is verified. */
export interface RawDelivery {
  /** The exact bytes of the body: a signature over re-serialised JSON never matches. */
  body: Uint8Array;
  /** Lower-case header names. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Upper case. Absent, like `url`, only where no scheme signs it. */
  method?: string;
  /** As the sender called it: our public base URL with the raw request target, its query in the order it came. */
  url?: string;
}

/**
 * What an event asks of us. `draft`: a customer wrote. `reply`: staff answered in public, so what became of the draft can
 * be learnt. `forget`: the source system took words or a person away, and so do we.
 * `prepare`: a deal reached a stage at which a proposal is to wait.
 */
export type EventEffect = 'draft' | 'reply' | 'forget' | 'prepare';

/** Something happened to a resource that concerns us. */
export interface SourceEvent {
  kind: 'event';
  effect: EventEffect;
  /** What happened in the source system's words, for logs and the console. */
  type: string;
  resource: { type: string; id: string };
  /** ISO-8601, when the source system says it happened. */
  occurredAt?: string;
  /** Where one address serves all accounts: whose it is. */
  account?: string;
  /** Where a delivery has no identity of its own: the event's. The same key twice is the same event. */
  key?: string;
  /** What an admin's settings decide by: the stage of a deal, say. Identifiers only. */
  about?: string;
}

/** Understood, and rightly nothing to do. */
export interface IgnoredEvent {
  kind: 'ignored';
  reason: string;
  account?: string;
  key?: string;
}

/** One delivery may carry many events (HubSpot sends batches). */
export interface ParsedDelivery {
  /** The source system's id of this delivery: the same id twice is the same delivery. */
  deliveryId: string;
  events: readonly (SourceEvent | IgnoredEvent)[];
}
