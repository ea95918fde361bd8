import type { DealContext } from './deal.ts';
import type { Choice } from './facts.ts';
import type { SkipReason } from './outcome.ts';
import type { PriceTable } from './proposal.ts';
import type { ResourceRef } from './resource.ts';

/** What a connection can do with deals. Each throws only AppError, ends when the signal aborts, and can be repeated. */
export interface DealConnection {
  gather(resource: ResourceRef, budget: ActivityBudget, signal: AbortSignal): Promise<GatheredDeal>;
  /** Newest first, at most `limit`: to choose one for a trial. */
  recent(limit: number, signal: AbortSignal): Promise<readonly { id: string; name: string; url?: string }[]>;
  /** Files and a note on the deal. The same key leaves one note and one file of each name, however often it is written. */
  attach(write: AttachProposal, signal: AbortSignal): Promise<ProposalReceipt>;
  /** A DRAFT quote with copied line items; nothing else can be written. The same key leaves one quote. */
  draftQuote(write: DraftQuote, signal: AbortSignal): Promise<QuoteReceipt>;
  /** A task for who must agree. The same key leaves one. */
  askApproval(write: AskApproval, signal: AbortSignal): Promise<{ taskId: string }>;
  stages(signal: AbortSignal): Promise<readonly Choice[]>;
  owners(signal: AbortSignal): Promise<readonly Choice[]>;
  /** The person of a signed request: who proposes. */
  person(userId: string, signal: AbortSignal): Promise<{ id: string; name: string } | undefined>;
  /** What became of it. */
  follow(
    resource: ResourceRef,
    attached: { fileIds: readonly string[]; at: string; quoteId?: string },
    signal: AbortSignal,
  ): Promise<DealFollowUp>;
  /** Tells a workflow that waits how it ended. A callback that is gone is no error. */
  completeAction?(callbackId: string, outcome: { ok: boolean; url?: string }, signal: AbortSignal): Promise<void>;
}

/** How much of a deal's history is read. */
export interface ActivityBudget {
  /** Characters of all texts together. */
  characters: number;
  /** Words that make an activity relevant: of line items, needs, decisions. Folded to lower case. */
  relevant: readonly string[];
}

export type GatheredDeal =
  | { kind: 'deal'; context: DealContext }
  | { kind: 'skip'; reason: SkipReason; detail?: string };

export interface ProposalFile {
  /** With its extension; unique for this version and content. */
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface AttachProposal {
  resource: ResourceRef;
  idempotencyKey: string;
  files: readonly ProposalFile[];
  /** What the note says. Plain values: the connector makes its markup of them. */
  note: {
    language: 'en' | 'ru';
    version: number;
    title: string;
    /** Formatted. */
    total: string;
    byName?: string;
    /** Each with what it rests on. */
    summary: readonly { text: string; sources: readonly { title: string; url?: string }[] }[];
    /** Above the threshold: who must agree, where it is known. */
    approval?: { approver?: string; above: string };
    modelWritten: boolean;
    model: string;
  };
  /** The user of the source system who asked, for the note's owner. */
  userId?: string;
}

export interface ProposalReceipt {
  kind: 'created' | 'already-there';
  noteId: string;
  fileIds: readonly string[];
  url?: string;
}

export interface DraftQuote {
  resource: ResourceRef;
  idempotencyKey: string;
  title: string;
  /** YYYY-MM-DD. */
  expiresOn: string;
  /** BCP 47. */
  locale: string;
  /** What must come out: compared with what the source system computed. */
  prices: PriceTable;
  /** Plain text. */
  coverLetter?: string;
}

/** `differs`: it stands as a draft, and its sum is not ours; a person must look. */
export type QuoteReceipt = {
  kind: 'created' | 'already-there' | 'differs';
  quoteId: string;
  url?: string;
  detail?: string;
};

export interface AskApproval {
  resource: ResourceRef;
  idempotencyKey: string;
  /** An owner's id. */
  approver: string;
  subject: string;
  body: string;
  /** ISO-8601. */
  dueAt: string;
}

export interface DealFollowUp {
  stage?: { id: string; name: string; outcome: 'open' | 'won' | 'lost' };
  /** ISO-8601: when a mail with one of the files left, or the quote was published by a person. */
  sentAt?: string;
  gone: boolean;
}
