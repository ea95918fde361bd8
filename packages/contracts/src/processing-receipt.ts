/** What left this machine with one call to a model, for the record of processing. Holds no text and no value. */
export interface ProcessingReceipt {
  /** ISO-8601. */
  at: string;
  completionId: string;
  /** E.g. the draft. */
  reference: string | null;
  connector: string | null;
  account: string;
  purpose: string;
  provider: string;
  model: string;
  /** Where it was sent: the host name; null where nothing was sent (a leak was stopped, or the call never began). */
  host: string | null;
  /** As the route's setting says, e.g. `eu`; `this machine` or `private network` where the address shows it; else null. */
  region: string | null;
  outcome: string;
  /** Distinct values that were replaced before the prompt was made, by type. */
  replaced: Readonly<Record<string, number>>;
  /** SHA-256 of the exact bytes, hexadecimal. */
  payloadSha256: string | null;
  payloadBytes: number | null;
}

/** One admin act. Holds no secret and no personal data but who acted. */
export interface AuditEntry {
  id: string;
  /** ISO-8601. */
  at: string;
  actor: { kind: 'user'; id: string; name: string } | { kind: 'command' | 'system' };
  /** Dotted, e.g. `user.created`, `policy.changed`, `data.erased`, `key.rotated`, `draft.retried`. */
  action: string;
  /** What it was done to, e.g. `zendesk/acme` or a user's id; null for the suite. */
  subject: string | null;
  /** Plain values only. */
  detail: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export interface AuditPage {
  items: AuditEntry[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
}
