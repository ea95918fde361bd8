import type { ConnectorCapabilities } from './connector.ts';
import type { ConnectionWay, Diagnosis, InstallationState, ScopeReason } from './install.ts';

/** One account of a source system as the console's *Connections* page shows it. */
export interface ConnectionView {
  connector: string;
  title: string;
  /** Where its drafts end up. */
  draftsAs: ConnectorCapabilities['draftsAs'];
  account: string;
  way: ConnectionWay;
  state: InstallationState;
  /** Who the credentials are, as the source system says; null before that is known. */
  identity: string | null;
  /** Where events are to be sent. */
  endpoint: string;
  connectedAt: string | null;
  connectedBy: string | null;
  /** ISO-8601: when the token ends if nobody renews it; null where it does not end. */
  tokenEndsAt: string | null;
  /** For API tokens, which the source system switches off on this day; null otherwise. */
  legacyEndsOn: string | null;
  knowledge: KnowledgeStatus | null;
  /** The app beside a ticket: whether an installation secret was made, and when an agent last used it. */
  sidebar: { secretMadeAt: string | null; lastSeenAt: string | null } | null;
}

export interface KnowledgeStatus {
  /** Documents by kind. */
  documents: { article: number; macro: number; 'past-reply': number };
  /** A reading that is under way; `total` null where the source system does not say. */
  running: { kind: 'article' | 'macro' | 'past-reply'; done: number; total: number | null } | null;
  lastReadAt: string | null;
  problem: string | null;
}

/** What an admin is asked before connecting. */
export interface ConnectorOffer {
  connector: string;
  title: string;
  scopes: readonly ScopeReason[];
  /** Entered into the client in the source system. */
  redirectUri: string;
  /** A client of ours that works for every account is there: no identifier and secret to paste. */
  globalClient: boolean;
  draftsAs: ConnectorCapabilities['draftsAs'];
  /** What is typed before authorising; empty where consent says which account it is. */
  fields: readonly string[];
}

/** `POST /connections/<connector>/authorize`: answers where to send the browser. */
export interface AuthorizeRequest {
  /** E.g. the subdomain. */
  given: Readonly<Record<string, string>>;
  clientId?: string;
  clientSecret?: string;
  way: 'oauth' | 'client-credentials';
}

export type ConnectStep = 'authorise' | 'webhook' | 'trigger' | 'secret' | 'test' | 'knowledge' | 'draft';

/** Where an installation stands; polled while it runs, and after a reload. */
export interface ConnectProgress {
  connector: string;
  account: string;
  steps: readonly { step: ConnectStep; state: 'todo' | 'running' | 'done' | 'failed'; detail?: string; fix?: string }[];
  finished: boolean;
}

/** A dry run on a chosen resource: a draft is written, nothing is written back. */
export interface DryRunView {
  state: 'running' | 'done' | 'failed';
  resourceId: string;
  /** When done: the draft, or why there is none. */
  text?: string;
  reason?: string;
  message?: string;
}

export interface DiagnosisView {
  account: string;
  connector: string;
  findings: readonly Diagnosis[];
}
