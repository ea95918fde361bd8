import { PROSE_SECTIONS, type ProposalRequest } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';

/** Characters. A section of some pages; a steer is one line. */
export const [MAX_TEXT, MAX_STEER] = [20_000, 300];

const locale = z
  .string()
  .max(35)
  .refine((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  });
const steer = z.string().max(MAX_STEER).optional();
const version = z.int().min(1).max(1_000_000);
const requestId = z.string().regex(/^[\w-]{8,64}$/);
const section = z.enum(PROSE_SECTIONS);

const choices = z.strictObject({
  templateId: z.string().min(1).max(100).optional(),
  locale: locale.optional(),
  tone: z.enum(['neutral', 'warm', 'formal', 'brief']).optional(),
  steer,
});

const request = z.discriminatedUnion('what', [
  z.strictObject({ requestId, what: z.literal('generate'), choices }),
  z.strictObject({ requestId, what: z.literal('regenerate'), version, section, steer, force: z.boolean().optional() }),
  z.strictObject({
    ...{ requestId, what: z.literal('edit'), version, section },
    ...{ text: z.string().max(MAX_TEXT), confirmed: z.boolean().optional() },
  }),
  z.strictObject({ requestId, what: z.literal('restore'), version }),
  z.strictObject({ requestId, what: z.enum(['attach', 'quote']), version, confirmed: z.boolean().optional() }),
]);

/** @throws AppError `invalid` that says what was expected */
export function parseProposalRequest(body: unknown): ProposalRequest {
  const result = request.safeParse(body);
  if (result.success) return result.data as ProposalRequest;
  const expected = `a requestId of 8 to 64 letters and digits, what to do, and the version and section that it is about; a steer has at most ${MAX_STEER} characters`;
  throw new AppError('invalid', `Expected ${expected}`, { code: 'proposals.invalid' });
}
