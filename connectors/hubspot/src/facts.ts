/**
 * What the connector assumes about HubSpot. A line marked UNCONFIRMED was found in no page of HubSpot's own; each says what
 * happens when it turns out wrong, so that a check against a real account starts here.
 */

/** Where the API answers for every region; the data stays where it is hosted. */
export const API_ORIGIN = 'https://api.hubapi.com';

/** Where an admin agrees. Accounts hosted elsewhere (app-eu1) are led on from here. */
export const APP_ORIGIN = 'https://app.hubspot.com';

/** Dated release of the API, supported for 18 months. */
const RELEASE = '2026-03';

/*
 * UNCONFIRMED without a constant of its own:
 * - Workflow actions send v3 signatures, too. Where they do not, v2 is taken, which has no time: a repeat has the same callback.
 * - `hubspot.fetch` appends its parameters to the query of every address, whatever is in it, and HubSpot appends nothing to the
 *   addresses of webhooks and actions: that tells them apart, because one secret signs them all. Where it appends something
 *   there, all of them are refused, and the log says `signature-wrong`.
 * - A workflow's own step "Send a webhook" signs with the secret of the app whose id an admin types in, v2 (and v3?), at any
 *   address. Whether it does so for an app of somebody else is not documented. If it does, an admin of one account could have a
 *   proposal prepared on a deal of another: its body would have to hold objects within objects, and it is told nothing. If it
 *   signs v3, too, such an admin could write down another account's numbers in an address of the card; cards take v3 alone.
 * - The consent page keeps the challenge of PKCE, and the token endpoint compares. Where it does not, `state` alone binds.
 * - A note or task is linked to a deal without `crm.objects.deals.write`. Where it is not, HubSpot's refusal names the scope.
 * - The rate of a tax stands in `percentageRate` (client/schemas.ts). Where it does not, lines are shown without tax.
 */

/**
 * Every address in one table. UNCONFIRMED: dated ones for owners, pipelines and batches of associations; theirs are the
 * legacy ones, which work until March 2027 (v4) and September 2027 (v3).
 */
export const PATHS = {
  objects: `/crm/objects/${RELEASE}`,
  associations: '/crm/v4/associations',
  properties: `/crm/properties/${RELEASE}`,
  owners: '/crm/v3/owners',
  pipelines: '/crm/v3/pipelines',
  taxRates: '/tax-rates/v1/tax-rates',
  accountInfo: `/account-info/${RELEASE}/details`,
  /** The 2026-09 release has no upload: this one stays. */
  files: '/files/v3/files',
  callbacks: `/automation/actions/callbacks/${RELEASE}`,
  token: '/oauth/v3/token',
  introspect: '/oauth/v3/token/introspect',
  uninstall: '/appinstalls/v3/external-install',
} as const;

/** Ids in one batch of objects; more are refused. */
export const BATCH_IDS = 100;

/** Ids in one batch of associations that is read. */
export const BATCH_ASSOCIATIONS = 1_000;

/** Links in one page of one record's associations. */
export const ASSOCIATIONS_PAGE = 500;

/** Records in one page of a search, and characters of its body. */
export const SEARCH_PAGE = 200;
export const SEARCH_BODY = 3_000;

/** Calls of an app that was connected by OAuth; others are told by the headers of each answer. */
export const ACCOUNT_LIMIT = { calls: 110, windowMs: 10_000 } as const;

/** Calls of the associations API, which has a limit of its own, on the smallest plans. */
export const ASSOCIATIONS_LIMIT = { calls: 100, windowMs: 10_000 } as const;

/** Searches of an account, shared by everybody who searches there: one a second is left to the others. */
export const SEARCH_LIMIT = { calls: 4, windowMs: 1_000 } as const;

/** How long to wait after a 429, by the name of the limit: Retry-After is not documented for it. Milliseconds. */
export const POLICY_WAITS: Readonly<Record<string, number>> = { TEN_SECONDLY_ROLLING: 10_000, SECONDLY: 1_000 };

/** After a 423: the documentation says two seconds at least. */
export const LOCKED_WAIT_MS = 2_000;

/** A daily limit ends at midnight of the account. Where its zone was never read, we look again after this. */
export const DAILY_WAIT_UNKNOWN_ZONE_MS = 60 * 60_000;

/** After a 477 without Retry-After: an account is being moved, which takes up to 24 hours. */
export const MIGRATION_WAIT_MS = 10 * 60_000;

/** How old a request with a signature of v3 may be; HubSpot's own number. UNCONFIRMED: repeats carry a time of their own. */
export const SIGNATURE_TOLERANCE_MS = 5 * 60_000;

/** How far ahead its time may lie. HubSpot says nothing: as far as clocks differ, and no further. */
export const FUTURE_TOLERANCE_MS = 60_000;

/**
 * These twelve escapes of an address are read before v3 is signed, and no others: `%20`, `%26`, `%3D` and `%2B` stay as they are.
 * UNCONFIRMED: whether those in lower case (`%3a`) are read as well, so both will do.
 */
export const SIGNED_ESCAPES = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/;

/** Events in one delivery of webhooks. UNCONFIRMED: whether one mixes accounts; each event names its own in any case. */
export const MAX_EVENTS = 100;

/** `changeSource` of what an app wrote; `sourceId` is then the app's id. Other values are somebody else's doing. */
export const APP_CHANGE = 'INTEGRATION';

/** Stands in place of a value that the account marks as sensitive. */
export const REDACTED = 'REDACTED';

/** Object types in `object.*` events. */
export const EVENT_OBJECTS: Readonly<Record<string, string>> = { '0-1': 'contact', '0-3': 'deal' };

/** Names of the workflow action's inputs, as its definition in the app project has them. */
export const ACTION_INPUTS = { template: 'template', language: 'language' } as const;

/** A 429 to a step of a workflow: its Retry-After is read in milliseconds, unlike everywhere else. */
export const ACTION_RETRY_AFTER = 'milliseconds';

/** How far our clock may be off HubSpot's before `doctor` says so. */
export const CLOCK_SKEW_MS = 30_000;

/** `doctor` says so when less than this part of the calls is left. */
export const LITTLE_LEFT = 0.1;

/** States of a workflow's step: it waits at most a day for our callback, or goes on as if we had failed. */
export const ACTION_ANSWERS = {
  wait: { outputFields: { hs_execution_state: 'BLOCK', hs_expiration_duration: 'P1D' } },
  goOn: { outputFields: { hs_execution_state: 'FAIL_CONTINUE' } },
};
