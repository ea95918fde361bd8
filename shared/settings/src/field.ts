import type { z } from 'zod';

/** One setting: how its text is read, and the sentence that a person gets when it cannot be. */
export interface Field<T> {
  schema: z.ZodType<T>;
  /** Completes "NAME: expected ...". */
  expected: string;
  /** Where to get the value, when that is not plain. */
  where?: string;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type ValuesOf<F extends Fields> = { [Name in keyof F]: F[Name] extends Field<infer T> ? T : never };

export function field<T>(schema: z.ZodType<T>, expected: string, where?: string): Field<T> {
  return where === undefined ? { schema, expected } : { schema, expected, where };
}
