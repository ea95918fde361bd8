/** A webhook request as it came in. Nothing in it is trusted until it is verified. */
export interface RawDelivery {
  /** The exact bytes of the body: a signature over re-serialised JSON never matches. */
  body: Uint8Array;
  /** Lower-case header names. */
  headers: Readonly<Record<string, string | undefined>>;
}

/**
 * What an event asks of us. `draft`: a customer wrote. `reply`: staff answered in public, so what became of the draft can
 * be learnt. `forget`: the source system took words or a person away, and so do we.
 */
export type EventEffect = 'draft' | 'reply' | 'forget';

/** Something happened to a resource that concerns us. */
export interface SourceEvent {
  kind: 'event';
  effect: EventEffect;
  /** What happened in the source system's words, for logs and the console. */
  type: string;
  resource: { type: string; id: string };
  /** ISO-8601, when the source system says it happened. */
  occurredAt?: string;
}

/** Understood, and rightly nothing to do. */
export interface IgnoredEvent {
  kind: 'ignored';
  reason: string;
}

/** One delivery may carry many events (HubSpot sends batches). */
export interface ParsedDelivery {
  /** The source system's id of this delivery: the same id twice is the same delivery. */
  deliveryId: string;
  events: readonly (SourceEvent | IgnoredEvent)[];
}
