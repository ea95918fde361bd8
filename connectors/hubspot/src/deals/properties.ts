import type { CrmObject } from '../client/schemas.ts';

/** The trimmed value; undefined where there is none: HubSpot leaves empty ones out, or gives null. */
export function propertyOf({ properties }: Pick<CrmObject, 'properties'>, name: string): string | undefined {
  return properties[name]?.trim() || undefined;
}

/** `{ [key]: value }`, or nothing: optional fields of contracts are absent, never undefined. */
export function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

/** A moment as ISO-8601: HubSpot gives ISO text, or milliseconds as text. */
export function momentOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const moment = new Date(/^-?\d{5,}$/.test(value) ? Number(value) : value);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** YYYY-MM-DD of a moment where the account is. A date without a time is one already. */
export function dayOf(value: string | undefined, timeZone: string): string | undefined {
  if (value === undefined || /^\d{4}-\d\d-\d\d$/.test(value)) return value;
  const moment = momentOf(value);
  if (moment === undefined) return undefined;
  const format = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-CA', format).format(new Date(moment));
}

/** Ids of newer records are greater. Compared as text: they exceed 2^53. */
export function newestFirst(a: string, b: string): number {
  if (a.length !== b.length) return b.length - a.length;
  return a < b ? 1 : a > b ? -1 : 0;
}
