import { PROSE_SECTIONS, type ProposalSettings } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';

const MAX_ENTRIES = 50;

/** One line of a person's own words. */
export const line = (max: number) =>
  z
    .string('expected a text')
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(max, `expected at most ${max} characters`));

/** Several lines; whoever fills in slots must find only ours. */
export const words = (max: number) =>
  z
    .string('expected a text')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(max, `expected at most ${max} characters`));

/** A language with its region: numbers and dates are written as there. */
export const locale = z.string('expected a language such as en-GB').transform((text, context) => {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim());
    if (tag !== undefined) return tag;
  } catch {
    // Said below.
  }
  context.addIssue({ code: 'custom', message: 'expected a language such as en-GB, de-DE or ru-RU' });
  return z.NEVER;
});

const identifiers = z
  .array(line(200), 'expected a list')
  .transform((entries) => [...new Set(entries.filter((entry) => entry !== ''))])
  .pipe(z.array(z.string()).max(MAX_ENTRIES, `expected at most ${MAX_ENTRIES} entries`));

/** `1 000.50`, `1,000.50` and `1000,5` are refused rather than guessed. */
export const amount = z
  .string('expected an amount such as 25000.00')
  .trim()
  .regex(/^\d{1,15}(\.\d{1,6})?$/, 'expected an amount such as 25000.00');

const schema = z.strictObject({
  company: line(200),
  footer: line(300),
  accent: z.string().regex(/^#[0-9a-f]{6}$/i, 'expected a colour such as #1f4e79'),
  tone: z.enum(['neutral', 'warm', 'formal', 'brief'], 'expected neutral, warm, formal or brief'),
  houseRules: identifiers,
  locales: z
    .array(locale, 'expected a list of languages')
    .transform((entries) => [...new Set(entries)])
    .pipe(z.array(z.string()).min(1, 'expected at least one language').max(20, 'expected at most 20 languages')),
  validDays: z
    .int('expected a whole number of days from 1 to 365')
    .min(1, 'expected a whole number of days from 1 to 365')
    .max(365, 'expected a whole number of days from 1 to 365'),
  approvalAbove: z.union([z.literal(''), amount], 'expected an amount such as 25000.00, or nothing'),
  approver: line(100),
  quotes: z.boolean('expected true or false'),
  stages: identifiers,
}) satisfies z.ZodType<ProposalSettings>;

/** @throws AppError `invalid` that says what was expected where */
export function parseProposalSettings(value: unknown): ProposalSettings {
  return parsed(schema, value, 'proposal-settings.invalid');
}

export function parsed<T>(shape: z.ZodType<T>, value: unknown, code: string): T {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new AppError('invalid', `${where === '' ? '' : `${where}: `}${issue?.message ?? 'not understood'}`, { code });
}

/** A hint for the writer of each section. */
export const hints = z.partialRecord(z.enum(PROSE_SECTIONS), line(500));
