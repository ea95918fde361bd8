/** What the deal operations take for given about HubSpot. `UNCONFIRMED` is what nobody has recorded; change it here. */

/** The published type ids of objects; API paths take them as well as names. */
export const TYPE_ID = { deal: '0-3', contact: '0-1', company: '0-2', quote: '0-14' } as const;

/** HUBSPOT_DEFINED association types. Source: "Association type ID values" of the v4 guide. */
export const ASSOCIATION = {
  noteToDeal: 214,
  taskToDeal: 216,
  quoteToDeal: 64,
  quoteToContact: 69,
  quoteToCompany: 71,
  quoteToTemplate: 286,
  lineItemToQuote: 68,
  dealToPrimaryCompany: 5,
} as const;

/** Characters, its HTML included. */
export const NOTE_MAX_LENGTH = 65_536;

export const UNCONFIRMED = {
  /** Which contact of a deal decides: an admin's own labels, in the languages that portals are kept in. */
  decidesLabel:
    /decision|decid|sign(?:er|atory)|entscheid|d[ée]cideur|d[ée]cision|decisor|tomador|принима|решени|подписант|лпр/i,
  primaryLabel: /^(?:primary|main|haupt|principal|основн|главн)/i,
  billingLabel: /billing|invoice|rechnung|factur|плат[её]ж|бухгалт|счет|счёт/i,
  /** `hs_buying_role` holds several, parted by semicolons. */
  decidingRole: 'DECISION_MAKER',
  /** The label of line items' `discount`: money per unit, or (as one sample of HubSpot's says) a percentage. */
  unitDiscountLabel: /unit|amount|сумм|единиц/i,
  percentDiscountLabel: /percent|%|процент/i,
  /** Opens the deal at one activity; a HubSpot that does not know the parameter opens the deal. */
  activityParameter: 'engagement',
  /** `hs_status` of quotes that a person has let go of. */
  publishedStates: ['APPROVAL_NOT_NEEDED', 'APPROVED', 'ACCEPTED'],
  /** `hs_type` of templates. */
  cpqTemplate: 'cpq_template',
  legacyTemplate: /^customizable_quote_template$/i,
  /** `hs_cover_letter`, HTML included. */
  coverLetterMaxLength: 10_000,
  /** Where private files of proposals stand in the file tool. */
  folder: '/draftsmith',
} as const;
