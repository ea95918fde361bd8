/**
 * What HubSpot does not document and nobody has recorded. Each is one reading; change it here when a developer account
 * shows otherwise. Everything else in this folder follows documented or recorded behaviour.
 */
export const UNCONFIRMED = {
  /** Linked records that a read with `associations=` puts into the answer; the rest needs the associations API. */
  inlinedAssociations: 100,
  /** What counts as a duplicate of an uploaded file. */
  duplicateFile: 'same bytes',
  /** Both discounts on one line item; connectors must never write it, and it is kept as a violation. */
  bothDiscounts: 'percentage wins',
  /** Who is named as the source of values that HubSpot computes itself after somebody's write. */
  computedChange: { changeSource: 'CALCULATED', sourceId: 'CALCULATED' },
  /** Largest upload, bytes. */
  largestFile: 20 * 1024 * 1024,
  /** Content of e-mails for an app without `sales-email-read`; some say 403 instead. */
  emailWithoutScope: 'redacted',
  /** How long a workflow waits for the answer of a custom action, ms. */
  actionTimeoutMs: 20_000,
  /** A signed link to a file when the request names no time, seconds. */
  signedUrlSeconds: 3_600,
} as const;
