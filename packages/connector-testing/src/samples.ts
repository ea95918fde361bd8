import type { HmacVerification, RawDelivery, ResourceRef, Verification } from '@draftsmith/contracts';

/** What a connector shows of itself, so that the suite can put it to the test. */
export interface ConnectorSamples<Settings> {
  /** `verifyDelivery` and `signDelivery` of the webhooks package; handed in, because that package tests with this one. */
  verify: (
    verification: Verification,
    delivery: RawDelivery,
    secret: string | undefined,
    now: Date,
  ) => { kind: 'verified' } | { kind: 'rejected'; reason: string };
  sign: (verification: HmacVerification, delivery: RawDelivery, secret: string) => string;
  /** For a scheme of the connector's own: how the source system signs. */
  ownScheme?: SigningScheme;
  /** The time at which the sample deliveries arrive. */
  now: Date;
  /** Valid settings. Nothing at their address is ever called: the suite puts its own `fetch` in between. */
  settings: Settings;
  /** Values that must appear in no error and no warning: credentials, secrets, in every form they are sent in. */
  secrets: readonly string[];
  deliveries: {
    /** Gives one event about `resource`. */
    event: SampleDelivery & { resource: { type: string; id: string } };
    /** What the source system sends about our own write. */
    ownWrite: SampleDelivery;
    /** Well-formed, of a kind that the connector does not know. */
    unknown: SampleDelivery;
  };
  /** Starts a simulated account with one resource that deserves a draft. Each check opens its own. */
  openAccount: () => Promise<SampleAccount<Settings>>;
}

/** How a delivery is signed, whatever the scheme. */
export interface SigningScheme {
  signatureHeader: string;
  timestamp?: HmacVerification['timestamp'];
  /** The signature of a delivery that has everything else. */
  sign: (delivery: RawDelivery, secret: string) => string;
}

export interface SampleDelivery {
  body: string;
  /** Lower-case names, without timestamp and signature: the suite adds both. */
  headers?: Readonly<Record<string, string>>;
}

export interface SampleAccount<Settings> {
  settings: Settings;
  resource: ResourceRef;
  /** How many drafts (for documents: notes with one) lie there now, as the source system itself counts them. */
  artefacts: () => number | Promise<number>;
  close: () => Promise<void>;
}

/** One thing that every connector must hold to. */
export interface Check {
  name: string;
  run: () => Promise<void> | void;
}
