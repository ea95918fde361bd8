import { AppError } from '@draftsmith/errors';
import type { RawSettings } from './environment.ts';
import type { Field, Fields, ValuesOf } from './field.ts';

/**
 * Checks every field at once, so that a person mends all mistakes in one go. An empty value counts as not set: that is
 * what `NAME=` in an env file means.
 *
 * @throws AppError `invalid`, one line for each wrong field: its name, what was expected, where to get it. The wrong
 *   value itself is never repeated; it may be a secret in the wrong place.
 */
export function readSettings<F extends Fields>(fields: F, source: RawSettings): ValuesOf<F> {
  const problems: string[] = [];
  const values = Object.entries<Field<unknown>>(fields).map(([name, { schema, expected, where }]) => {
    const result = schema.safeParse(source[name]?.trim() || undefined);
    if (!result.success) problems.push(`${name}: expected ${expected}${where ? ` (${where})` : ''}`);
    return [name, result.data];
  });
  if (problems.length > 0) throw new AppError('invalid', problems.join('\n'), { code: 'settings.invalid' });
  return Object.fromEntries(values) as ValuesOf<F>;
}
