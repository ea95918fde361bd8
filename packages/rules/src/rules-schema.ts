import type { DraftingRules, Voice } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';

const MAX_ENTRIES = 500;
const MAX_LENGTH = 200;
const MAX_SIGNATURE = 1_000;
const MAX_HOUSE_RULES = 50;
const MAX_HOUSE_RULE = 300;
const MAX_BRANDS = 200;
const MAX_CAP = 100_000;

/** Identifiers and tags as the source system spells them: trimmed, without empty ones and duplicates. */
const names = z
  .array(z.string('expected texts').trim().max(MAX_LENGTH, `expected at most ${MAX_LENGTH} characters an entry`), {
    error: 'expected a list of texts',
  })
  .transform((entries) => [...new Set(entries.filter((entry) => entry !== ''))])
  .pipe(z.array(z.string()).max(MAX_ENTRIES, `expected at most ${MAX_ENTRIES} entries`));

const languages = z
  .array(
    z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z]{2}$/, 'expected languages as two letters each, e.g. en, de'),
    {
      error: 'expected a list of languages',
    },
  )
  .transform((entries) => [...new Set(entries)]);

const cap = z
  .int(`expected a whole number from 1 to ${MAX_CAP}, or null for no limit`)
  .min(1, `expected a whole number from 1 to ${MAX_CAP}, or null for no limit`)
  .max(MAX_CAP, `expected a whole number from 1 to ${MAX_CAP}, or null for no limit`)
  .nullable();

const houseRules = z
  .array(
    z
      .string('expected texts')
      .transform((rule) => rule.replace(/\s+/g, ' ').trim())
      .pipe(z.string().max(MAX_HOUSE_RULE, `expected at most ${MAX_HOUSE_RULE} characters a rule`)),
    { error: 'expected a list of rules' },
  )
  .transform((rules) => [...new Set(rules.filter((rule) => rule !== ''))])
  .pipe(z.array(z.string()).max(MAX_HOUSE_RULES, `expected at most ${MAX_HOUSE_RULES} rules`));

const voiceParts = {
  signature: z
    .string('expected a text')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(MAX_SIGNATURE, `expected at most ${MAX_SIGNATURE} characters`))
    // Whoever sends the reply has them filled in by the source system, with whatever they hold there.
    .refine((text) => !/\{[{%]/.test(text), 'expected a signature without placeholders such as {{…}}'),
  tone: z.enum(['neutral', 'warm', 'formal', 'brief'], 'expected neutral, warm, formal or brief'),
  address: z.enum(['formal', 'informal', 'as-customer'], 'expected formal, informal or as-customer'),
  houseRules,
} as const;

const voice: z.ZodType<Voice> = z.strictObject(voiceParts);
const pilotAgents = names.refine((ids) => ids.length > 0, 'expected at least one agent');

const schema: z.ZodType<DraftingRules> = z.strictObject({
  only: z.strictObject({ brands: names, groups: names, forms: names, channels: names, languages, tags: names }),
  never: z.strictObject({ tags: names, groups: names, channels: names }),
  when: z.enum(['first-reply', 'every-message'], 'expected first-reply or every-message'),
  deliver: z.enum(['note', 'sidebar', 'both'], 'expected note, sidebar or both'),
  caps: z.strictObject({ perResource: cap, perHour: cap }),
  pilot: z.discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('everybody') }),
      z.strictObject({
        kind: z.literal('share'),
        percent: z
          .int('expected a whole number from 1 to 99')
          .min(1, 'expected a whole number from 1 to 99')
          .max(99, 'expected a whole number from 1 to 99'),
      }),
      z.strictObject({ kind: z.literal('agents'), ids: pilotAgents }),
    ],
    'expected everybody, share or agents',
  ),
  voice,
  brandVoices: z
    .record(z.string().max(MAX_LENGTH), z.strictObject(voiceParts).partial())
    .refine((brands) => Object.keys(brands).length <= MAX_BRANDS, `expected at most ${MAX_BRANDS} brands`),
}) as z.ZodType<DraftingRules>;

/** @throws AppError `invalid`: what was expected where, in one line; values are not repeated. */
export function parseRules(value: unknown): DraftingRules {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  // A list of five hundred wrong entries would say the same five hundred times.
  const shown = [...new Set(problems)].slice(0, 5);
  throw new AppError('invalid', `The rules cannot be used. ${shown.join('; ')}`, { code: 'rules.invalid' });
}
