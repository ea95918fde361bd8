import { AppError } from '@draftsmith/errors';
import type { z } from 'zod';

/** @throws AppError `invalid` that says what was expected first */
export function parsedBody<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  throw new AppError('invalid', result.error.issues[0]?.message ?? 'The request is not understood', {
    code: 'request.invalid',
  });
}
