import type { ProseSectionKind } from './proposal.ts';
import type { ProposalTone } from './proposal-api.ts';

/**
 * Routes of the console's API, below `/proposals`; everybody signed in reads, admins change.
 *   GET    ?days=30                                        -> ProposalReport
 *   GET    settings                                        -> ProposalSettingsView[]
 *   GET    <connector>/<account>/choices                   -> ProposalChoicesView
 *   PUT    <connector>/<account>/settings   { settings, revision } -> ProposalSettingsView
 *   GET    <connector>/<account>/templates                 -> ProposalTemplateView[]
 *   POST   <connector>/<account>/templates  TemplateText   -> TemplateSaved
 *   PUT    <connector>/<account>/templates/<id>  TemplateText & { revision } -> TemplateSaved
 *   PUT    <connector>/<account>/templates/<id>/document?revision=<n>  the Word file -> TemplateSaved
 *   PUT    <connector>/<account>/templates/<id>/logo?revision=<n>      PNG or JPEG   -> TemplateSaved
 *   DELETE the last two -> TemplateSaved; DELETE <connector>/<account>/templates/<id> -> 204
 *   GET    <connector>/<account>/templates/<id>/preview.pdf?locale=<l> (or .docx)    -> the file, with invented names
 *   GET    <connector>/<account>/rate-card                 -> RateCardItem[]
 *   PUT    <connector>/<account>/rate-card[?check=true]  text/csv -> RateCardSaved
 */
export interface ProposalChoicesView {
  stages: readonly { id: string; name: string }[];
  owners: readonly { id: string; name: string }[];
}

/** What an admin decides about proposals, per account. */
export interface ProposalSettings {
  /** The company that proposes, as documents name it. */
  company: string;
  footer: string;
  /** `#rrggbb`. */
  accent: string;
  tone: ProposalTone;
  /** House rules in the admin's own words, one a line. */
  houseRules: readonly string[];
  /** BCP 47, the first is the default where the contact has none of them. */
  locales: readonly string[];
  /** Days that a proposal is valid. */
  validDays: number;
  /**
   * Above this somebody must agree; empty for never. A decimal string without a currency: it counts in whatever currency the
   * deal has, gross, over the agreed terms or for what is paid once and in a year.
   */
  approvalAbove: string;
  /** Who is asked: an owner's id in the source system; empty: the note asks, no task is made. */
  approver: string;
  /** Whether reps may create draft quotes. */
  quotes: boolean;
  /** Stages on which a proposal is prepared by itself. */
  stages: readonly string[];
}

export const DEFAULT_PROPOSAL_SETTINGS: ProposalSettings = {
  company: '',
  footer: '',
  accent: '#1f4e79',
  tone: 'neutral',
  houseRules: [],
  locales: ['en-US'],
  validDays: 30,
  approvalAbove: '',
  approver: '',
  quotes: false,
  stages: [],
};

export interface ProposalSettingsView {
  connector: string;
  account: string;
  settings: ProposalSettings;
  revision: number;
  updatedAt: string | null;
  updatedBy: string | null;
}

/** A document template as the console lists it. */
export interface ProposalTemplateView {
  id: string;
  name: string;
  /** BCP 47; null: for every language. */
  locale: string | null;
  /** A Word file was uploaded; otherwise the suite's own layout. */
  hasDocument: boolean;
  hasLogo: boolean;
  terms: string;
  nextSteps: string;
  /** A hint for the writer of each section, in the admin's words. */
  hints: Readonly<Partial<Record<ProseSectionKind, string>>>;
  revision: number;
  updatedAt: string;
}

export interface TemplateText {
  name: string;
  locale: string | null;
  terms: string;
  nextSteps: string;
  hints: Readonly<Partial<Record<ProseSectionKind, string>>>;
}

/** `template` is null when the Word file cannot be used: nothing was changed, and the findings say why. */
export interface TemplateSaved {
  template: ProposalTemplateView | null;
  findings: readonly TemplateFinding[];
}

/** What is wrong with an uploaded Word file. Each code has a sentence in both console languages. */
export interface TemplateFinding {
  code:
    | 'not-docx'
    | 'too-large'
    | 'macros'
    | 'external-content'
    | 'unclosed-placeholder'
    | 'unopened-placeholder'
    | 'unclosed-loop'
    | 'unknown-placeholder'
    | 'required-missing'
    | 'loop-outside-row'
    | 'broken';
  /** `error`: cannot be used. */
  severity: 'error' | 'warning';
  /** The placeholder, as typed. */
  placeholder?: string;
  /** The closest one that exists. */
  meant?: string;
  /** Words around it. */
  near?: string;
}

export interface RateCardItem {
  sku: string;
  name: string;
  /** Decimal string. */
  price: string;
  /** ISO 4217. */
  currency: string;
  /** YYYY-MM-DD, the last day; null when it does not end. */
  validUntil: string | null;
}

/** `saved` is false when it was only checked, or when a line is wrong: nothing was changed. */
export interface RateCardSaved {
  saved: boolean;
  items: readonly RateCardItem[];
  /** `message` is English and tells no value; `line` counts from 1. */
  problems: readonly { line: number; message: string }[];
}

/** What became of a proposal. */
export interface ProposalOutcome {
  dealId: string;
  dealName: string;
  dealUrl: string | null;
  versions: number;
  /** ISO-8601: when the first version was asked for. */
  askedAt: string;
  attachedAt: string | null;
  /** Minutes from click to attached. */
  minutes: number | null;
  /** Share of words that people changed, 0 to 1, and in which sections. */
  edited: { share: number; sections: readonly ProseSectionKind[] } | null;
  sentAt: string | null;
  stageThen: string | null;
  stageNow: string | null;
  costUsd: string | null;
}

/** `GET /proposals?days=30` of the console's API. */
export interface ProposalReport {
  days: number;
  total: {
    asked: number;
    attached: number;
    edited: number;
    sent: number;
    won: number;
    lost: number;
    /** Median, over the attached; null without any. */
    minutes: number | null;
    costUsd: string | null;
  };
  sections: readonly { kind: ProseSectionKind; edited: number }[];
  rows: readonly ProposalOutcome[];
}
