/**
 * What the connector assumes about Zendesk. A line marked UNCONFIRMED was found in no page of Zendesk's own; each says
 * what happens when it turns out wrong, so that a check against a real account starts here.
 */

/** Shown in Zendesk's developer pages for sending a test before a webhook has a secret: everybody knows it. */
export const PUBLIC_TEST_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

/** From developer.zendesk.com, "OAuth migration": the day on which API tokens stop working. */
export const API_TOKENS_END = '2027-04-30';

/** Articles per search page; 25 is also Zendesk's own default, the most is 100. */
export const ARTICLES_PER_SEARCH = 25;

/**
 * Words per search. UNCONFIRMED: that an article needs not hold all of them to be found. Where it must, the first
 * search finds nothing and the second one, with only the best words, has to do.
 */
export const SEARCH_WORDS: readonly number[] = [12, 3];

/** The most that cursor-paged lists give at once. */
export const PAGE_SIZE = 100;

/** UNCONFIRMED: 64 KB a comment. If the limit is lower, a long draft is refused with 422 and shown as failed. */
export const COMMENT_MAX_BYTES = 64 * 1024;

/** UNCONFIRMED tag on the source of a merge. Without it, a merged ticket is reported as closed: nothing worse. */
export const MERGED_TAG = 'closed_by_merge';

/** `via.channel` (or `via.source.rel`) of the comment that a merge leaves; id 19 in the via-types reference. */
export const MERGE_VIA = 'merge';

/** A team's own habit, not Zendesk's: marking as spam in Zendesk deletes the ticket and suspends its requester. */
export const SPAM_TAGS: readonly string[] = ['spam', 'marked_as_spam'];

/** Sender names of machines that report undelivered mail (RFC 3834 and custom). Nobody reads an answer to them. */
export const MAIL_ROBOTS: readonly string[] = ['mailer-daemon', 'postmaster', 'mail-daemon'];

/**
 * UNCONFIRMED: names of macro actions that hold a text. `comment_value` is confirmed; if the HTML one is named
 * otherwise, macros that have only HTML are not offered as sources.
 */
export const MACRO_TEXT_FIELDS = { plain: 'comment_value', html: 'comment_value_html' } as const;

/** UNCONFIRMED: says whether a macro writes a public reply. Without it, a macro for notes would count as public. */
export const MACRO_PUBLIC_FIELD = 'comment_mode_is_public';

/**
 * UNCONFIRMED for audits, documented for comments. Where it is ignored, audits come oldest first, and the search for
 * our note reads to the end of the list instead of stopping at the customer's message.
 */
export const NEWEST_FIRST = '-created_at';

/** Key under `audit.metadata.custom` that holds the idempotency key of a note. */
export const AUDIT_MARKER = 'draftsmith';

/**
 * How old a delivery may be, in milliseconds. Zendesk names no window. UNCONFIRMED: each of its retries carries its
 * own timestamp; if they repeat the first one, retries later than this are rejected.
 */
export const DELIVERY_TOLERANCE_MS = 5 * 60 * 1000;
