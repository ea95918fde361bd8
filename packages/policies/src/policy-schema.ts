import type { AccountPolicy } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';
import { links, regions, words } from './lists.ts';

/** Each part of a policy on its own, for settings that hold one of them. */
export const policyParts = {
  words,
  regions,
  links,
  unsupported: z.enum(['mark', 'strike', 'question', 'withhold'], 'expected mark, strike, question or withhold'),
  surrogates: z.enum(['placeholders', 'realistic'], 'expected placeholders or realistic'),
} as const;

const yesOrNo = z.boolean('expected true or false');

const schema: z.ZodType<AccountPolicy> = z.strictObject({
  privacy: z.strictObject({ allow: words, deny: words, regions, surrogates: policyParts.surrogates }),
  truth: z.strictObject({ unsupported: policyParts.unsupported, allowedLinks: links, secondOpinion: yesOrNo }),
});

/** @throws AppError `invalid`: what was expected where, in one line; values are not repeated. */
export function parsePolicy(value: unknown): AccountPolicy {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  // A list of five hundred wrong entries would say the same five hundred times.
  const shown = [...new Set(problems)].slice(0, 5);
  throw new AppError('invalid', `The policy cannot be used. ${shown.join('; ')}`, { code: 'policies.invalid' });
}
