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

/** UNCONFIRMED `via.channel` of tickets that agents open for colleagues or partners. Without it, they get drafts. */
export const SIDE_CONVERSATION_VIA = 'side_conversation';

/** UNCONFIRMED author of comments that Zendesk itself writes. With another, such a comment could pass for a reply. */
export const SYSTEM_AUTHOR = '-1';

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

/**
 * UNCONFIRMED: the side-load that gives an article in its other languages. Where it is ignored, only the language of
 * the list is indexed; customers with another one are still served by the search of the help centre.
 */
export const ARTICLE_TRANSLATIONS = 'translations';

/** A search gives no more, however many pages are asked for. */
export const SEARCH_MAX_RESULTS = 1_000;

/** How far back solved tickets are read, in days: older answers are rarely true any more. */
export const SOLVED_TICKETS_DAYS = 180;

/** Tickets of one page; each costs a call for its conversation, and a killed reading repeats at most one page. */
export const SOLVED_TICKETS_PER_PAGE = 25;

/**
 * How long tokens are to live, in seconds: Zendesk takes more than 300 and less than 172,800 for access, more than 604,800
 * and less than 7,776,000 for refresh tokens. A day of access, because each renewal is a chance to lose its answer; nearly
 * 90 days for the refresh token, so that a server that stood still for a month needs no new consent.
 */
export const TOKEN_SECONDS = { access: 86_400, refresh: 7_700_000 } as const;

/**
 * UNCONFIRMED: a token may delete itself here without the scope for tokens. Where it may not, removing an account says that
 * the token is still in the list of the OAuth client.
 */
export const OWN_TOKEN_PATH = 'oauth/tokens/current.json';

/** How far our clock may be off Zendesk's before `doctor` says so; deliveries are refused at DELIVERY_TOLERANCE_MS. */
export const CLOCK_SKEW_MS = 60_000;

/** Our part of what an account may do, in hundredths: the rest belongs to its agents and other integrations. */
export const OUR_SHARE = 30;

/** Requests a minute of the smallest Suite plan: until the first answer tells the account's own number. */
export const REQUESTS_PER_MINUTE = 200;

/**
 * Calls that one ticket takes, from the first look to the note: ticket, comments, audits, update, and a spare one. No more
 * tickets are begun a minute than our share can end: else a burst spends it all on first looks, and nothing gets done.
 */
export const CALLS_PER_TICKET = 5;

/** Milliseconds after which to ask again while no answer has told the account's own limits: the first one is under way. */
export const FIRST_ANSWER_MS = 2_000;

/** Ticket updates a minute of an account; trial accounts and sandboxes have 20, which a header tells. */
export const UPDATES_PER_MINUTE = 100;

/** Of the 30 updates that Zendesk allows for one ticket in ten minutes. */
export const OUR_UPDATES_PER_TICKET = { calls: 10, windowMs: 10 * 60_000 } as const;

/** Events by subscription, where the plan allows them; UNCONFIRMED which plans do, so a refusal brings a second trigger. */
export const SUBSCRIBED_EVENTS: readonly string[] = [
  'zen:event-type:ticket.comment_added',
  'zen:event-type:ticket.comment_redacted',
  'zen:event-type:ticket.attachment_redacted_from_comment',
  'zen:event-type:ticket.permanently_deleted',
  'zen:event-type:ticket.status_changed',
  'zen:event-type:user.deleted',
];

/** UNCONFIRMED value of the trigger condition `role` that stands for any agent. */
export const AGENT_ROLE = 'agent';

/**
 * `via.channel` of tickets, by the names that people know them by. UNCONFIRMED beyond web, email, api and mobile: one
 * that is missing here can still be typed into a rule, as the ticket has it.
 */
export const CHANNELS = [
  { id: 'email', name: 'Email' },
  { id: 'web', name: 'Web form' },
  { id: 'mobile', name: 'Mobile app' },
  { id: 'mobile_sdk', name: 'Mobile SDK' },
  { id: 'chat', name: 'Chat' },
  { id: 'native_messaging', name: 'Messaging' },
  { id: 'whatsapp', name: 'WhatsApp' },
  { id: 'sms', name: 'SMS' },
  { id: 'voice', name: 'Phone' },
  { id: 'facebook', name: 'Facebook' },
  { id: 'twitter', name: 'X' },
  { id: 'any_channel', name: 'Channel integration' },
  { id: 'api', name: 'API' },
] as const;
