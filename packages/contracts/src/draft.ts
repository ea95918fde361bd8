import type { Attachment, DraftContext } from './context.ts';
import type { DraftCheck } from './draft-check.ts';
import type { ResourceRef } from './resource.ts';

/** What a draft cites, in the order of first use. */
export interface Citation {
  sourceId: string;
  kind: 'article' | 'macro' | 'past-reply';
  title: string;
  url?: string;
  visibility: 'public' | 'internal';
  /** The passage that supports the draft. */
  excerpt: string;
}

/** A finished draft: plain text, paragraphs separated by a blank line. Written for the customer, read by the agent. */
export interface Draft {
  text: string;
  /** ISO 639-1. */
  language: string;
  citations: readonly Citation[];
  provider: string;
  model: string;
  modelWritten: boolean;
  /** Absent in drafts from before there was one. */
  check?: DraftCheck;
}

/** How a connector wants its drafts written. Pure data: it is where product quality is reviewed. */
export interface DraftBrief {
  instructions: string;
  maxOutputTokens: number;
  signature?: string;
  /** Sentences of the instructions that are meant to be said word for word; all others would be a leak. */
  phrases?: readonly string[];
}

export interface WriteBack {
  resource: ResourceRef;
  draft: Draft;
  /** The same key never leaves two artefacts behind, however often it is written. */
  idempotencyKey: string;
  context: Pick<DraftContext, 'revision' | 'freshness'>;
  /** What the customer sent along since the last public answer: nobody has looked at it yet. */
  attachments?: readonly Attachment[];
}

export type Receipt =
  | { kind: 'created' | 'already-there'; location: { artefactId: string; auditId?: string; url?: string } }
  /** The resource moved on: a newer message waits for its own draft. */
  | { kind: 'stale'; detail: string };
