import type { KnownPerson, Source } from './context.ts';

/** What an account's drafts may rest on, as the source system keeps it. */
export type KnowledgeKind = Source['kind'];

export interface KnowledgeDocument extends Source {
  /** ISO-8601; newer wins where two say the same. */
  updatedAt: string;
  /** Only drafts for this brand find it; absent for all. */
  brand?: string;
  /** Whose data must not stay in it: removed before it is kept. Past replies have some. */
  people?: readonly KnownPerson[];
}

/** A page of changes, oldest first. */
export interface KnowledgePage {
  documents: readonly KnowledgeDocument[];
  /** Identifiers that are there no more: deleted, archived, made a draft. */
  removed: readonly string[];
  /** Opaque; where to go on. Kept after the page is stored, so that a killed run repeats at most one page. */
  cursor: string;
  /** True when nothing newer is there now. */
  upToDate: boolean;
}

/** One kind of knowledge that can be read again from where the last reading ended. */
export interface KnowledgeFeed {
  kind: KnowledgeKind;
  /** Documents in all, where the source system says; for progress. */
  count(signal: AbortSignal): Promise<number | undefined>;
  /**
   * `full`: this page belongs to a complete listing, after whose end whatever was not named is gone. `changes`: only
   * what is named counts.
   */
  listing: 'full' | 'changes';
  /** @param cursor undefined for the beginning */
  read(cursor: string | undefined, signal: AbortSignal): Promise<KnowledgePage>;
}
