import type { ResourceFacts } from './facts.ts';

/** How drafts sound. */
export interface Voice {
  /** Put below each draft; empty for none, because many source systems add one when a reply is sent. */
  signature: string;
  tone: 'neutral' | 'warm' | 'formal' | 'brief';
  /** How customers are addressed where a language tells two ways apart (Sie/du, Вы/ты, vous/tu). */
  address: 'formal' | 'informal' | 'as-customer';
  /** House rules in the admin's own words, one a line: "never promise a delivery date". */
  houseRules: readonly string[];
}

/** Which messages get a draft, where it goes, and how it sounds. An empty list allows everything. */
export interface DraftingRules {
  only: {
    brands: readonly string[];
    groups: readonly string[];
    forms: readonly string[];
    channels: readonly string[];
    /** ISO 639-1. */
    languages: readonly string[];
    /** Any of these tags. */
    tags: readonly string[];
  };
  never: { tags: readonly string[]; groups: readonly string[]; channels: readonly string[] };
  when: 'first-reply' | 'every-message';
  deliver: 'note' | 'sidebar' | 'both';
  /** Drafts; null for no limit. */
  caps: { perResource: number | null; perHour: number | null };
  pilot:
    | { kind: 'everybody' }
    /** A stable random share of resources, 1 to 99. */
    | { kind: 'share'; percent: number }
    /** Those that belong to these agents. */
    | { kind: 'agents'; ids: readonly string[] };
  voice: Voice;
  /** What differs for a brand, by its identifier. */
  brandVoices: Readonly<Record<string, Partial<Voice>>>;
}

export const DEFAULT_RULES: DraftingRules = {
  only: { brands: [], groups: [], forms: [], channels: [], languages: [], tags: [] },
  never: { tags: [], groups: [], channels: [] },
  when: 'every-message',
  deliver: 'both',
  caps: { perResource: 20, perHour: null },
  pilot: { kind: 'everybody' },
  voice: { signature: '', tone: 'neutral', address: 'formal', houseRules: [] },
  brandVoices: {},
};

/** Which rule left a message without a draft. Each has a sentence in both console languages. */
export type RuleReason =
  | 'brand'
  | 'group'
  | 'form'
  | 'channel'
  | 'language'
  | 'tag'
  | 'first-reply'
  | 'pilot'
  | 'per-resource'
  | 'per-hour';

/** An account's rules as the console edits them. */
export interface DraftingRulesView {
  connector: string;
  account: string;
  rules: DraftingRules;
  /** Sent back with a change: two admins at once do not undo each other. 0 for rules that were never changed. */
  revision: number;
  updatedAt: string | null;
  updatedBy: string | null;
}

/** Rules tried on a past resource before they are saved. */
export interface RulesTrial {
  resourceId: string;
  /** For the admin's eye; empty where the words are forgotten. */
  subject: string;
  url: string | null;
  facts: ResourceFacts;
  language: string | null;
  before: 'draft' | RuleReason;
  after: 'draft' | RuleReason;
}
