import type { DealGap } from './deal.ts';
import type { PriceTable, ProposalSource, ProseSectionKind, RenderedSection, SectionKind } from './proposal.ts';

/**
 * What the card on a deal asks of us. Everything long is start and poll; each POST names an id made by the client, so
 * that a repeat (HubSpot repeats by itself) changes nothing. Who asks, and for which account, comes from the signed
 * request. Business problems are answered with 200 and `problem`, because the platform hides bodies of failures.
 *
 * Routes below `/proposals/<connector>`, all POST or GET, JSON:
 *   GET  deals/<deal>/view                              -> Answer<ProposalView>
 *   POST deals/<deal>/operations   ProposalRequest      -> Answer<ProposalOperation>
 *   GET  deals/<deal>/operations/<id>                   -> Answer<ProposalOperation>
 *   GET  deals/<deal>/versions/<n>                      -> Answer<ProposalVersionView>
 *   GET  deals/<deal>/diff?from=<n>&to=<n>              -> Answer<ProposalDiff>
 */
export const PROPOSALS_PATH = '/proposals';

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: ProposalProblem };

/** Why something came to nothing. Each has a sentence in the card's languages; `message` is the English one. */
export const PROPOSAL_PROBLEMS = [
  'not-connected', // this account is not connected here
  'reconnect', // its grant was revoked: an admin must connect again
  'gaps', // something is missing that no proposal can be right without
  'no-template',
  'busy', // another operation on this deal is under way
  'no-version', // there is nothing to work on yet
  'edited', // the section was edited by a person: asked again before it is replaced
  'unbound', // what a person typed has figures or names that nothing here confirms
  'outdated', // the deal's prices differ by now, or its validity has ended: asked again before it is used
  'approval', // it is above the threshold: an approver must agree first
  'quotes-off', // the admin has not switched draft quotes on
  'budget',
  'not-found',
  'invalid',
  'source-down',
  'permission', // a scope is missing
  'broke-off',
] as const;

export type ProposalProblemCode = (typeof PROPOSAL_PROBLEMS)[number];

export interface ProposalProblem {
  code: ProposalProblemCode;
  message: string;
  retryable: boolean;
  /** For `unbound`: the words, as the person typed them. */
  words?: readonly string[];
  gaps?: readonly DealGap[];
}

export type ProposalTone = 'neutral' | 'warm' | 'formal' | 'brief';

export interface ProposalChoices {
  templateId?: string;
  /** BCP 47; absent: the contact's. */
  locale?: string;
  tone?: ProposalTone;
  /** One line: "stress the short start-up time". */
  steer?: string;
}

export type ProposalRequest = { requestId: string } & (
  | { what: 'generate'; choices: ProposalChoices }
  /** `force`: also where a person edited it. */
  | { what: 'regenerate'; version: number; section: ProseSectionKind; steer?: string; force?: boolean }
  /** A person's own words. `confirmed`: figures and names that nothing here confirms are meant. */
  | { what: 'edit'; version: number; section: ProseSectionKind; text: string; confirmed?: boolean }
  /** A step back is a step forward: makes a new version of an old one. */
  | { what: 'restore'; version: number }
  /** `confirmed`: also where the deal's prices are others by now, or its validity has ended. */
  | { what: 'attach'; version: number; confirmed?: boolean }
  | { what: 'quote'; version: number; confirmed?: boolean }
);

export const PROPOSAL_STEPS = [
  'queued',
  'reading',
  'writing',
  'checking',
  'rendering',
  'filing',
  'noting',
  'done',
] as const;

export type ProposalStep = (typeof PROPOSAL_STEPS)[number];

export interface ProposalOperation {
  id: string;
  what: ProposalRequest['what'];
  state: 'running' | 'done' | 'failed';
  step: ProposalStep;
  /** The version that it made or worked on, when done. */
  version: number | null;
  problem: ProposalProblem | null;
}

export interface ProposalView {
  dealId: string;
  dealName: string;
  /** What a proposal would use. */
  uses: {
    contact: string | null;
    company: string | null;
    lineItems: number;
    activities: number;
    currency: string | null;
    /** Gross, formatted for the person who asks; null while prices cannot be computed. */
    total: string | null;
    owner: string | null;
  };
  gaps: readonly DealGap[];
  templates: readonly { id: string; name: string; locale: string | null }[];
  locales: readonly string[];
  defaults: ProposalChoices;
  /** Newest first. */
  versions: readonly ProposalVersionSummary[];
  running: ProposalOperation | null;
  /** Draft quotes are switched on. */
  quotes: boolean;
}

export interface ProposalVersionSummary {
  number: number;
  /** ISO-8601. */
  createdAt: string;
  byName: string | null;
  how: ProposalRequest['what'];
  locale: string;
  total: string;
  /** Changes with every byte of the content. */
  hash: string;
  attached: { at: string; url: string | null } | null;
  quoted: { at: string; url: string | null } | null;
  /** The deal's prices are others by now, or its validity has ended; false while that is not known. */
  outdated: boolean;
  /** Above the account's threshold. */
  approval: 'not-needed' | 'asked';
}

export interface ProposalVersionView extends ProposalVersionSummary {
  title: string;
  sections: readonly (RenderedSection & { /** Text as a person edits it, slots filled in. */ editable: boolean })[];
  prices: PriceTable;
  sources: readonly ProposalSource[];
  writer: { provider: string; model: string; modelWritten: boolean };
  /** Sentences that the lock took out, in all. */
  refused: number;
  costUsd: string | null;
}

/** Word by word, section by section; sections without a change are left out. */
export interface ProposalDiff {
  from: number;
  to: number;
  sections: readonly {
    kind: SectionKind;
    title: string;
    parts: readonly { kind: 'same' | 'added' | 'removed'; text: string }[];
  }[];
  /** Changed figures: `total.once.gross` before and after, formatted. */
  figures: readonly { label: string; before: string | null; after: string | null }[];
}
