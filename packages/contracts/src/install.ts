import type { z } from 'zod';
import type { ConnectorPorts } from './connector.ts';

/** A scope that is asked for, and why: shown before an admin agrees. */
export interface ScopeReason {
  scope: string;
  /** One sentence for an admin, by language. */
  reason: { en: string; ru: string };
}

/** Tokens as a source system gives them. They are secrets: kept sealed, never logged. */
export interface TokenSet {
  accessToken: string;
  /** Absent where the token cannot be renewed without a person (or is asked for anew with the client's secret). */
  refreshToken?: string;
  /** ISO-8601; absent when it does not end. */
  expiresAt?: string;
  /** ISO-8601: until then the refresh token works. */
  refreshExpiresAt?: string;
  scope?: string;
  /** Whose they are, where only the answer says it. */
  account?: string;
}

export interface OAuthClient {
  clientId: string;
  /** Absent for public clients, which prove themselves by PKCE alone. */
  clientSecret?: string;
}

/**
 * OAuth of one account. Each call is sent once; whoever keeps tokens decides what to do about a lost answer. A grant that is
 * gone (revoked, run out, used) is an AppError with code `oauth.invalid-grant`: a person must agree again. A client that is
 * not accepted is `oauth.invalid-client`: our own settings are wrong, and nobody's consent is lost.
 */
export interface ConnectorOAuth {
  scopes: readonly ScopeReason[];
  authorizeUrl(request: { client: OAuthClient; redirectUri: string; state: string; codeChallenge: string }): string;
  exchange(
    request: { client: OAuthClient; redirectUri: string; code: string; codeVerifier: string },
    signal: AbortSignal,
  ): Promise<TokenSet>;
  refresh(request: { client: OAuthClient; refreshToken: string }, signal: AbortSignal): Promise<TokenSet>;
  /** For an installation that serves one account: no person, no refresh token. */
  clientCredentials(request: { client: OAuthClient }, signal: AbortSignal): Promise<TokenSet>;
  /** Safe to repeat: a token that is gone already is revoked. */
  revoke(accessToken: string, signal: AbortSignal): Promise<void>;
}

/** What an installation made in the source system; kept, so that it can be found and undone. */
export interface Provisioned {
  /** E.g. `webhook`, `trigger` -> identifier. */
  artefacts: Readonly<Record<string, string>>;
  /** Signing secrets by artefact. Sealed where they are kept. */
  secrets: Readonly<Record<string, string>>;
}

/** One thing that `doctor` looked at. */
export interface Diagnosis {
  /** E.g. `scopes`, `trigger`, `signing-secret`, `deliveries`, `clock`, `endpoint`. */
  check: string;
  ok: boolean;
  /** What was found, in a sentence. */
  detail: string;
  /** What to do about it; absent when all is well. */
  fix?: string;
  /** `reinstall` mends it: creates what is missing, switches on what is off, reads secrets anew. */
  repairable?: boolean;
}

export interface InstallContext {
  /** Where the source system is to send events: `https://host/hooks/<connector>/<account>`. */
  endpoint: string;
  /** What was made before: found again although it was renamed or points elsewhere. */
  known?: Readonly<Record<string, string>>;
  /** Told what is being done, for a progress display. */
  onStep?: (step: 'webhook' | 'trigger' | 'secret') => void;
}

/** What an installation does in the source system, and how to undo it. Every operation can be repeated. */
export interface ConnectorInstall<Settings = unknown> {
  /**
   * What an admin has to say before authorising, e.g. the subdomain. The schema makes settings of it, together with those
   * that hold for every account (`shared` in their help); their credentials come from `ConnectorPorts.accessToken`.
   */
  readonly form: { schema: z.ZodType<Settings>; fields: readonly string[] };
  /**
   * Set where the account is known only after consent: this setting is filled in by `TokenSet.account`, and has the value
   * of `meanwhile` until then.
   */
  readonly accountByConsent?: { field: string; meanwhile: string };
  /** What there is to set up, beside authorising; absent: webhook, trigger, secret, test, knowledge, draft. */
  readonly steps?: readonly ('webhook' | 'trigger' | 'secret' | 'test' | 'knowledge' | 'draft')[];
  oauth(settings: Settings, ports: ConnectorPorts): ConnectorOAuth;
  /** A client of ours that works for every account, where the settings name one. */
  globalClient(settings: Settings): OAuthClient | undefined;
  /** The day (YYYY-MM-DD) on which credentials of this kind stop working; undefined where there is none. */
  endsOn(settings: Settings): string | undefined;
  /** Creates what is missing, and takes over what an earlier try left behind. Nothing is made twice. */
  provision(
    settings: Settings,
    ports: ConnectorPorts,
    context: InstallContext,
    signal: AbortSignal,
  ): Promise<Provisioned>;
  /** Has the source system send its test delivery to us; resolves with what it says came back. */
  sendTest(
    settings: Settings,
    ports: ConnectorPorts,
    made: Provisioned,
    context: InstallContext,
    signal: AbortSignal,
  ): Promise<{ ok: boolean; status: number | undefined; detail: string }>;
  diagnose(
    settings: Settings,
    ports: ConnectorPorts,
    made: Provisioned,
    context: InstallContext,
    signal: AbortSignal,
  ): Promise<readonly Diagnosis[]>;
  /** Removes what `provision` made. What is gone already is no error; what could not be removed is named. */
  remove(
    settings: Settings,
    ports: ConnectorPorts,
    made: Provisioned,
    signal: AbortSignal,
  ): Promise<{ left: readonly string[] }>;
}

/** How an account is connected. `environment`: by settings of the process, as before; nothing of it is stored. */
export type ConnectionWay = 'oauth' | 'client-credentials' | 'environment';

/**
 * `connecting`: not finished yet. `ready`: works. `reconnect`: the grant was revoked or ran out; a person must agree again.
 * `removing`: being disconnected.
 */
export type InstallationState = 'connecting' | 'ready' | 'reconnect' | 'removing';
