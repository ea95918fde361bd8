import { AppError } from '@draftsmith/errors';
import { z } from 'zod';
import { PASSWORD_LENGTH } from './better-auth.ts';

const { min, max } = PASSWORD_LENGTH;

/** Fields of people, with the sentence for each way to get them wrong. */
export const name = z
  .string('Enter a name')
  .trim()
  .min(1, 'Enter a name')
  .max(100, 'The name is longer than 100 characters');

export const email = z
  .string('Enter an e-mail address')
  .trim()
  .toLowerCase()
  .max(254, 'The e-mail address is too long')
  .pipe(z.email('This is not an e-mail address'));

export const newPassword = z
  .string('Enter a password')
  .min(min, `The password needs at least ${min} characters`)
  .max(max, `The password may have at most ${max} characters`);

/** Of a password that is only compared, the length says nothing yet. */
export const password = z
  .string('Enter the password')
  .min(1, 'Enter the password')
  .max(max, 'The e-mail address or the password is wrong');

export const role = z.enum(['admin', 'viewer'], 'The role is either admin or viewer');

/** @throws AppError `invalid` with the first problem as a sentence; never with what was sent. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues[0];
  const message = problem && problem.path.length > 0 ? problem.message : 'The request must be a JSON object';
  throw new AppError('invalid', message, { code: 'request.invalid' });
}
