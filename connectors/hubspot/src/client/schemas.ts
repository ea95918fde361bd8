import { z } from 'zod';

/** Strings in most answers, numbers in those of associations; kept as strings. Beyond 2^53 a number is not exact: refused. */
export const id = z.union([z.string().min(1), z.number().int().nonnegative()]).transform(String);

const text = z.string().nullish();

/** All values of properties are strings; a number would have lost digits on its way, so it is refused. */
export const crmObject = z.object({
  id,
  properties: z.record(z.string(), z.string().nullable()),
});

const paging = z.object({ next: z.object({ after: id }).nullish() }).nullish();

export const objectPage = z.object({ total: z.number().nullish(), results: z.array(crmObject), paging });

/** Partial answers (207) have entries in `errors` for what is missing. */
export const batchAnswer = z.object({
  results: z.array(crmObject),
  errors: z.array(z.object({ category: text, subCategory: text })).nullish(),
});

const associationType = z.object({ category: text, typeId: z.number().int(), label: text });
const link = z.object({ toObjectId: id, associationTypes: z.array(associationType) });

export const associationPage = z.object({ results: z.array(link), paging });

export const associationBatch = z.object({
  results: z.array(z.object({ from: z.object({ id }), to: z.array(link), paging })),
  errors: z.array(z.object({ category: text, subCategory: text })).nullish(),
});

export const owner = z.object({ id, email: text, firstName: text, lastName: text, userId: id.nullish() });
export const ownerPage = z.object({ results: z.array(owner), paging });

const stage = z.object({
  id,
  label: z.string(),
  displayOrder: z.number().nullish(),
  metadata: z.object({ isClosed: text, probability: text }).nullish(),
});
export const pipelines = z.object({
  results: z.array(z.object({ id, label: z.string(), displayOrder: z.number().nullish(), stages: z.array(stage) })),
});

export const property = z.object({
  name: z.string(),
  label: z.string(),
  type: text,
  fieldType: text,
  options: z.array(z.object({ label: z.string(), value: z.string() })).nullish(),
});

export const accountInfo = z.object({
  portalId: id,
  accountType: text,
  timeZone: z.string(),
  companyCurrency: text,
  additionalCurrencies: z.array(z.string()).nullish(),
  uiDomain: text,
  dataHostingLocation: text,
});

/** A number or a string, under one name or the other: see facts.ts. */
const rate = z.union([z.string(), z.number()]).transform(String).nullish();
export const taxRates = z.object({
  results: z.array(
    z.object({ id, name: text, label: text, percentageRate: rate, percentage: rate, active: z.boolean().nullish() }),
  ),
});

export const file = z.object({ id, name: text, access: text, url: text });

export type CrmObject = z.infer<typeof crmObject>;
export type Owner = z.infer<typeof owner>;
export type Pipeline = z.infer<typeof pipelines>['results'][number];
export type Property = z.infer<typeof property>;
export type AccountInfo = z.infer<typeof accountInfo>;
export type TaxRate = z.infer<typeof taxRates>['results'][number];
export type StoredFile = z.infer<typeof file>;
