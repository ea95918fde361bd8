/** Where signed deliveries go. */
export interface Hook {
  url: string;
  secret: string;
}

export interface ZendeskAddress {
  baseUrl: string;
  token: string;
}

/** Tickets of the seed, by number. */
export interface Tickets {
  from: number;
  count: number;
}

export interface Acknowledged {
  /** Milliseconds from the request to its answer, one for each accepted delivery. */
  samples: number[];
  /** Answers other than 202, and requests without one. */
  refused: number;
  seconds: number;
}

export interface Drained {
  /** Tickets that got their note. */
  notes: number;
  /** From the first webhook to the last note. */
  seconds: number;
  /** From the first webhook to the last acknowledgement. */
  acknowledgedAfter: number;
}

export interface WebhookToNote {
  /** Milliseconds, one for each ticket that got its note. */
  samples: number[];
  /** Tickets that got none within two seconds. */
  without: number;
  /** Requests to Zendesk for one draft; null when its counter began anew meanwhile. */
  callsPerDraft: number | null;
}

export interface BareLoop {
  /** Milliseconds of each draft. */
  samples: number[];
  callsPerDraft: number;
  seconds: number;
}

export interface Calls {
  calls: number;
  seconds: number;
}

/** What the load generator can be told to do, with what it answers. */
export interface LoadTasks {
  acknowledge: { input: { hook: Hook; tickets: Tickets; atOnce: number }; output: Acknowledged };
  'webhook-to-note': { input: { hook: Hook; zendesk: ZendeskAddress; tickets: Tickets }; output: WebhookToNote };
  drain: { input: { hook: Hook; zendesk: ZendeskAddress; tickets: Tickets }; output: Drained };
  'bare-loop': { input: { zendesk: ZendeskAddress; modelUrl?: string; tickets: Tickets }; output: BareLoop };
  'zendesk-calls': { input: { zendesk: ZendeskAddress; tickets: Tickets; atOnce: number }; output: Calls };
  'model-calls': { input: { modelUrl: string; count: number; atOnce: number }; output: Calls };
}

export type LoadMessage = {
  [Kind in keyof LoadTasks]: { kind: Kind; input: LoadTasks[Kind]['input'] };
}[keyof LoadTasks];
