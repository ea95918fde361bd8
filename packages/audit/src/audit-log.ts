import type { Orm } from '@draftsmith/database';

export type Actor = { kind: 'user'; id: string; name: string } | { kind: 'command' } | { kind: 'system' };

export interface AuditEvent {
  actor: Actor;
  /** Dotted, e.g. `user.created`. */
  action: string;
  /** What it was done to, e.g. `zendesk/acme` or a user's id. */
  subject?: string;
  /** Plain values; never a secret, an e-mail address or a customer's words. */
  detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Writes entries in the transaction of the act itself: what is not on record has not happened. */
export interface AuditLog {
  record(event: AuditEvent, within?: Pick<Orm, 'insert'>): Promise<void>;
}
