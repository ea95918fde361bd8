import type { ResourceFacts } from './facts.ts';
import type { ResourceRef } from './resource.ts';

/** A file beside a message, as the source system names it. */
export interface Attachment {
  name: string;
  contentType: string;
  bytes: number;
}

/** One message of a conversation, oldest first in every list. Plain text; quoted mail tails already removed. */
export interface Turn {
  role: 'customer' | 'agent' | 'internal-note';
  text: string;
  /** ISO-8601. */
  at: string;
  authorName?: string;
  attachments?: readonly Attachment[];
}

/** Something written that an answer may rest on. */
export interface Source {
  id: string;
  kind: 'article' | 'macro' | 'past-reply';
  title: string;
  /** Plain text, paragraphs separated by a blank line. */
  text: string;
  /** For a past reply: what was asked. Searched, never quoted. */
  question?: string;
  /** BCP 47, lower case; absent when the source system does not say. */
  locale?: string;
  url?: string;
  /** `internal` text must never be quoted to a customer without a warning. */
  visibility: 'public' | 'internal';
}

/** What the source system knows of the people in the conversation: the best recogniser that redaction has. */
export interface KnownPerson {
  name?: string;
  email?: string;
  phone?: string;
  organization?: string;
  /** Other spellings of the name, a nickname, a former surname. */
  aliases?: readonly string[];
  /** Beside `email` and `phone`. */
  emails?: readonly string[];
  phones?: readonly string[];
  /** Postal addresses as the source system writes them. */
  addresses?: readonly string[];
  /** Order, account and contract numbers that belong to this person. */
  accounts?: readonly string[];
  /** Who it is in the source system: `user:123`. Found by when that system deletes the person. */
  reference?: string;
}

/** Everything a draft is written from, read fresh from the source system. */
export interface DraftContext {
  resource: ResourceRef;
  /** Identifies the message that is being answered. One revision never gets two drafts. */
  revision: string;
  /** Opaque; handed back on write-back so that a change in between is noticed. */
  freshness: string;
  subject: string;
  turns: readonly Turn[];
  customer: KnownPerson & { locale?: string };
  people: readonly KnownPerson[];
  sources: readonly Source[];
  /** What rules and figures go by; absent where there is no source system, in a file say. */
  facts?: ResourceFacts;
  /** Where a person can open the resource. */
  url?: string;
}
